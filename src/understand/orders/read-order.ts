import type { NamedTask } from '../../domain/named-task.ts'
import type { ActOrder, Order } from '../../domain/order.ts'
import type { Viewer } from '../../domain/person.ts'
import type { Day } from '../../domain/span.ts'
import type { UnitSlot } from '../../domain/task-filter.ts'
import { findUnits } from '../finders/units.ts'
import { resolveUnits } from '../names/resolve-units.ts'
import type { Lexicon } from '../prepare.ts'
import { ACTS, reasonIn } from './acts.ts'
import { readDutyOrder } from './duty-order.ts'
import { remindLater } from './remind-later.ts'
import { reportAsked } from './report-asked.ts'
import { wantsReport } from './report-wanted.ts'
import { scopeOfAct } from './scope.ts'
import { asksForList, stopped, subscribed } from './standing.ts'

export interface Ordering {
  readonly viewer: Viewer
  readonly lexicon: Lexicon
  readonly today: Day
  /** Tasks the message names. */
  readonly tasks: readonly NamedTask[]
}

const ASKING = /[？?]|吗|多少|哪(?!怕)|谁|什么|怎么|为何|如何|是不是|有没有|能不能|几(?:家|个|项|次)/

/** Acts of supervisors and leaders on tasks and units (催办, 确认, 退回, 销号, 重新打开); null: none is said. */
export function readAct(text: string, how: Ordering): ActOrder | null {
  const rule = ACTS.find((r) => r.pattern.test(text) && !(r.unless?.test(text) ?? false))
  if (rule === undefined || ASKING.test(text)) return null
  const units = unitsIn(text, how)
  const scope = scopeOfAct(text, how.tasks, units)
  if (rule.do === 'press' && scope.whom === 'none' && !/催/.test(text)) return null
  return {
    ...scope,
    do: rule.do,
    reason: rule.do === 'press' || rule.do === 'confirm' ? null : reasonIn(text, rule.pattern),
    urgent:
      /加急|急(?:件|催)|马上|立即|立刻|抓紧|尽快/.test(text) && rule.do === 'press' && /加急/.test(text),
  }
}

/** Orders anybody may give: standing orders, reports, a later reminder, the form; null: none is said. */
export function readOrder(text: string, how: Ordering): Order | null {
  const duty = readDutyOrder(text, how)
  if (duty !== null) return duty
  if (asksForList(text)) return { do: 'subscriptions' }
  const units = unitsIn(text, how)
  const asked = reportAsked(text, { today: how.today, tasks: how.tasks, units })
  const standing = stopped(text) ?? (WHEN.test(text) ? null : subscribed(text, asked))
  if (standing !== null) return standing
  const later = remindLater(text, how.today)
  if (later !== null) return later
  if (OWED.test(text) && how.viewer.roles.includes('liaison')) return { do: 'owed' }
  if (FORM.test(text)) return { do: 'form', tasks: how.tasks }
  return wantsReport(text, units) ? { ...asked, do: 'report' } : null
}

/** 每月报送时间是什么时候 asks; 每月1号发我 orders. */
const WHEN = /什么|谁|怎么|多久|几号|多少|几[个家场条项人次名套]|是不是|吗|？|要求|哪天|为什么/
const FORM =
  /(?:打开|发我|给我|要)(?:一下|个|份)?(?:[^，。；]{0,8}的)?(?:表单|填报表|填表|填报卡|报送卡|填报的?(?:表|卡片))|(?:填报表|表单|填报卡|报送卡)(?:再)?(?:发|给|打开)(?:一下|一份)?(?:给)?我/
const WHOSE = '(?:我们?(?:单位|局|这边)?|咱们?(?:单位|局)?)?'
const WHEN_OWED = '(?:今天|这期|本期|这次|这回|本月|这个月|本季度|这季度|现在|目前|最近)?'
/** 今天有什么要报的, 我们这个月要报哪些, 我还要报什么. A unit or a document named makes it a question. */
const OWED = new RegExp(
  `^${WHOSE}${WHEN_OWED}${WHOSE}(?:还|都)?(?:(?:有|是)?(?:什么|哪些|啥|几项)(?:任务|事项|东西)?(?:需要|要|该|得|应)(?:我们?)?报送?的?|(?:需要|要|该|得|应)报送?(?:什么|哪些|啥|几项)(?:任务|事项)?)(?:[呢啊呀]|吗)?[？?]?$`,
)
function unitsIn(text: string, { lexicon, viewer }: Ordering): readonly UnitSlot[] {
  return resolveUnits(findUnits(text, lexicon), lexicon, viewer).units
}
