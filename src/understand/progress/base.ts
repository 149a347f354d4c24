import type { LastReading, LedgerTask, OwnMetric } from './ledger.ts'

/** A value in the metric's own unit, as later figures are held against it. */
export const baseOf = (
  { task, metric }: { readonly task: LedgerTask; readonly metric: OwnMetric },
  value: number,
): LastReading => ({ taskId: task.id, metric: metric.name, value, unit: metric.unit })
