import { sourceOf } from '../../../src/text/mapped.ts'
import type { Draft } from '../task.ts'
import type { ColumnKind } from './column.ts'
import { cell, type Row, UNIT_KINDS } from './task-cell.ts'

/** One cell across the table, or a lone first cell: the section of the rows below. */
export function acrossText(row: Row): string | null {
  const filled = row.cells.filter((c) => c.text !== '')
  const first = filled[0]
  if (!first || !filled.every((c) => c.text === first.text)) return null
  const isText =
    row.columns.some((c, i) => c.kind === 'text' && row.cells[i]?.text === first.text) && filled.length === 1
  return isText || /^\d+$/.test(first.text) ? null : first.text
}

/** The same merged words again: one task whose units fill several rows. */
export function isSameTask(row: Row, last: Row): boolean {
  const at = (r: Row) => sourceOf(cell(r, 'text')).start
  return (
    cell(row, 'text').text !== '' &&
    cell(row, 'text').text === cell(last, 'text').text &&
    at(row) === at(last)
  )
}

/** A row torn by a page's end goes on in the middle of a sentence, without its number, title and time. */
export function isTornRow(row: Row, last: Draft): boolean {
  const has = (kind: ColumnKind) => row.columns.some((c) => c.kind === kind)
  const mayGoOn = (kind: ColumnKind) => kind === 'text' || UNIT_KINDS.includes(kind)
  if (!has('no') || /[。；！？]$/.test(last.text.text)) return false
  return row.columns.every((c, i) => mayGoOn(c.kind) || (row.cells[i]?.text ?? '') === '')
}

/** One number over several rows that follow one another: they are its parts. */
export function withParts(drafts: readonly Draft[]): Draft[] {
  const isSame = (a: Draft | undefined, b: Draft | undefined) =>
    a !== undefined && b !== undefined && a.no !== null && a.no === b.no && a.section === b.section
  let part = 0
  return drafts.map((draft, i) => {
    const before = isSame(drafts[i - 1], draft)
    part = before ? part + 1 : 1
    return before || isSame(draft, drafts[i + 1]) ? { ...draft, part } : draft
  })
}
