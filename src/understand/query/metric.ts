import type { Query } from '../../domain/query.ts'
import type { TaskFilter } from '../../domain/task-filter.ts'
import type { Intent } from '../intents.ts'
import type { Slots } from '../slots.ts'

/** 直播电商集聚区工作报告要18个，51号怎么说: the figure one document gives is not sought in the other. */
export function withoutFigures(filter: TaskFilter): TaskFilter {
  const topics = filter.topics?.map((topic) =>
    topic.replace(/(?:^|\s)[\d.]+(?:\p{Script=Han}|[a-z]{1,2}|%)?(?=\s|$)/gu, '').trim(),
  )
  return topics === undefined ? filter : { ...filter, topics: topics.filter((topic) => topic !== '') }
}

/** 正文写600个，附件写多少: the one figure is said to tell the other apart, and stands in one place only. */
const bothPlaces = ({ text, named, documents }: Slots, filter: TaskFilter): TaskFilter =>
  (/正文/.test(text) && /附件|附表|清单|表里/.test(text)) || (named && (documents?.ids.length ?? 0) > 1)
    ? withoutFigures(filter)
    : filter

/** How a figure falls to the districts is asked, not one district's. */
export const EACH_PART =
  /各区(?!人民)|(?:只|仅)有?[一1几两]个区|哪[^，。？?]{0,3}区(?!政府)[^，。？?]{0,2}有|分区|哪(?:个|几个|些)区|每个?区|最[多少高低大小长短重轻]的?(?:一个)?区|区.{0,4}最[多少高低大小长短重轻]/

/** 哪几个区: which of them have a part; 每个区多少 asks for each one's figure. */
const WHICH_PART = /哪(?:些|几|一|个)?(?:个)?区|涉及/

/** 2024年多少，三年目标多少: no one year's figure answers. */
const SEVERAL_YEARS = /[两三四五]年(?!(?:行动|计划|方案|规划))(?:合计|总共|一共|共|的?目标|累计|加起来|总)/

export function metricQuery(slots: Slots, filter: TaskFilter, intent: Intent): Query {
  // 相关区人民政府指的是哪些区 asks who they are, not for their figures.
  const meaning = intent === 'definition' && slots.topics.length === 0 && slots.units.length > 0
  // 22年1号议案、规划、工作报告各定的多少: the year tells the first document, and the others have years of their own.
  const ofOne = slots.years.length === 1 && !(slots.named && (slots.documents?.ids.length ?? 0) > 1)
  const year = ofOne && !SEVERAL_YEARS.test(slots.text) ? { year: slots.years[0]! } : yearOfEnd(slots)
  return {
    kind: 'metric',
    filter: meaning ? filter : bothPlaces(slots, softUnits(slots, softYear(slots, filter))),
    ...(meaning ? {} : partAsked(slots)),
    ...year,
    ...(OPEN.test(slots.text) && !/多少|几/.test(slots.text) ? { open: true } : {}),
    ...rankAsked(slots.text),
    ...(slots.before === undefined || slots.before.length === 0 ? {} : { carried: slots.before }),
    ...(slots.intent === 'deadline' ? { when: true } : {}),
    ...(SO_FAR.test(slots.text) ? { soFar: true } : {}),
    ...(REACHED.test(slots.text) ? { reached: true } : {}),
    ...(TOTAL.test(slots.text) ? { total: true } : {}),
    ...extentOf(slots.text),
    ...perOf(slots.text),
    ...(NUMBER.test(slots.text) ? { number: true } : {}),
    ...ordinalOf(slots.text),
    ...(slots.years.length > 1 && slots.by === null ? { beside: true } : {}),
    ...(measureOf(slots) === null ? {} : { measure: measureOf(slots)! }),
    ...(slots.month !== null && !/月(?:份|底|末)?(?:之|以)?前/.test(slots.text)
      ? { month: slots.month }
      : {}),
    ...(intent === 'definition' || /定义|什么意思|口径/.test(slots.text) ? { definition: true } : {}),
  }
}

/** 2024年底有多少家: the end of a year is of that year. */
const yearOfEnd = ({ text, years, dueTo, documents }: Slots) =>
  years.length === 0 && documents === null && dueTo?.endsWith('-12-31') && /20\d{2}年[底末]/.test(text)
    ? { year: Number(dueTo.slice(0, 4)) }
    : {}

/** 去年完成多少, 2024年实际做到多少: what came of it, not what was to be. */
const REACHED =
  /(?:去年|上一?年|前年)(?:是|有|为)(?:多少|几)|(?:去年|上一?年|前年|20\d{2}年)[^，。？?]{0,12}(?:实际|完成了?(?:多少|几)|(?:做|达|办|建|干|引进)(?:到|成|完)?了(?:多少|几))/

