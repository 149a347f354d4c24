/** Long ways of writing and the short ones people type; both sides are brought to the short one before comparing. */
const SHORT: readonly (readonly [RegExp, string])[] = [
  [/规模以上|规上/g, '规上'],
  [/知识产权|知产/g, '知识产权'],
  [/高新技术企业|高企/g, '高企'],
  [/固定资产投资|固投|(?<!\p{Script=Han})投资(?=增速|增长)/gu, '固投'],
  [/地区生产总值|生产总值|经济总量|gdp/gi, 'gdp'],
  [/居民消费价格|物价|cpi/gi, 'cpi'],
  [/规上工业(?!企业|增加值)|规上工业增加值|工业增加值|规上工增/g, '工业增加值'],
  [/人工智能|ai(?![a-z])/gi, '人工智能'],
  [/大学毕业生|高校毕业生|大学生|毕业生/g, '大学生'],
  [/技术改造|技改/g, '技改'],
  [/亿元/g, '亿'],
  [/占比|比重|比例/g, '比重'],
  [/高技能人才|高技能人员|高技能/g, '高技能人才'],
  [/专业技术人员|专技人员|专技人才|专技/g, '专业技术人员'],
  [/数字化生产线|数字化产线|数字产线/g, '数字化产线'],
  [/新能源汽车|新能源车/g, '新能源车'],
  [/便民生活圈|一刻钟生活圈/g, '便民生活圈'],
  [/促消费活动|促销活动/g, '促消费活动'],
  [/跨境电子商务|跨境电商/g, '跨境电商'],
  [/数转|数字化转型/g, '数字化转型'],
  [/基础设施|基建/g, '基础设施'],
  [/延迟|时延/g, '时延'],
  [/家庭农庄|家庭农场/g, '家庭农场'],
  [/经理人|经纪人/g, '经理人'],
  [/数字贸易|数贸/g, '数字贸易'],
  [/新增就业|就业新增/g, '新增就业'],
  [/办展|展会/g, '展会'],
  [/生猪(?:规模)?养殖场|养?猪场/g, '生猪养殖场'],
  [/营业收入|营收/g, '营业收入'],
  [/校园招聘|校招/g, '校园招聘'],
  [/众创空间|众创载体|众创孵化载体/g, '众创孵化载体'],
]

/** Comparable form of a name or of the words around a figure. */
export const shortForm = (text: string): string =>
  SHORT.reduce((t, [pattern, by]) => t.replace(pattern, by), text.normalize('NFKC').toLowerCase()).replace(
    /[“”《》（）()、，。；：\s·\-—]/g,
    ' ',
  )
