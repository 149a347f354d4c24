import type { Query } from '../../domain/query.ts'
import type { DocumentSlot, TaskFilter } from '../../domain/task-filter.ts'
import type { Facts } from '../facts.ts'
import { type Finder, findTasks, isDueWritten } from '../find-tasks.ts'
import { topicMatcher } from '../match.ts'
import { askedOf, searchedIn } from '../scope.ts'
import { answerDuty } from './duty.ts'
import { dayInCells } from './word-cells.ts'

type DeadlineQuery = Extract<Query, { kind: 'deadline' }>

/** When a task must be done: only what is written counts; a year that merely heads the document does not. */
export async function answerDeadline(query: DeadlineQuery, finder: Finder): Promise<Facts> {
  const rows = await findTasks(query.filter, 'best', finder)
  const dated = rows.filter((row) => isDueWritten(row))
  if (dated.length > 0) return { kind: 'deadline', asked: askedOf(query.filter), rows: dated }
  const topic = query.filter.topics?.join(' ')
  const documents = query.filter.documents
  if (query.filter.dueTo !== undefined && topic === undefined) return nothingDue(query.filter, finder)
  const step = rows.length === 0 && topic !== undefined ? await inStage(documents, topic, finder) : null
  if (step !== null) return step
  const cells = await dayInCells(query, finder)
  if (cells !== null) return cells
  if (rows.length === 0) {
    const duty = await answerDuty(
      {
        kind: 'duty',
        ...(documents === undefined ? {} : { documents }),
        ...(topic === undefined ? {} : { topic }),
      },
      finder,
    )
    // A clause alone tells no day.
    if (duty.kind === 'duty' && duty.duties.length > 0) return duty
  }
  return {
    kind: 'none',
    why: rows.length > 0 ? 'no-deadline' : 'nothing',
    about: askedOf(query.filter).topic ?? '',
    searched: searchedIn(documents, finder.lexicon),
    near: rows.slice(0, 3).map((row) => ({ row, sentence: row.text })),
  }
}

/** 什么时候成立领导小组: a step of a stage says the very words. */
async function inStage(
  documents: DocumentSlot | undefined,
  topic: string,
  finder: Finder,
): Promise<Facts | null> {
  const all = await finder.deps.ledger.stages(documents?.ids ?? null)
  const { all: says } = topicMatcher(topic, finder.lexicon.rarity)
  const stages = all.filter((stage) => says(stage.text))
  return stages.length > 0 && stages.length < 3 ? { kind: 'stage', stages, topic } : null
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
