import type { Recurrence } from '../../domain/document.ts'
import type { Light } from '../../domain/message.ts'
import { daysOf, type Period, periodOf } from '../../domain/period.ts'
import type { ProgressAspect, ProgressQuery } from '../../domain/progress-query.ts'
import type { TaskFilter, TaskState } from '../../domain/task-filter.ts'
import type { Slots } from '../slots.ts'

interface AspectRule {
  readonly aspect: ProgressAspect
  /** The phrases it reads. */
  readonly name: string
  readonly pattern: RegExp
}

/** The first whose words are there; none: how the tasks stand. */
export const ASPECTS: readonly AspectRule[] = [
  {
    aspect: 'why',
    name: 'why a light is what it is: 为什么是黄灯, 怎么变红灯了, 滞后的原因',
    pattern:
      /(?:为什么|为啥|为何|怎么(?:会|是|就|变|成)了?|凭什么|原因)[^，。？?]{0,12}(?:灯|滞后|落后|逾期)|(?:灯|滞后|落后|逾期)[^，。？?]{0,6}(?:为什么|为啥|为何|原因|怎么回事|啥情况)/,
  },
  {
    aspect: 'history',
    name: 'all reports: 历次报送, 以往的进展, 报送记录, 每个季度都报了什么',
    pattern:
      /历次|历史|以往|往期|各期|每(?:个)?(?:季度?|月|期)(?:都|分别)?(?:报|的?进展)|(?:报送|上报|填报)的?(?:记录|经过)|都报过(?:什么|哪些|几次)/,
  },
  {
    aspect: 'change',
    name: 'against the period before: 和上季度比, 比上个月增加多少, 环比',
    pattern:
      /(?:和|跟|与|同|较|比|对比|相比)上(?:个|一)?(?:季度?|半年|月|年度|期|次|回)|环比|上(?:个|一)?(?:季度?|月|期|次)(?:相比|比较|对比)/,
  },
  {
    aspect: 'difficulties',
    name: 'difficulties and help: 上报的困难, 需协调事项, 卡在哪, 要市里解决什么',
    pattern:
      /困难|难点|堵点|卡点|卡在|卡住|诉求|需(?:要)?[^，。？?]{0,6}(?:协调|解决|支持)|协调(?:的)?(?:事项|问题)|(?:上报|反映|提出|存在|遇到)的?(?:什么|哪些|啥)?问题/,
  },
  {
    aspect: 'reporting',
    name: 'who has reported: 还有谁没报, 市水务局报了没有, 应报多少家, 报送情况',
    pattern:
      /(?:谁|哪(?:些|几|个)?(?:家|个)?(?:单位|部门|局|委办局)|几家|多少家|多少个?(?:单位|部门))[^，。？?]{0,6}(?:没有?|未|不|已经?)(?:按时)?(?:报|交|填)|(?:单位|部门)[^，。？?]{0,4}(?:没有?|未)(?:按时)?(?:报|交|填)|(?:报|交|填)(?:了)?(?:上来)?(?:没有|没|吗|么)(?:$|[？?，。了呢啊])|报没报|交没交|应报|报送(?:情况|进度|率)(?!.{0,6}(?:怎么|如何|要求|给谁))|还差(?:谁|哪)/,
  },
  {
    aspect: 'last',
    name: 'what was reported last: 上次报了多少, 上期报的数, 最近一次报送, 报的是多少',
    pattern:
      /(?:上(?:个|一)?(?:次|期|回|季度?|月)|最近(?:一次)?|最新|前(?:一)?次)[^，。？?]{0,4}报|报(?:了|的(?:是)?)(?:多少|几|什么|啥)|报上来的?(?:是|数)|还差(?:多少|几)/,
  },
  {
    aspect: 'rate',
    name: 'how much is done, against pace: 完成率多少, 序时进度, 总体进度, 完成了百分之几',
    pattern: /完成率|办结率|序时|完成比例|总体进度|整体进度|完成了?(?:百分之几|几成)|完成了(?:几|多少)项/,
  },
]

