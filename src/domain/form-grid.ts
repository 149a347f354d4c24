import type { Day } from './span.ts'

/** A cell of a table as read from a file, before anyone knows what the table is. */
export interface FormCell {
  /** As shown, trimmed; line breaks stay. */
  readonly text: string
  /** Where the file has a number. */
  readonly number: number | null
  /** Where the file has a date. */
  readonly day: Day | null
  /** Row and column of the merged cell it repeats; null: a cell of its own, or the first of a merged one. */
  readonly from: readonly [number, number] | null
}

/** A squared table: merged cells repeated, hidden columns and rows that a filter hides included. */
export interface FormGrid {
  /** Sheet, or 第2张表. */
  readonly name: string
  /** Lines over the table, where the file has them apart from it. */
  readonly above: readonly string[]
  readonly rows: readonly (readonly FormCell[])[]
  /** What the file counts the first of `rows` as. */
  readonly firstRow: number
}
