import type { Query } from '../../domain/query.ts'
import { topicsOf } from '../../understand/topic.ts'
import type { Facts } from '../facts.ts'
import type { Finder } from '../find-tasks.ts'
import { idsOf, searchedIn } from '../scope.ts'
import { ENOUGH } from '../topics.ts'
import { findClauses } from './clauses.ts'

type PassagesQuery = Extract<Query, { kind: 'passages' }>

/** Open questions: the clauses that hold the question's words, quoted, the best sentence marked. */
export async function answerPassages(query: PassagesQuery, finder: Finder): Promise<Facts> {
  const topic = topicsOf(query.text, []).join(' ')
  const documents = idsOf(query.documents)
  const clauses =
    topic === '' ? [] : await findClauses({ topic, documents, enough: ENOUGH, limit: 4 }, finder)
  if (clauses.length > 0) return { kind: 'passages', clauses }
  return {
    kind: 'none',
    why: 'nothing',
    about: topic,
    searched: searchedIn(query.documents, finder.lexicon),
    near: [],
  }
}
