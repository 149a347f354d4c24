import type { Query } from '../domain/query.ts'
import { comparable } from '../text/comparable.ts'
import type { Lexicon } from '../understand/prepare.ts'
import { tasksOf } from './citations.ts'
import type { Facts } from './facts.ts'
import { taskText } from './find-tasks.ts'
import type { TaskRow } from './ledger.ts'
import { topicMatcher } from './match.ts'
import type { NoneFacts } from './none-facts.ts'
import { placeWordsIn } from './place-words.ts'
import { askedOf, searchedIn } from './scope.ts'

/**
 * 宜昌的商业航线, 市人工智能局牵头几项: a place and a body said by name are conditions. What was found without them, by the other
 * words alone, is of somebody else; null: nothing of the sort was said, or it stands in what was found.
 */
export function ofSomebodyElse(query: Query, facts: Facts, lexicon: Lexicon): NoneFacts | null {
  if (!('filter' in query) || facts.kind === 'none') return null
  const topics = query.filter.topics ?? []
  const said = topics.flatMap((topic) => [...bodiesIn(topic), ...placesIn(topic, lexicon)])
  if (said.length === 0) return null
  const texts = evidenceOf(facts)
  const told = comparable(texts.join('\n'))
  if (told === '' || said.some((name) => told.includes(comparable(name)))) return null
  // 对口支援西藏 is 援藏 in other words.
  const matchers = topics.map((topic) => topicMatcher(topic, lexicon.rarity))
  if (texts.some((text) => matchers.some(({ exact }) => exact(text)))) return null
  return {
    kind: 'none',
    why: topics.some((topic) => bodiesIn(topic).length > 0) ? 'no-unit' : 'nothing',
    about: askedOf(query.filter).topic ?? '',
    searched: searchedIn(query.filter.documents, lexicon),
    near: [],
    firm: true,
  }
}

/** 市人工智能局, 东湖投资集团: called as bodies are, and no unit of the registry. */
const BODY =
  /(?:^|\s)(?<name>市\p{Script=Han}{2,8}(?:局|委|办|厅)|\p{Script=Han}{3,10}(?:集团|有限公司|管委会))(?=\s|$)/gu

const bodiesIn = (topic: string): string[] => [...topic.matchAll(BODY)].map((m) => m.groups?.name ?? '')

/** Names of places that the dictionary knows and no unit here goes by. */
function placesIn(topic: string, { unitWords, homes }: Lexicon): string[] {
  return placeWordsIn(topic, homes)
    .filter((word) => word.length > 1)
    .map((word) => word.replace(/[市省]$/, ''))
    .filter((word) => !unitWords.some((name) => name.includes(word)))
}

/** All that the answer would rest on; empty where it rests on no text of its own. */
export function evidenceOf(facts: Facts): readonly string[] {
  const rows = tasksOf(facts).flatMap((row) => [
    taskText(row),
    row.section,
    row.document.title,
    ...unitsOf(row),
  ])
  switch (facts.kind) {
    case 'figures':
      return [
        ...rows,
        ...facts.goals.map((goal) => goal.raw),
        ...facts.indicators.map((row) => `${row.group ?? ''}${row.name}${row.target ?? ''}`),
        ...facts.clauses.map(({ row }) => row.text),
      ]
    case 'duty':
      return [
        ...facts.duties.map((duty) => `${duty.what}${duty.text}`),
        ...facts.clauses.map(({ row }) => row.text),
      ]
    case 'lead':
    case 'detail':
    case 'passages':
      return [...rows, ...facts.clauses.map(({ row }) => row.text)]
    default:
      return rows
  }
}

const unitsOf = (row: TaskRow): string[] => row.units.map((unit) => unit.written)
