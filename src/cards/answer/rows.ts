import type { QuotedClause, QuotedTask } from '../../answer/facts.ts'
import type { IndicatorRow, TaskRow } from '../../answer/ledger.ts'
import type { Block, Row } from '../../domain/message.ts'
import { documentLabel } from '../../understand/document-names.ts'
import type { SourceBook } from './sources.ts'
import { dueLine, say, taskLead, unitLine } from './wording.ts'

export const PAGE = 5

/** One task as a list entry: number and title, the clause, its units and deadline. */
export function taskRow(row: TaskRow, book: SourceBook): Row {
  const small = [documentLabel(row.document), unitLine(row), dueLine(row)].filter(
    (part) => part !== null && part !== '',
  )
  return { lead: taskLead(row), text: row.text, small: small.join(' · '), source: book.add(row, row.text) }
}

export const taskRows = (rows: readonly TaskRow[], book: SourceBook): Block => ({
  kind: 'rows',
  rows: rows.map((row) => taskRow(row, book)),
  pageSize: PAGE,
})

/** The clause with its telling sentence marked. */
export function clauseBlocks(clauses: readonly QuotedClause[], book: SourceBook): Block[] {
  return clauses.flatMap(({ row, sentence }): Block[] => [
    { kind: 'note', text: row.heading },
    {
      kind: 'quote',
      text: row.text,
      marked: sentence === row.text ? null : sentence,
      source: book.add(row, row.text),
    },
  ])
}

export const nearRows = (near: readonly QuotedTask[], book: SourceBook): Block => ({
  kind: 'rows',
  rows: near.map(({ row }) => taskRow(row, book)),
  pageSize: PAGE,
})

/** Cells of tables: one indicator a small table of parts by period, or a list where there is one cell each. */
export function indicatorBlocks(rows: readonly IndicatorRow[], book: SourceBook): Block[] {
  const groups = new Map<string, IndicatorRow[]>()
  for (const row of rows) {
    const key = `${row.document.id}|${row.table}|${row.name}`
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()].flatMap((group) => indicatorGroup(group, book))
}

function indicatorGroup(rows: readonly IndicatorRow[], book: SourceBook): Block[] {
  const [first] = rows
  if (first === undefined) return []
  const where = `${documentLabel(first.document)} ${first.table}`
  const lines: Row[] = rows.map((row) => ({
    lead: [row.by, row.period].filter((part) => part !== null).join(' · ') || row.name,
    text: `${row.name}：${cell(row)}`,
    source: book.add(row, `${row.name} ${[row.by, row.period].filter(Boolean).join(' ')} ${cell(row)}`),
  }))
  const notes = [
    ...new Set(rows.flatMap((row) => (row.note === null || row.note.length < 6 ? [] : [row.note]))),
  ]
  const doubt: Block[] = rows.some((row) => !row.certain) ? [{ kind: 'note', text: say.uncertainCell }] : []
  return [
    { kind: 'note', text: where },
    { kind: 'rows', rows: lines, pageSize: 12 },
    ...notes.map((text): Block => ({ kind: 'note', text })),
    ...doubt,
  ]
}

const cell = (row: IndicatorRow): string => {
  const value = row.target ?? (row.value === null ? '（空）' : String(row.value))
  return row.unit === null || value.endsWith(row.unit) || /[^\d.,]/.test(value)
    ? value
    : `${value}${row.unit}`
}
