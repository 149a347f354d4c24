import type { Query } from '../domain/query.ts'
import { comparable } from '../text/comparable.ts'
import { taggedWordsOf } from '../text/tokens.ts'
import type { Lexicon } from '../understand/prepare.ts'
import { topicsOf } from '../understand/topic.ts'
import { assumed } from '../understand/wording.ts'
import { tasksOf } from './citations.ts'
import { evidenceOf } from './conditions.ts'
import type { Facts } from './facts.ts'
import { sayings } from './synonyms.ts'

/** Names and sorts of things; verbs and adjectives have too many ways of being said. */
const TELLING = /^(?:n|nz|nr|ns|nt|vn|nrt|nrfg|eng)$/
/** Nouns of asking, and what any task may be called. */
const ASKING =
  /^(?:建设|数字|角色|能力|对应|工作|情况|内容|部分|数据|时候|地方|单位|部门|问题|方面|目标|任务|项目|事情|名字|关系)$/

/**
 * 首店里餐饮有多少家: a thing the question names and the texts the answer rests on do not. The answer is told as what comes
 * nearest: with a note, and without a figure at its head.
 */
export function withUnheard(
  query: Query,
  facts: Facts,
  lexicon: Lexicon,
): { readonly facts: Facts; readonly notes: readonly string[] } {
  const words = unheardIn(query, facts, lexicon)
  if (words.length === 0) return { facts, notes: [] }
  const bare: Facts = facts.kind === 'figures' ? { ...facts, headline: null, heads: [] } : facts
  return { facts: bare, notes: [assumed.unheard(words)] }
}

function topicsIn(query: Query, lexicon: Lexicon): readonly string[] {
  if ('filter' in query) return query.filter.topics ?? []
  if (query.kind === 'passages') return query.wanted === undefined ? topicsOf(query.text, [], lexicon) : []
  return query.kind === 'duty' && query.topic !== undefined ? [query.topic] : []
}

function unheardIn(query: Query, facts: Facts, lexicon: Lexicon): readonly string[] {
  const topics = topicsIn(query, lexicon)
  const texts = evidenceOf(facts)
  if (texts.length === 0) return []
  const documents = tasksOf(facts).map(({ document }) => lexicon.documentById.get(document.id)?.about ?? '')
  const told = comparable([...texts, ...documents].join('\n'))
  const stands = (word: string) => sayings(word).some((saying) => told.includes(comparable(saying)))
  const words = topics.flatMap((topic) => taggedWordsOf(topic))
  return words
    .filter(({ word, tag }) => word.length > 1 && TELLING.test(tag) && !ASKING.test(word) && !stands(word))
    .map(({ word }) => word)
}
