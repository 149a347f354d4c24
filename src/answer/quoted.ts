import type { ClauseRow, TaskRow } from './ledger.ts'

/** A row with the sentence of it that answers best. */
export interface QuotedTask {
  readonly row: TaskRow
  readonly sentence: string
}

export interface QuotedClause {
  readonly row: ClauseRow
  readonly sentence: string
}
