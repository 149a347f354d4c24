import type { Query, TaskFilter } from '../../domain/query.ts'
import type { Facts } from '../facts.ts'
import { type Finder, findTasks, isDueWritten } from '../find-tasks.ts'
import { askedOf, searchedIn } from '../scope.ts'
import { answerDuty } from './duty.ts'

type DeadlineQuery = Extract<Query, { kind: 'deadline' }>

/** When a task must be done: only what is written counts; a year that merely heads the document does not. */
export async function answerDeadline(query: DeadlineQuery, finder: Finder): Promise<Facts> {
  const rows = await findTasks(query.filter, 'best', finder)
  const dated = rows.filter((row) => isDueWritten(row))
  if (dated.length > 0) return { kind: 'deadline', asked: askedOf(query.filter), rows: dated }
  const topic = query.filter.topics?.join(' ')
  const documents = query.filter.documents
  if (query.filter.dueTo !== undefined && topic === undefined) return nothingDue(query.filter, finder)
  if (rows.length === 0) {
    const duty = await answerDuty(
      {
        kind: 'duty',
        ...(documents === undefined ? {} : { documents }),
        ...(topic === undefined ? {} : { topic }),
      },
      finder,
    )
    if (duty.kind === 'duty') return duty
  }
  return {
    kind: 'none',
    why: rows.length > 0 ? 'no-deadline' : 'nothing',
    about: askedOf(query.filter).topic ?? '',
    searched: searchedIn(documents, finder.lexicon),
    near: rows.slice(0, 3).map((row) => ({ row, sentence: row.text })),
  }
}

/** Nothing falls due in the span that was asked for: what falls due next is told. */
export async function nothingDue(filter: TaskFilter, finder: Finder): Promise<Facts> {
  const { dueFrom = null, dueTo = '', ...rest } = filter
  const later = await findTasks({ ...rest, dueFrom: dueTo }, 'list', finder)
  const next = later
    .filter((row) => isDueWritten(row))
    .sort((a, b) => (a.dueOn ?? '').localeCompare(b.dueOn ?? ''))
  return {
    kind: 'none',
    why: 'no-due',
    about: askedOf(rest).unit ?? '',
    searched: searchedIn(filter.documents, finder.lexicon),
    near: next.slice(0, 3).map((row) => ({ row, sentence: row.text })),
    due: { from: dueFrom, to: dueTo },
  }
}