const LIGHTS: readonly (readonly [Light, RegExp])[] = [
  ['red', /红(?:色)?灯|亮红|[、和红]红的|标红/],
  ['amber', /黄(?:色)?灯|亮黄|标黄/],
  ['green', /绿(?:色)?灯|亮绿|标绿/],
  ['none', /灰灯|没亮灯|未亮灯/],
]

/** 没有落后的: the others. */
const UNTROUBLED = /(?:没有?|不|未|无)(?:落后|滞后|逾期|超期|受阻)/

const STATES: readonly (readonly [TaskState, RegExp])[] = [
  ['pending', /(?:待|未|没有?|还没|要)审核|^审核$/],
  ['undone', /(?:没有?|未|还没)(?:有)?(?:完成|办结|做完|建成)/],
  ['overdue', /逾期(?!未?报|没报)|超期|过期|超时/],
  ['unreported', /(?:未|没有?|还没)(?:有)?(?:按时)?(?:报送|报(?!告)|交|填)|逾期未报/],
  ['silent', /(?:没有?|无|尚无)(?:任何)?进展|没有?动静|没动静/],
  [
    'behind',
    /滞后|落后|掉队|拖(?:后腿|进度)|(?:进度|进展|推进)[^，。？?]{0,3}慢|不达序时|没达到序时|低于序时/,
  ],
  [
    'closed',
    /(?<![没未有])办结|销号|(?<![没未有])(?:完成|办完|做完|建成)了?的|已经?完成|完成了(?:哪|几[项个件]|多少[项个件])/,
  ],
  ['blocked', /受阻|推不动|停滞|卡住|卡壳/],
]

/** A question about progress taken further apart: what of it, in which state, of which period. */
export function progressQuery(slots: Slots, filter: TaskFilter): ProgressQuery {
  const { text } = slots
  const aspect = ASPECTS.find(({ pattern }) => pattern.test(text))?.aspect
  const of = aspect === 'reporting' && asksTasks(slots) ? 'standing' : aspect
  const lights: readonly Light[] = UNTROUBLED.test(text)
    ? ['green']
    : LIGHTS.filter(([, pattern]) => pattern.test(text)).map(([light]) => light)
  const states = lights.length > 0 || (of !== undefined && of !== 'standing') ? [] : statesIn(text)
  const period = of === 'change' ? null : periodOfSpan(slots.span)
  return {
    kind: 'progress',
    filter: {
      ...bareNumber(text, slots),
      ...withoutProgressWords(ofYear(of === 'reporting' ? ofUnits(filter) : filter, slots)),
      ...(states.length === 0 ? {} : { states }),
    },
    ...(of === undefined || of === 'standing' ? {} : { of }),
    ...(lights.length === 0 ? {} : { lights }),
    ...(COUNTS.test(text) && (lights.length > 0 || states.length > 0) ? { count: true } : {}),
    ...(BY_UNIT.test(text) && (lights.length > 0 || states.length > 0) ? { byUnit: true } : {}),
    ...(period === null ? {} : { period }),
  }
}

const BY_UNIT =
  /(?:哪(?:些|几|个)?(?:家|个)?|多少(?:家|个)?|几(?:家|个)?)(?:牵头|责任)?(?:单位|部门|局|委办局|家)|谁的?(?:进度|进展|推进)/

/** 三季度 is the time of a report: the year it lies in chooses no documents. */
const ofYear = ({ documents, ...rest }: TaskFilter, { named, text }: Slots): TaskFilter =>
  documents === undefined ||
  named ||
  /\d{2,4}年|[今去明]年|年度/.test(text.replace(/[^，。？?]{0,2}年[第上下]?[一二三四]?(?:季度|半年)/g, ''))
    ? { ...rest, ...(documents === undefined ? {} : { documents }) }
    : rest

