import type { Query } from '../../domain/query.ts'
import type { Day } from '../../domain/span.ts'
import type { Facts, QuotedClause } from '../facts.ts'
import type { Finder } from '../find-tasks.ts'
import type { DutyRow } from '../ledger.ts'
import { topicMatcher } from '../match.ts'
import { idsOf, searchedIn } from '../scope.ts'
import { findClauses } from './clauses.ts'

type DutyQuery = Extract<Query, { kind: 'duty' }>

/** What must be reported, by whom, to whom, when. The asking words themselves (简报, 小结) tell duties apart. */
export async function answerDuty(query: DutyQuery, finder: Finder): Promise<Facts> {
  const documents = idsOf(query.documents)
  if (documents?.length === 0) return none(query, finder)
  const all = await finder.deps.ledger.duties(documents)
  const timely = all.filter((d) => query.recurrence === undefined || d.recurrence === query.recurrence)
  const pool = datedAs(timely, query)
  const duties = query.topic === undefined ? pool : fitting(pool, query.topic, finder)
  if (query.recurrence !== undefined && duties.length === 0) return none(query, finder)
  const clauses = await clausesFor(query, duties, finder)
  if (duties.length === 0 && clauses.length === 0) return none(query, finder)
  return {
    kind: 'duty',
    duties,
    clauses,
    yesNo: query.yesNo ?? false,
  }
}

/** Those of the day or the span; of another year's same day where none is of this; all where no day is asked. */
function datedAs(duties: readonly DutyRow[], { dueBy, dueFrom }: DutyQuery): readonly DutyRow[] {
  if (dueBy === undefined) return duties
  if (dueFrom !== undefined) return duties.filter((d) => fallsIn(d, dueFrom, dueBy))
  const own = duties.filter((d) => d.due === dueBy)
  return own.length > 0 ? own : duties.filter((d) => d.due?.slice(5) === dueBy.slice(5))
}

const fallsIn = ({ due, recurrence, from, until }: DutyRow, first: Day, last: Day): boolean =>
  due === null
    ? recurrence !== null && (from === null || from <= last) && (until === null || until >= first)
    : first <= due && due <= last

/** Duties that hold most of the topic; all of them when the topic says nothing of any. */
function fitting(pool: readonly DutyRow[], topic: string, { lexicon }: Finder): DutyRow[] {
  const matcher = topicMatcher(topic, lexicon.rarity)
  const scored = pool.map((duty) => ({
    duty,
    score: matcher.score(`${duty.who ?? ''}${duty.to ?? ''}${duty.what}${duty.text}`),
  }))
  const best = Math.max(0, ...scored.map((s) => s.score))
  if (best < 0.45) return []
  return scored
    .filter((s) => s.score >= best * 0.85)
    .sort((a, b) => b.score - a.score)
    .map((s) => s.duty)
}

async function clausesFor(
  query: DutyQuery,
  duties: readonly DutyRow[],
  finder: Finder,
): Promise<QuotedClause[]> {
  if (query.topic === undefined || duties.length > 0) return []
  return findClauses(
    { topic: query.topic, documents: idsOf(query.documents), enough: 0.55, limit: 2 },
    finder,
  )
}

function none(query: DutyQuery, { lexicon }: Finder): Facts {
  return {
    kind: 'none',
    why: 'no-duty',
    about: query.topic ?? '',
    ...(query.dueBy === undefined ? {} : { due: { from: query.dueFrom ?? null, to: query.dueBy } }),
    searched: searchedIn(query.documents, lexicon),
    near: [],
  }
}
