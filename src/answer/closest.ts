import type { Query } from '../domain/query.ts'
import { comparable } from '../text/comparable.ts'
import { questionTokens } from '../text/question-tokens.ts'
import type { ClosestFacts } from './closest-facts.ts'
import type { Facts } from './facts.ts'
import { type Finder, taskText } from './find-tasks.ts'
import { speaksOfAsked } from './kinds/asked-attribute.ts'
import { saysMeasure, saysOrdinal } from './kinds/figure-check.ts'
import type { ClauseRow, TaskRow } from './ledger.ts'
import { topicMatcher } from './match.ts'
import { bestSentence } from './sentences.ts'

/** Below this share of the words that the documents know, a text is of something else and would only mislead. */
const CLOSE = 0.5
/** A clause is told only where no task comes as near. */
const BETTER = 1.15
/** Texts this near the best are told too. */
const NEAR = 0.9
const FEW = 2

/**
 * A question whose words stand nowhere as said may still be told by a text that has most of them: it is shown as what comes
 * nearest, never as the answer. Null: nothing comes near, or a rule denied it, or a unit or a document is not there.
 */
export async function closestTo(query: Query, facts: Facts, finder: Finder): Promise<ClosestFacts | null> {
  if (facts.kind !== 'none' || !OPEN.has(facts.why) || facts.firm) return null
  if (facts.near.length + (facts.clauses?.length ?? 0) > 0) return null
  const asked = askedOf(query, facts.about)
  if (asked === null || asked.documents?.length === 0) return null
  const found = await nearestTo(asked, finder)
  const texts = found.map(({ text }) => text)
  if (texts.length === 0 || !speaksOfAsked(asked.topic, texts) || !counts(query, texts)) return null
  const matcher = topicMatcher(asked.topic, finder.lexicon.rarity)
  const quoted = <T>(row: T, text: string) => ({ row, sentence: bestSentence(text, matcher) })
  return {
    kind: 'closest',
    about: asked.topic.replaceAll(' ', ''),
    tasks: found.flatMap(({ task, text }) => (task === undefined ? [] : [quoted(task, text)])),
    clauses: found.flatMap(({ clause, text }) => (clause === undefined ? [] : [quoted(clause, text)])),
  }
}

/** Nothing was found at all. What was found and lacks what is asked of it is an answer of its own. */
const OPEN = new Set(['nothing', 'no-unit', 'no-duty', 'no-detail'])

interface Asked {
  readonly topic: string
  readonly documents: readonly number[] | null
}

function askedOf(query: Query, about: string): Asked | null {
  // 中标单位是谁, 由哪家银行: who does a thing, not who answers for it, is told or it is not.
  if (query.kind === 'lead' && (query.act ?? query.sort) !== undefined) return null
  // How often, why, since when: a text that speaks of something near tells none of it.
  if (query.kind === 'detail' && query.of !== 'names' && query.of !== 'place') return null
  if ('filter' in query) {
    const { topics = [], documents, units } = query.filter
    if (topics.length === 0 || units !== undefined) return null
    return { topic: topics.join(' '), documents: documents?.ids ?? null }
  }
  // 返乡创业园利用什么场地来建: an open question, whose words the clauses were searched for already.
  if (query.kind === 'passages' && query.wanted === undefined && about !== '')
    return { topic: about, documents: query.documents?.ids ?? null }
  if ((query.kind === 'duty' || query.kind === 'stage') && query.topic !== undefined)
    return { topic: query.topic, documents: query.documents?.ids ?? null }
  return null
}

interface Near {
  readonly text: string
  readonly task?: TaskRow
  readonly clause?: ClauseRow
}

async function nearestTo({ topic, documents }: Asked, { deps, lexicon }: Finder): Promise<readonly Near[]> {
  const tokens = questionTokens(topic)
  const words = [...new Set(tokens.map((token) => token.replace(/^w/, '')))]
  const named = new Set(tokens.filter((token) => /^w/.test(token)).map((token) => token.slice(1)))
  const rows = await deps.ledger.tasks({ ...(documents === null ? {} : { documents }), words })
  const clauses = await deps.ledger.clauses({ documents, tokens, limit: 10 })
  const own = clauses.filter((row) => !rows.some((task) => covers(task, row)))
  const places = [
    ...rows.map((task) => ({ task, text: task.text, whole: `${taskText(task)}。${task.section}`, by: 1 })),
    ...own.map((clause) => ({ clause, text: clause.text, whole: clause.text, by: BETTER })),
  ]
  const wholes = places.map(({ whole }) => comparable(whole))
  const closeness = closenessTo({ topic, words, named }, wholes, lexicon.rarity.total)
  const scored = places
    .map((place, i) => ({ ...place, score: closeness(wholes[i] ?? '') / place.by }))
    .sort((x, y) => y.score - x.score)
  const best = scored[0]?.score ?? 0
  return scored.filter(({ score }) => score >= CLOSE && score >= best * NEAR).slice(0, FEW)
}

/** The clause is the task itself. */
const covers = (task: TaskRow, clause: ClauseRow): boolean =>
  task.document.id === clause.document.id &&
  task.source.start < clause.source.end &&
  clause.source.start < task.source.end

/** A word tells something where no more than so many texts have it, one in so many at most. */
const [RARE, ONE_IN] = [3, 25]

/** 第三, 一期: a number in order tells nothing. */
const ORDINAL = /^第?[一二三四五六七八九十]/
/** So much of the question's own characters must stand in a text, whatever the rest of them is. */
const COVERED = 0.35

interface Words {
  readonly topic: string
  readonly words: readonly string[]
  /** Those that are words of the dictionary. */
  readonly named: ReadonlySet<string>
}

/** Share of a topic's characters that the words found cover. */
function coverOf(topic: string, found: readonly string[]): number {
  const chars = Array.from(comparable(topic))
  const known = new Set(found.join(''))
  return chars.filter((char) => known.has(char)).length / Math.max(chars.length, 1)
}

/** Share of the words any text has that this one has, by how rare they are; nothing where it has common ones only. */
function closenessTo(
  { topic, words, named }: Words,
  texts: readonly string[],
  total: number,
): (text: string) => number {
  const counted = words.map((word) => ({ word, n: texts.filter((text) => text.includes(word)).length }))
  const known = counted
    .filter(({ n }) => n > 0)
    .map(({ word, n }) => ({ word, n, weight: Math.log(1 + total / n) }))
  const all = known.reduce((sum, { weight }) => sum + weight, 0)
  return (text) => {
    const found = known.filter(({ word }) => text.includes(word))
    const telling = found.filter(({ word, n }) => n <= Math.max(RARE, total / ONE_IN) && !ORDINAL.test(word))
    const covered = coverOf(
      topic,
      found.map(({ word }) => word),
    )
    const enough = telling.length >= TELLING || telling.some(({ word }) => named.has(word))
    return covered < COVERED || !enough ? 0 : found.reduce((sum, { weight }) => sum + weight, 0) / all
  }
}

/** So many rare pairs of characters a text must share with the question, or one rare word of the dictionary. */
const TELLING = 2

/** 多少万元, 多少公里, 第几届: what has no figure of that sort comes near to nothing. */
function counts(query: Query, texts: readonly string[]): boolean {
  if (query.kind !== 'metric') return true
  const { measure, ordinal } = query
  return texts.some(
    (text) =>
      (measure === undefined || saysMeasure(text, measure)) &&
      (ordinal === undefined || saysOrdinal(text, ordinal)),
  )
}
