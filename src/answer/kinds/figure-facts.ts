import type { Query } from '../../domain/query.ts'
import { measureClass, sameCounter } from '../../understand/finders/measures.ts'
import type { FiguresFacts } from '../figures-facts.ts'
import type { Finder } from '../find-tasks.ts'
import type { GoalRow, IndicatorRow, TaskRow } from '../ledger.ts'
import { topicMatcher } from '../match.ts'
import type { NoneFacts } from '../none-facts.ts'
import { askedOf, searchedIn } from '../scope.ts'
import { bestSentence } from '../sentences.ts'
import { type Agreement, agreementOf, NO_AGREEMENT } from './agreement.ts'
import type { Candidates } from './gather.ts'
import { headsOf } from './headline.ts'

export type MetricQuery = Extract<Query, { kind: 'metric' }>

/** Rows found for a figure → facts, each task with the sentence that answers best. */
export function toFacts(
  query: MetricQuery,
  found: Candidates,
  { lexicon: { rarity } }: Finder,
): FiguresFacts {
  const topic = query.filter.topics?.join(' ') ?? null
  const matcher = topic === null ? null : topicMatcher(topic, rarity)
  const indicators = ofYear(found.indicators, query.year)
  const own = { ...found, indicators }
  const { topics = [] } = query.filter
  const several = topics.length > 1
  const measure = several ? undefined : query.measure
  return {
    kind: 'figures',
    topic,
    tasks: found.tasks.map((row) => ({ row, sentence: bestSentence(row.text, matcher, true) })),
    goals: found.goals.filter((goal) => !found.tasks.some((row) => tellsAlready(row, goal))),
    indicators,
    clauses: [],
    by: query.by ?? null,
    year: query.year ?? null,
    figures: [],
    compared: null,
    ...(topic === null || query.by !== undefined || several
      ? NO_AGREEMENT
      : inMeasure(agreementOf(own, topic, rarity), query.measure)),
    heads: query.by === undefined ? headsOf(own, { topics, measure, rarity }) : [],
  }
}

/** 转化成果多少项 is not headed 60场: of two counters the one asked for. */
const inMeasure = (agreement: Agreement, measure: string | undefined): Agreement =>
  measure === undefined ||
  agreement.headline === null ||
  sameCounter(agreement.headline.unit, measure) ||
  [agreement.headline.unit, measure].some((unit) => measureClass(unit) !== 'count')
    ? agreement
    : { ...agreement, headline: null }

/** A goal that is a task of the same document too (一（一）) is told once. */
const tellsAlready = (row: TaskRow, goal: GoalRow): boolean =>
  row.document.id === goal.document.id && row.text.includes(goal.raw)

/** The year's column where the table has it; the whole row where not. */
function ofYear(rows: readonly IndicatorRow[], year: number | undefined): readonly IndicatorRow[] {
  if (year === undefined) return rows
  const own = rows.filter(
    (row) =>
      row.period === null ||
      row.period.includes(String(year)) ||
      (row.value === null && spans(row.period, year)),
  )
  return own.length > 0 ? own : rows
}

/** Words for 2025-2027 hold in 2026 too; a figure for them is the sum of all three. */
function spans(period: string, year: number): boolean {
  const [from, to] = period.split('-').map(Number)
  return from !== undefined && to !== undefined && to > 1000 && from <= year && year <= to
}

/** The documents give no such figure; what stands nearest is told as such. */
export function noFigure(
  query: MetricQuery,
  why: NoneFacts['why'],
  near: readonly TaskRow[],
  { lexicon }: Finder,
): NoneFacts {
  const topic = askedOf(query.filter).topic ?? ''
  const about = query.by === undefined ? topic : `${query.by}${topic === '' ? '' : `的${topic}`}`
  const matcher = topic === '' ? null : topicMatcher(topic, lexicon.rarity)
  return {
    kind: 'none',
    why,
    about: why === 'no-document' ? `${query.year ?? ''}年` : about,
    searched: searchedIn(why === 'no-document' ? undefined : query.filter.documents, lexicon),
    near: near.slice(0, 2).map((row) => ({ row, sentence: bestSentence(row.text, matcher, true) })),
  }
}
