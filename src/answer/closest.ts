import type { Query } from '../domain/query.ts'
import type { ClosestFacts } from './closest-facts.ts'
import type { Facts } from './facts.ts'
import { type Finder, taskText } from './find-tasks.ts'
import { speaksOfAsked } from './kinds/asked-attribute.ts'
import { findClauses } from './kinds/clauses.ts'
import { saysMeasure, saysOrdinal } from './kinds/figure-check.ts'
import { topicMatcher } from './match.ts'
import { bestSentence } from './sentences.ts'

/** Below this share of the question's words a text is of something else and would only mislead. */
const CLOSE = 0.4
/** Texts this near the best are told too. */
const NEAR = 0.9
const FEW = 2

/**
 * A question whose words stand nowhere as said may still be told by a text that has most of them: it is shown as what comes
 * nearest, never as the answer. Null: nothing comes near, or the question asks of a unit or a document that is not there.
 */
export async function closestTo(query: Query, facts: Facts, finder: Finder): Promise<ClosestFacts | null> {
  if (facts.kind !== 'none' || !OPEN.has(facts.why) || facts.firm || facts.near.length > 0) return null
  const asked = askedOf(query, facts.about)
  if (asked === null || asked.documents?.length === 0) return null
  const matcher = topicMatcher(asked.topic, finder.lexicon.rarity)
  const rows = await finder.deps.ledger.tasks({
    words: matcher.words,
    ...(asked.documents === null ? {} : { documents: asked.documents }),
  })
  const scored = rows
    .map((row) => ({ row, score: matcher.score(`${taskText(row)}。${row.section}`) }))
    .sort((a, b) => b.score - a.score)
  const best = scored[0]?.score ?? 0
  const tasks = scored
    .filter(({ score }) => score >= CLOSE && score >= best * NEAR)
    .slice(0, FEW)
    .map(({ row }) => ({ row, sentence: bestSentence(row.text, matcher) }))
  const clauses =
    best > BETTER
      ? []
      : await findClauses({ ...asked, enough: Math.max(CLOSE, best) + 0.1, limit: FEW }, finder)
  if (tasks.length + clauses.length === 0) return null
  const texts = [...tasks, ...clauses].map(({ row }) => row.text)
  if (!speaksOfAsked(asked.topic, texts) || !counts(query, texts)) return null
  return {
    kind: 'closest',
    about: asked.topic.replaceAll(' ', ''),
    tasks: clauses.length > 0 ? [] : tasks,
    clauses,
  }
}

/** 多少万元, 多少公里: what has no figure in such a measure comes near to nothing. */
function counts(query: Query, texts: readonly string[]): boolean {
  if (query.kind !== 'metric') return true
  const { measure, ordinal } = query
  return texts.some(
    (text) =>
      (measure === undefined || saysMeasure(text, measure)) &&
      (ordinal === undefined || saysOrdinal(text, ordinal)),
  )
}

const BETTER = 0.75

/** Nothing was found at all. What was found and lacks what is asked of it is an answer of its own. */
const OPEN = new Set(['nothing', 'no-unit', 'no-duty'])

function askedOf(
  query: Query,
  about: string,
): { readonly topic: string; readonly documents: readonly number[] | null } | null {
  // 中标单位是谁, 由哪家银行: who does a thing, not who answers for it, is told or it is not.
  if (query.kind === 'lead' && (query.act ?? query.sort) !== undefined) return null
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
