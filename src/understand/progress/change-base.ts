import type { Day } from '../../domain/span.ts'
import type { Claim } from './assign/assign.ts'
import { baseOf } from './base.ts'
import type { LastReading } from './ledger.ts'
import { fromIncrement, type None, type Settled } from './settle-change.ts'

/** 一季度办了412场，二季度又办了503场; 报过206个，现在再加9个: of a later time than the one value said, and on top of it. */
export function increaseSince(
  claims: readonly Claim[],
  [value, ...more]: readonly Claim[],
): ((none: None) => Settled) | null {
  const later = claims.filter((c) => c.told.role === 'increment' && /又|再/.test(c.told.before))
  const [change, ...others] = later
  if (value === undefined || change === undefined || more.length + others.length > 0) return null
  if (!isReportedBefore(value, change) && !isLater(value.told.at, change.told.at)) return null
  const base = baseOf(value, value.fitted.base)
  return (none) => fromIncrement(change, base, none)
}

const isLater = (day: Day | null, then: Day | null): boolean => day !== null && then !== null && then > day

/** 我们报过206个，现在再加9个. */
const isReportedBefore = (value: Claim, change: Claim): boolean =>
  /(?<![没未])(?:报|填|登)过(?:的|了)?(?:是|为|有)?$/.test(value.told.before) &&
  change.told.figure.start > value.told.figure.start

/** 比目标多一家: the target is what it is on top of. */
export const overTarget = ({ told, task, metric }: Claim): LastReading | null =>
  told.rule.startsWith('over the target') && metric.kind === 'total'
    ? baseOf({ task, metric }, metric.value)
    : null

/** 上次报的61，又加了4个: the base stands in the message itself. */
export function toldBefore(claims: readonly Claim[]): LastReading | null {
  const old = claims.filter((c) => c.told.role === 'previous')
  const [only] = old
  return only === undefined || old.length > 1 ? null : baseOf(only, only.fitted.base)
}