const COUNTS = /(?:几|多少)(?:个|项|件|条|盏|任务|$|[？?了])/

/** 哪些任务没报, 第52项报了没有, 我们单位哪些没报: tasks, not units. */
const asksTasks = ({ text, numbers, units }: Slots): boolean =>
  units.length > 0
    ? /哪(?:些|几项|几个)(?!单位|部门|局)/.test(text)
    : numbers.length > 0 || /任务[^，。？?]{0,4}(?:没|未)|(?:没|未)[^，。？?]{0,6}(?:的)?任务/.test(text)

const statesIn = (text: string): TaskState[] => STATES.filter(([, p]) => p.test(text)).map(([state]) => state)

const RHYTHMS: readonly Recurrence[] = ['monthly', 'quarterly', 'semiannual', 'annual']

/** 三季度 → 2026Q3; null for a span that is no whole period. */
function periodOfSpan(span: Slots['span']): Period | null {
  if (span === null || span.from === null) return null
  const { from, to } = span
  const found = RHYTHMS.map((rhythm) => periodOf(rhythm, from)).find((period) => {
    const { start, end } = daysOf(period)
    return start === from && end === to
  })
  return found ?? null
}

/** 52项完成了吗: of progress one says the number of a task without 第. */
function bareNumber(text: string, { numbers }: Slots): Pick<TaskFilter, 'numbers'> {
  const said = /^(?:那|请问)?(?<no>\d{1,3})项(?!任务|指标)/.exec(text)?.groups?.no
  return said === undefined || numbers.length > 0 ? {} : { numbers: [Number(said)] }
}

/** 还有谁没报 after a list is asked of all units, not of the tasks listed. */
const ofUnits = ({ among: _, ...rest }: TaskFilter): TaskFilter => rest

/** 黄灯, 困难, 完成率: words of the asking are no matter to look for; a day said is when it was reported. */
function withoutProgressWords({
  topics,
  dueFrom: _from,
  dueTo: _to,
  states: _states,
  ...rest
}: TaskFilter): TaskFilter {
  const left = (topics ?? [])
    .map((topic) => topic.replace(WORDS, ' ').replace(/\s+/g, ' ').trim())
    .filter(isMatter)
  return left.length === 0 ? rest : { ...rest, topics: left }
}

const WORDS =
  /^\d{1,3}(?:项|$)|(?:没有?|未|还没|不|无)(?:有)?(?=完成|办结|落后|滞后|逾期|超期|受阻)|能(?:不能)?(?:按时|如期|按期|[^，。？?]{0,5}前)?完成(?:吗|么|不|得了)?|完得成|完不成|还差(?:多少|几)?[个条家项座公里]*|最[慢多]|(?:待|未|没有?|还没|要)?审核|(?:现在|目前)(?:怎么样|多少)?了?|(?:被|标|亮|变|变成)?[红黄绿灰](?:色)?灯|[亮标][红黄绿]|困难|难点|堵点|卡点|诉求|问题|需要?(?=协调|解决|支持)|(?:市里|上级)?(?:协调|解决|支持)(?:的)?(?:事项)?|(?:没有?|未|已|还没)(?:报(?:送)?|交|填)|报(?:送|上来)?(?:了|的是|的)?(?:没有|没|吗|多少|什么)?|上报|填报|反映|提出|逾期|超期|滞后|落后|掉队|受阻|停滞|进展|进度|序时|完成率|办结率?|销号|推进|历次|历史|以往|记录|上(?:个|一)?(?:次|期|季度?|月)|最近一次|最新|环比|相比|对比|比?(?:增加|提高|增长)(?=$|\s|了|多少)|总体|整体|情况|原因|为什么|为啥|完成/g

const isMatter = (topic: string): boolean =>
  topic.length > 0 && !/^[的了是在有和与跟比都还已经被吗呢么多少几项个盏怎样如何\s]*$/.test(topic)
