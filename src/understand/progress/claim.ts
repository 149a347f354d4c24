import type { Claim, Loose } from './assign.ts'
import type { Told } from './context.ts'
import { fitUnit } from './fit-unit.ts'
import type { MetricMatch } from './metric-score.ts'

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
