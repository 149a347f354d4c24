import type { Told } from '../figure/context.ts'
import { fitUnit } from '../figure/fit-unit.ts'
import type { MetricMatch } from '../match/metric-score.ts'
import type { Claim, Loose } from './assign.ts'

/** The figure as a reading of the metric. */
export function claim(
  told: Told,
  { task, metric, score }: Pick<MetricMatch, 'task' | 'metric'> & { readonly score?: number },
  note: string | null = null,
): Claim | Loose {
  const fitted = fitUnit(told.figure.value, metric)
  return fitted === null
    ? { told, ask: null, about: [task] }
    : { told, task, metric, fitted, note, score: score ?? 0 }
}
