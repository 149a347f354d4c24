import type { LastReading, LedgerTask } from './ledger.ts'
import type { Report } from './read-report.ts'

/** What the talk so far has left: values, and the tasks spoken of last. */
export interface Memory {
  readonly last: readonly LastReading[]
  /** Values of the latest report alone, which a correction is about. */
  readonly latest: readonly LastReading[]
  readonly focus: readonly LedgerTask[]
}

export function remember(memory: Memory, report: Report): Memory {
  const bases = report.entries.flatMap((e) => e.bases)
  const same = (a: LastReading, b: LastReading): boolean => a.taskId === b.taskId && a.metric === b.metric
  return {
    last: [...memory.last.filter((l) => !bases.some((b) => same(l, b))), ...bases],
    latest: bases.length > 0 ? bases : memory.latest,
    focus: report.entries.length > 0 ? report.entries.map((e) => e.task) : memory.focus,
  }
}
