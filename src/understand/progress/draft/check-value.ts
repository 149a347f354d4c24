import { type Doubt, doubtsOf } from '../../../domain/progress-check.ts'
import type { Fitted } from '../figure/fit-unit.ts'
import type { LastReading, OwnMetric } from '../ledger.ts'
import { doubtWords } from '../wording.ts'

/** A value taken for a metric. */
export interface Taken {
  readonly metric: OwnMetric
  readonly fitted: Fitted
  readonly saidUnit: string
}

/** What must be asked about a value before it is written, in Chinese; `last` is the value on record. */
export function checkedValue({ metric, fitted, saidUnit }: Taken, last: LastReading | null): string[] {
  const facts = {
    metric: metric.name,
    shown: `${fitted.value}${fitted.unit}`,
    value: fitted.value,
    target: `${metric.value}${metric.unit}`,
    last: last && `${last.value}${last.unit}`,
    saidUnit: fitted.near ?? saidUnit,
  }
  const doubts: readonly Doubt[] = doubtsOf({
    value: fitted.base,
    target: metric.value,
    last: last?.value ?? null,
    kind: metric.kind,
    name: metric.name,
    unit: metric.unit,
    saidUnit: fitted.near,
  })
  return doubts.map((doubt) => doubtWords(doubt, facts))
}
