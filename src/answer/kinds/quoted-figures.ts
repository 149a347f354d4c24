import type { FiguresFacts } from '../figures-facts.ts'
import type { Finder } from '../find-tasks.ts'
import { topicMatcher } from '../match.ts'
import { bestSentence } from '../sentences.ts'
import { NO_AGREEMENT } from './agreement.ts'
import type { Candidates } from './gather.ts'

/** What was found for a comparison, each task with the sentence that answers best; nothing judged yet. */
export function quotedFigures(found: Candidates, topic: string, { lexicon }: Finder): FiguresFacts {
  const matcher = topicMatcher(topic, lexicon.rarity)
  return {
    kind: 'figures',
    topic,
    tasks: found.tasks.map((row) => ({ row, sentence: bestSentence(row.text, matcher, true) })),
    goals: found.goals,
    indicators: found.indicators,
    clauses: [],
    by: null,
    year: null,
    figures: [],
    compared: null,
    ...NO_AGREEMENT,
    heads: [],
  }
}