/** 到2027年总共, 三年累计: a sum over years. 一共 of one year is its figure. */
const TOTAL = /(?:到20\d{2}年|[两三五]年)[^，。？?]{0,6}(?:总共|一共|合计|累计|总计|加起来)|累计|总计/

/** 累计达到多少家, 新增多少家; of 三年累计新增 neither. */
function extentOf(text: string) {
  const [all, fresh] = [/累计|总数|存量|保有量/.test(text), /新增|净增/.test(text)]
  if (all === fresh || /[两三五几]年|到20\d{2}年/.test(text)) return {}
  return { extent: all ? ('all' as const) : ('new' as const) }
}

/** 每个月, 每周, 平均每天: of so long a time. */
function perOf(text: string) {
  if (/各年|分年度?|逐年|历年/.test(text)) return { per: '年' }
  const per = /每个?(?<per>[年月季周天])(?![报调度均级薪])|每个?(?<day>日)(?![报均])/.exec(text)?.groups
  const said = per?.per ?? (per?.day === undefined ? undefined : '天')
  return said === undefined ? {} : { per: said }
}

/** 几条路 asks for names. */
const NUMBER = /多少|几(?![号月]|[条座个]?(?:路|线|桥|街|村|镇|区))/

/** 是第几届, 第几批: a number in order. */
function ordinalOf(text: string) {
  const ordinal = /第几(?<of>[届次期批轮代])/.exec(text)?.groups?.of
  return ordinal === undefined ? {} : { ordinal }
}

/** 候车亭最多的区: the districts by their figure. */
function rankAsked(text: string) {
  if (!EACH_PART.test(text)) return {}
  if (/最[多高大长重]/.test(text)) return { rank: 'most' as const }
  return /最[少低小短轻]/.test(text) ? { rank: 'least' as const } : {}
}

/** 居民收入的目标是什么: words tell it where no figure does; 多少 asks for a figure. */
const OPEN = /目标(?:是|定的?)?(?:什么|啥|怎么)|怎么定的/

const partAsked = ({ by, text }: Slots) =>
  by === null
    ? EACH_PART.test(text)
      ? { by: '各区', ...(WHICH_PART.test(text) ? { whichPart: true } : {}) }
      : {}
    : { by, ...(/全市/.test(text) ? { withWhole: true } : {}) }

/** 一路一特色是哪条路: a thing is asked for, no task. */
export const WHICH_THING = /哪(?:一|几)?(?:条|座|个|处)(?:路|线|桥|街|村|镇|镇街|街道|公路)/

/** 现在办了几场, 引进了几家了: how far it has come. */
const SO_FAR =
  /(?:现在|目前|眼下|至今|到现在|到目前|截至(?:目前|现在)|已经?)[^，。？?]{0,10}\p{Script=Han}(?:了|到|成)?了?(?:多少|几)(?!年|月)|了(?:多少|几)\p{Script=Han}{1,2}了|(?<!20\d\d年.*)(?:完成|建成|建好|办完|落地|开通|引进|签约)了(?:多少|几)|今年[^，。？?]{0,8}(?:放|发|贷|投|招|引|签|培训|修|办)(?:出|到|成)?了(?:多少|几)/u

/** The measure said, or the one the words imply: 增速 and 占比 are shares whatever else the clause counts. */
function measureOf(slots: Slots): string | null {
  if (WHICH_THING.test(slots.text)) return null
  // 品牌价值多少、排多少名: the measure said is that of one of them only.
  if (slots.measure !== null && /多少(?=\s*[、，,和])/.test(slots.text)) return null
  if (slots.measure !== null && slots.measure !== '个') return slots.measure
  if (/多少(?:的)?(?:补贴|补助|奖励|奖金|资金|经费|费用|贴息|税|钱|款|利息|工资|罚金)/.test(slots.text))
    return '元'
  if (slots.measure === null && /里程(?:是|呢)?[？?]?$/.test(slots.text)) return '公里'
  if (slots.measure === null && /名额(?:是|呢)?[？?]?$/.test(slots.text)) return '人'
  if (/多长(?!时间)|多宽|多远|多深/.test(slots.text)) return '米'
  return /增速|增幅|增长率|增长(?:目标|多少|几|是|要|为|[？?]|$)|占比|比重/.test(slots.text)
    ? '%'
    : slots.measure
}

/** A year alone does not choose documents for a figure: a plan of several years has a column for it. */
function softYear(slots: Slots, filter: TaskFilter): TaskFilter {
  if (
    slots.named ||
    slots.years.length === 0 ||
    slots.documents?.ids.length === 0 ||
    slots.topics.length === 0
  )
    return filter
  const { documents: _, ...rest } = filter
  return rest
}

/** A district in a question for a figure is the part asked for, not a unit whose tasks are meant. */
export function softUnits(slots: Slots, filter: TaskFilter): TaskFilter {
  if (slots.by === null && !EACH_PART.test(slots.text)) return filter
  const { units: _, ...rest } = filter
  return rest
}
