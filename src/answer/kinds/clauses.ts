import { questionTokens } from '../../text/question-tokens.ts'
import type { Finder } from '../find-tasks.ts'
import type { ClauseRow } from '../ledger.ts'
import { topicMatcher } from '../match.ts'
import type { QuotedClause } from '../quoted.ts'
import { bestSentence, hasFigure } from '../sentences.ts'

export interface ClauseSearch {
  readonly topic: string
  readonly documents: readonly number[] | null
  /** Share of the topic a clause must hold to count as an answer. */
  readonly enough: number
  readonly limit: number
  /** The best sentence must hold a figure. */
  readonly figure?: boolean
}

/** 调度和检查: both words in one clause are as good as the words as said. */
const JOINED = /\p{Script=Han}{2}[和与及、]\p{Script=Han}{2}/u

/** Clauses that speak of the topic, best first, each with the sentence that says most of it. */
export async function findClauses(search: ClauseSearch, { deps, lexicon }: Finder): Promise<QuotedClause[]> {
  if (search.documents?.length === 0) return []
  const tokens = questionTokens(search.topic)
  const rows = await deps.ledger.clauses({
    documents: search.documents,
    tokens,
    text: search.topic,
    limit: 40,
  })
  const matcher = topicMatcher(search.topic, lexicon.rarity)
  const joined = JOINED.test(search.topic)
  return rows
    .map((row, rank) => ({
      row,
      rank,
      own: joined && matcher.all(row.text) ? 1 : matcher.score(row.text),
      wide: matcher.score(`${row.heading}。${row.text}`),
    }))
    .filter((c) => c.own >= search.enough || (c.wide >= search.enough && c.own >= search.enough / 2))
    .sort((a, b) => Math.max(b.own, b.wide * 0.9) - Math.max(a.own, a.wide * 0.9) || a.rank - b.rank)
    .map(({ row }) => ({ row, sentence: bestSentence(row.text, matcher, search.figure) }))
    .filter((quoted) => !search.figure || hasFigure(quoted.sentence))
    .slice(0, search.limit)
}

/** Clauses that hold one of the words, each with the sentence a pattern picks; those without are left out. */
export async function findPattern(
  asked: {
    readonly documents: readonly number[] | null
    readonly words: readonly string[]
    readonly pattern: RegExp
  },
  { deps }: Finder,
): Promise<QuotedClause[]> {
  const rows = await deps.ledger.clauses({ documents: asked.documents, words: asked.words, limit: 60 })
  return rows.flatMap((row) => quoted(row, asked.pattern))
}

function quoted(row: ClauseRow, pattern: RegExp): QuotedClause[] {
  const sentences = row.text.match(/[^。！？\n]+[。！？]?/g) ?? []
  const sentence = sentences.find((s) => pattern.test(s))
  return sentence === undefined ? [] : [{ row, sentence: sentence.trim() }]
}
