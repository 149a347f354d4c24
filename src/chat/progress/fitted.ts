import type { Reading } from '../../domain/heard.ts'
import { fitUnit } from '../../understand/progress/figure/fit-unit.ts'
import type { OwnMetric } from '../../understand/progress/ledger.ts'

/** A reading in its metric's own unit (0.8亿元 of 万元 → 8000); null where the units do not meet. */
export function fittedValue(reading: Reading, metric: OwnMetric): number | null {
  const figure = { ...reading, max: null, about: false, bound: false, limit: false }
  return fitUnit(figure, metric)?.base ?? null
}
