import { contentOf } from '../clauses.ts'
import type { Told } from '../figure/context.ts'
import type { LedgerTask } from '../ledger.ts'
import type { Matcher } from '../match/match.ts'
import type { MetricMatch } from '../match/metric-score.ts'
import { asks } from '../wording.ts'
import { ENOUGH_OPEN, isOfAnother } from './another-task.ts'
import type { Claim, Loose, Place, Step } from './assign.ts'

const OF_TARGET = /完成|任务|目标|进度/

/** 完成年度目标的84%. */
export const isShareOfTarget = ({ role, figure, before }: Told): boolean =>
  role === 'target' &&
  figure.value.unit === '%' &&
  /的$|完成(?:了|近|约|超|过)*(?:(?:年度|全年|既定)?(?:目标|任务)(?:数|值)?(?:的|近|约|超)*)?$/.test(before)

/** The metric the words name, unless they are of another task as a whole. */
function metricNamed(
  { names }: Told,
  open: readonly LedgerTask[],
  matcher: Matcher,
): MetricMatch | undefined {
  const [best] = names.flatMap((said) => matcher.metrics(said, open))
  const others = best !== undefined && names.some((said) => isOfAnother(said, best, { matcher, open }))
  return others ? undefined : best
}

/** 还有三成没做: a share of what is left. */
export const isShareLeft = ({ role, figure }: Told): boolean =>
  (role === 'waiting' || role === 'remaining') && figure.value.unit === '%'

/** A share said under a task's number is of that task: 占年度计划的86%. */
const openTo = ({ named, behind, tasks, open }: Place): readonly LedgerTask[] =>
  named && behind !== true ? tasks : open

/** 产业项目401个，到位资金完成年度目标的76.3%: a share of a metric that has no value yet. */
function otherShare(told: Told, done: readonly Claim[], place: Place, { matcher }: Step): Loose | null {
  if (told.figure.value.unit !== '%' || !/完成[^，。；]{0,8}$|的$/.test(told.before)) return null
  const best = metricNamed(told, openTo(place), matcher)
  if (best === undefined || best.score < ENOUGH_OPEN || best.metric.unit === '%') return null
  if (done.some((c) => c.metric === best.metric)) return null
  return { told, ask: asks.shareOf(told.figure.text), about: [best.task], among: [best.metric] }
}

/** 九成, 过半, 完成率87% of what is counted: how many that is nobody has said. */
export function shareOf(told: Told, place: Place, how: Step, done: readonly Claim[]): Loose | null {
  const { unit } = told.figure.value
  if (unit !== '成半' && unit !== '%') return null
  const own = place.tasks.flatMap((t) => t.metrics)
  const ofTarget = unit === '成半' || OF_TARGET.test(told.before) || isShareLeft(told)
  const nameless = told.names.every((n) => contentOf(n).length < 2)
  const known = done.some((c) => place.tasks.length === 0 || place.tasks.includes(c.task))
  const another = otherShare(told, done, place, how)
  if (another !== null) return another
  const listed = nameless && /^[、和及与]$/.test(told.before)
  if ((ofTarget || listed) && known) return { told, ask: null, about: [] }
  if (place.named && own.length > 0 && (ofTarget || (nameless && !own.some((m) => m.unit === '%'))))
    return { told, ask: asks.shareOf(told.figure.text), about: [] }
  if (unit !== '成半' && !isShareLeft(told) && !/完成[^，。；]{0,8}$|的$/.test(told.before)) return null
  const best = metricNamed(told, openTo(place), how.matcher)
  if (best === undefined || best.score < ENOUGH_OPEN)
    return unit === '%' ? null : { told, ask: null, about: [] }
  if (unit === '%' && (best.metric.unit === '%' || !ofTarget)) return null
  return { told, ask: asks.shareOf(told.figure.text), about: [best.task] }
}
