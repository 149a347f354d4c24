import type { TaskRow } from '../../answer/ledger.ts'
import type { QuotedClause, QuotedTask } from '../../answer/quoted.ts'
import type { Block, Row } from '../../domain/message.ts'
import type { Day } from '../../domain/span.ts'
import type { TaskStanding } from '../../domain/standing.ts'
import { documentLabel } from '../../understand/names/documents.ts'
import { marked } from './emphasis.ts'
import { documentsOf } from './naming.ts'
import { standingLine } from './progress-words.ts'
import type { SourceBook } from './sources.ts'
import { dueLine, leadLine, taskLead, unitLine } from './task-words.ts'

export const PAGE = 5

/** What an entry tells beside its clause. */
export interface Told {
  /** all: every unit; lead: who leads; none: the answer has said it. */
  readonly units: 'all' | 'lead' | 'none'
  /** The document, where the answer speaks of several. */
  readonly document: boolean
  readonly lights?: Lights
}

/** How tasks stand today, by the ids of their rows. */
export interface Lights {
  readonly of: ReadonlyMap<number, TaskStanding>
  readonly today: Day
}

/** One task as a list entry: number and title, the clause with its targets, its units and deadline. */
export function taskRow(row: TaskRow, book: SourceBook, told: Told): Row {
  const units = told.units === 'all' ? unitLine(row) : told.units === 'lead' ? leadLine(row) : ''
  const standing = told.lights?.of.get(row.id)
  const known = standing?.report ? standingLine(standing, told.lights?.today ?? '') : ''
  const small = [known, told.document ? documentLabel(row.document) : '', units, dueLine(row) ?? ''].filter(
    (part) => part !== '',
  )
  return {
    lead: taskLead(row),
    text: marked(row.text, row.metrics),
    ...(small.length === 0 ? {} : { small: small.join(' · ') }),
    ...(standing === undefined ? {} : { light: standing.light }),
    source: book.add(row, row.text),
  }
}

export function taskRows(rows: readonly TaskRow[], book: SourceBook, told: Partial<Told> = {}): Block {
  const document = told.document ?? documentsOf(rows).length > 1
  const units = told.units ?? 'all'
  const entries = rows.map((row) => taskRow(row, book, { ...told, units, document }))
  return { kind: 'rows', rows: entries, pageSize: PAGE }
}

export const nearRows = (
  near: readonly QuotedTask[],
  book: SourceBook,
  units: Told['units'] = 'lead',
): Block =>
  taskRows(
    near.map(({ row }) => row),
    book,
    { document: true, units },
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
