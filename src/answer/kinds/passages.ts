import type { Query } from '../../domain/query.ts'
import { topicsOf } from '../../understand/topic.ts'
import type { Facts } from '../facts.ts'
import { type Finder, taskText } from '../find-tasks.ts'
import type { TaskRow } from '../ledger.ts'
import { topicMatcher } from '../match.ts'
import type { NoneFacts } from '../none-facts.ts'
import type { QuotedClause } from '../quoted.ts'
import { askedOf, idsOf, searchedIn } from '../scope.ts'
import { bestSentence } from '../sentences.ts'
import { ENOUGH } from '../topics.ts'
import { matterOf, speaksOfAttribute } from './asked-attribute.ts'
import { findClauses } from './clauses.ts'
import { answerContact, answerGist, answerMeeting } from './wanted.ts'

/** Clauses that are tasks are told as tasks, with their units; none when the best clause is no task. */
async function tasksAmong(clauses: readonly QuotedClause[], { deps }: Finder): Promise<TaskRow[]> {
  if (clauses.length === 0) return []
  const documents = [...new Set(clauses.map(({ row }) => row.document.id))]
  const all = await deps.ledger.tasks({ documents })
  const found = clauses.map(({ row }) =>
    all.find(
      (t) =>
        t.document.id === row.document.id &&
        t.source.start < row.source.end &&
        row.source.start < t.source.end,
    ),
  )
  return found[0] === undefined ? [] : [...new Set(found.filter((row) => row !== undefined))]
}

type PassagesQuery = Extract<Query, { kind: 'passages' }>

/** Open questions: the clauses that hold the question's words, quoted, the best sentence marked. */
export async function answerPassages(query: PassagesQuery, finder: Finder): Promise<Facts> {
  if (query.wanted === 'meeting') return answerMeeting(query, finder)
  if (query.wanted === 'gist') return answerGist(query, finder)
  const topic = topicsOf(query.text, [], finder.lexicon).join(' ')
  if (query.wanted === 'contact') return answerContact(query, topic, finder)
  const documents = idsOf(query.documents)
  const clauses =
    topic === '' ? [] : await findClauses({ topic, documents, enough: ENOUGH, limit: 4 }, finder)
  const rows = await tasksAmong(clauses, finder)
  if (!speaksOfAttribute(topic, [...clauses.map(({ row }) => row.text), ...rows.map((row) => row.text)]))
    return unpriced(query, topic, { rows, clauses }, finder)
  if (rows.length > 0)
    return {
      kind: 'tasks',
      asked: { ...askedOf({}), topic, document: query.documents?.name ?? null },
      rows,
      viaGroup: 0,
    }
  if (clauses.length > 0) return { kind: 'passages', clauses }
  return nothing(query, topic, finder)
}

/** 夜游的票价: the matter is spoken of, what it costs is not. */
function unpriced(
  query: PassagesQuery,
  topic: string,
  found: { readonly rows: readonly TaskRow[]; readonly clauses: readonly QuotedClause[] },
  finder: Finder,
): NoneFacts {
  const { matter, attribute } = matterOf(topic) ?? { matter: topic, attribute: '' }
  const { all } = topicMatcher(matter, finder.lexicon.rarity)
  const near = found.rows.filter((row) => all(taskText(row))).slice(0, 2)
  const clauses = near.length > 0 ? [] : found.clauses.filter(({ row }) => all(row.text)).slice(0, 1)
  return {
    ...nothing(query, `${matter}的${attribute}`, finder),
    why: 'no-figure',
    near: near.map((row) => ({
      row,
      sentence: bestSentence(row.text, topicMatcher(matter, finder.lexicon.rarity)),
    })),
    clauses,
  }
}

function nothing(query: PassagesQuery, about: string, { lexicon }: Finder): NoneFacts {
  return { kind: 'none', why: 'nothing', about, searched: searchedIn(query.documents, lexicon), near: [] }
}
