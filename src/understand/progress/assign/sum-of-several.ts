import { parseNumber } from '../../../text/numbers.ts'
import type { Told } from '../figure/context.ts'
import { fitUnit } from '../figure/fit-unit.ts'
import type { LedgerTask, OwnMetric } from '../ledger.ts'
import type { Matcher } from '../match/match.ts'
import { asks } from '../wording.ts'
import type { Claim, Loose, Place, Step } from './assign.ts'

const SUM = '(?:合计|总计|共计|合起来|加起来|一共|总共|[总共])'
/** 合计, and nothing named by it. */
const ONLY_SUM = new RegExp(`^[，、； ]?(?:两|三|四|五|[2-5])?[项类个者样]?${SUM}(?:是|为|有|达|完成|建成)?$`)
/** 两类航线合计, 三项共. */
const KINDS_TOGETHER = new RegExp(`(?<n>[两三四五2-5])[项类种个块样][^，。；\\d]{0,6}?${SUM}`)
/** What joins names: 商业和治理类, 重大专项、重点研发. */
const JOINT = /[、和与及跟]|以及|加上?(?!起来|一起)/

/** 商业7条，治理905条，合计912条: what was just said of several metrics, added up. */
export function isTotalOfTold(told: Told, done: readonly Claim[]): boolean {
  if (told.role !== 'value' || !ONLY_SUM.test(told.before)) return false
  const values = done.filter((c) => c.told.role === 'value')
  const metrics = new Set(values.map((c) => c.metric))
  return metrics.size > 1 && endsThatAddUp(told.figure.value.value, values)
}

/** The last two, three … of the values make the total. */
function endsThatAddUp(total: number, values: readonly Claim[]): boolean {
  return values.slice(0, -1).some((_, i) => {
    const sum = values.slice(i).reduce((n, c) => n + c.told.figure.value.value, 0)
    return Math.abs(sum - total) < 1e-6 * total
  })
}

/** 商业和治理类共912条, 两类航线合计912条: one figure for several metrics is the value of none; it is asked apart. */
export function sumOfSeveral(told: Told, place: Place, { matcher }: Step): Loose | null {
  const [said] = told.names
  if (told.role !== 'value' || said === undefined || !opensClause(told, said)) return null
  const by = { matcher, tasks: place.named ? place.tasks : place.open }
  const meant = (KINDS_TOGETHER.test(said) ? ofOneKind(said, by) : namedTogether(said, by)).filter(
    (m) => m.metric.unit !== '%' && fitUnit(told.figure.value, m.metric) !== null,
  )
  const [first, ...more] = meant
  if (first === undefined || more.length === 0) return null
  const names = meant.map((m) => m.metric.name)
  return { told, ask: asks.sumOf(told.figure.text, names), about: [first.task] }
}

/** Its words are all that stands before it, from the pause on. */
const opensClause = ({ before }: Told, said: string): boolean => before !== '' && before.endsWith(said)

interface Meant {
  readonly task: LedgerTask
  readonly metric: OwnMetric
}

interface By {
  readonly matcher: Matcher
  readonly tasks: readonly LedgerTask[]
}

/** All metrics of the task whose kinds are added up; none where they are the kinds of one metric: 三类智慧商业载体. */
function ofOneKind(said: string, { matcher, tasks }: By): readonly Meant[] {
  const [best] = matcher.metrics(said, tasks)
  const task = best?.task ?? (tasks.length === 1 ? tasks[0] : undefined)
  const kinds = parseNumber(KINDS_TOGETHER.exec(said)?.groups?.n ?? '')
  if (task === undefined || best?.metric.name.split('、').length === kinds) return []
  return task.metrics.map((metric) => ({ task, metric }))
}

/** The metrics named one beside the other; none unless every name is one of the same task. */
function namedTogether(said: string, { matcher, tasks }: By): readonly Meant[] {
  const names = said.split(JOINT)
  const [last] = matcher.metrics(names.at(-1) ?? '', tasks)
  if (names.length < 2 || last === undefined) return []
  const each = names.map((name) => matcher.metrics(name, [last.task])[0])
  const known = each.flatMap((m) => (m === undefined || m.vague || m.score < ENOUGH ? [] : [m]))
  const apart = known.filter((m, i) => known.findIndex((o) => o.metric === m.metric) === i)
  return known.length < names.length ? [] : apart
}

/** So much of each name must be a metric's own. */
const ENOUGH = 0.25
