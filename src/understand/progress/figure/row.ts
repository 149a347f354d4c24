/** What is said of a thing of a row once it is there: 第45场办完, 第九条航线开航, 第三个挂牌. */
export const COME =
  '办完|办了|举办|开通|开航|首飞|挂牌|授牌|开业|揭牌|落地|立项|开工|签约|投用|投产|交付|建成|竣工|完工|通车|获批|获评|通过验收'

/** How far a row has come: 办到第45场, 开到第7条了. */
export const COME_TO = '(?:办|开|建|签|认定|评|做|搞|干|引进|培育)到了?'

/** Counters of a row. */
export const ROW = '[场条座家个]'
