import type { Query } from '../../domain/query.ts'
import type { Facts } from '../facts.ts'
import { type Finder, findTasks } from '../find-tasks.ts'
import { askedOf, searchedIn } from '../scope.ts'
import { findClauses } from './clauses.ts'

type LeadQuery = Extract<Query, { kind: 'lead' }>

/** Who leads or carries it: the tasks that fit best with their units; else clauses that hand out the work. */
export async function answerLead(query: LeadQuery, finder: Finder): Promise<Facts> {
  const { roles: _, ...open } = query.filter
  const rows = await findTasks(open, 'best', finder)
  const staffed = rows.filter((row) => row.units.length > 0)
  if (staffed.length > 0) return { kind: 'lead', roles: query.roles, rows: staffed, clauses: [] }
  const topic = query.filter.topics?.join(' ') ?? rows[0]?.title ?? null
  const documents = query.filter.documents?.ids ?? null
  const clauses =
    topic === null ? [] : await findClauses({ topic, documents, enough: 0.75, limit: 6 }, finder)
  const telling = clauses.filter((c) => /负责|牵头|配合|办公|责任/.test(c.sentence))
  if (telling.length > 0) return { kind: 'lead', roles: query.roles, rows, clauses: telling.slice(0, 3) }
  const about = askedOf(query.filter).topic ?? ''
  const why = rows.length > 0 ? 'no-unit' : 'nothing'
  const near = rows.slice(0, 2).map((row) => ({ row, sentence: row.text }))
  return { kind: 'none', why, about, searched: searchedIn(query.filter.documents, finder.lexicon), near }
}
