/** Words of ending something, after a day or before it, by what is ended. */
const ENDINGS = [
  // work as such
  '完成|办结|收官|收尾|收口|扫尾|销号|结束|搞定|没问题|问题不大|有把握|没悬念|全部|做好|[攻拿签落评办批谈]下来',
  '(?:^|(?<![没未])\\p{Script=Han})完(?=$|[了吧，。；！])',
  // built and handed over
  '建成|完工|竣工|合龙|封顶|贯通|通车|交付|交工|验收|建好|全[上开通建签办完改装铺挂投]',
  // opened and in use
  '投用|投产|投运|开通|开业|开园|开馆|开航|开放|启用|运营|上线|首飞|投入(?:使用|运营|运行|生产)',
  // granted, chosen, put up
  '揭牌|挂牌|授牌|认定|批复|核准|评出|出名单',
  // signed, paid, come in
  '签[完约下订]|签(?=$|了|，)|落地|到位|到账|拿下',
  // issued
  '印发|出台|发布|公布|定稿|成稿',
  // a figure reached
  '达到|达标|突破|实现|超额|(?:超|破|到)(?=\\d|[一二三四五六七八九十两]{1,4}[个家条场])|能到|可到|能满|[破过冲]线|补[上足]|凑[够足满齐]|补齐|清零|齐|过半|见效',
] as const

export const ENDING = new RegExp(ENDINGS.join('|'), 'u')

/** The beginning of work. */
export const BEGINNING = /开工|动工|启动/

/** 完工率, 到位率: shares, nothing that ends. */
export const RATE = /(?:完[成工]|竣工|开工|建成|达标|落地|到位|验收|投用)率/g

/** The speaker looks forward. */
export const AHEAD =
  /预计|预期|计划|力争|争取|确保|有望|能|可|将|估计|要|打算|准备|保证|年底|月底|应该|拟|前(?![一二三四五六七八九两\d期段])|才|希望|目标|下周|明年|下个?月|下季度|最迟|最晚|力求|延期?到|推迟到|顺延|调整到|(?<![稳锁])定[在于]/

/** The day the work is put off to. */
export const MOVED = /(?:延期|推迟|顺延|后延|延后|延迟|调整|拖|延|挪|推|改)(?:到|至)?$/

/** What is missing, said before the day: 还差4家认定，11月底前; 最后一个12月20号挂. */
export const LEFT = /还差|还有(?=[一二两三四五六七八九\d])|剩|余下|其余|另|最后|收尾|尾声|差(?!不多)/

/** Steps on the way. */
export const STEP =
  /上会|报批|评审|送审|开工|启动|开会|开始|招标|进场|立项|可研|方案|验$|审|查|^[报发说填补给]|^(?:接着|继续|再说|再干|再弄|慢慢)/

/** A season behind the year: no day anybody can name. */
export const SEASON = /^的?(?:汛|雨季|开春|[春夏秋冬]|入[春夏秋冬]|农闲|暑)/

/** What has been: 截至9月底, 已于8月完成. */
export const PASSED = /截至|截止|已(?:于|经|在)?|完成了|同比|上报|召开|印发了|于$|自|(?<!提)前$/

/** The end is somebody else's, or of another thing: 10月还要认定一批. */
export const OTHERS =
  /召开[^，。；]{0,10}(?:发布会|推进会|现场会|座谈会|对接会|专题会|动员会)|公示期|反馈|统计局|开会|会议|调度会|出差|休假|再报|补报|报送|报给|数据要等|来函|检查|督查|答复|报数|核实|反映|(?:还|再)[^，。；]{0,6}(?:一|几|[两三])[批轮]/

/** 6月底前完成上半年目标: a part of the year's. */
export const INTERIM =
  /完成(?:上半年|前三季度|[一二三四本]季度|季度|阶段性?|月度|本月|序时)的?(?:序时)?(?:目标|任务|进度|计划)/

/** 年底到13%压力很大, 11月底完不成: no day anybody promises. */
export const HARD =
  /压力(?!不大)|难度|够呛|悬(?!念)|[完做办赶]不[成完上到]|难(?:以|于)?(?:全部|按期|按时|如期)?(?:完成|实现|达到?|建成|落地|办结|交付|完工)|来不及|不一定/

/** 一季度完成31个: what the span has brought, though it has not ended. */
export const DONE = /^(?:目标|任务)?(?:已(?:经)?(?:实现|完成)|(?:共|已|累计)*(?:完成|实现|新增|建成|办)了?\d)/

/** 今年认定27家: done so far in a span that still runs. */
export const SO_FAR =
  /^(?!剩|余|其余|再|还|全部)[^，。；\d]*\d|[了过]|已|^[^，。；\d]{2,10}(?:任务|工作|目标|指标)(?:都|均)?(?:全部|全面|圆满|如期|提前|超额)完成$/

/** 春节后: no day of its own. */
export const AFTER_IT = /^(?:以|之|过|假期)?后(?!续|期|勤)/

/** 春节前开: opened, where the day is a limit; 12月开 may be a meeting. */
export const OPENS = /^(?:能|可|就|才)?开(?:了|起来|吧)?$/
