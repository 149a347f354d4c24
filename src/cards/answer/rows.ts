import type { QuotedClause, QuotedTask } from '../../answer/facts.ts'
import type { TaskRow } from '../../answer/ledger.ts'
import type { Block, Row } from '../../domain/message.ts'
import { documentLabel } from '../../understand/document-names.ts'
import { marked } from './emphasis.ts'
import { documentsOf } from './naming.ts'
import type { SourceBook } from './sources.ts'
import { dueLine, leadLine, taskLead, unitLine } from './wording.ts'

export const PAGE = 5

/** What an entry tells beside its clause. */
export interface Told {
  /** all: every unit; lead: who leads; none: the answer has said it. */
  readonly units: 'all' | 'lead' | 'none'
  /** The document, where the answer speaks of several. */
  readonly document: boolean
}

/** One task as a list entry: number and title, the clause with its targets, its units and deadline. */
export function taskRow(row: TaskRow, book: SourceBook, told: Told): Row {
  const units = told.units === 'all' ? unitLine(row) : told.units === 'lead' ? leadLine(row) : ''
  const small = [told.document ? documentLabel(row.document) : '', units, dueLine(row) ?? ''].filter(
    (part) => part !== '',
  )
  return {
    lead: taskLead(row),
    text: marked(row.text, row.metrics),
    ...(small.length === 0 ? {} : { small: small.join(' · ') }),
    source: book.add(row, row.text),
  }
}

export function taskRows(rows: readonly TaskRow[], book: SourceBook, told: Partial<Told> = {}): Block {
  const document = told.document ?? documentsOf(rows).length > 1
  const units = told.units ?? 'all'
  return { kind: 'rows', rows: rows.map((row) => taskRow(row, book, { units, document })), pageSize: PAGE }
}

export const nearRows = (near: readonly QuotedTask[], book: SourceBook): Block =>
  taskRows(
    near.map(({ row }) => row),
    book,
    { document: true, units: 'lead' },
  )

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
