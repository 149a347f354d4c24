import type { Query } from '../../domain/query.ts'
import type { Comparison, Figure } from '../figure.ts'
import { figuresOf } from '../figures.ts'
import type { FiguresFacts } from '../figures-facts.ts'
import type { Finder } from '../find-tasks.ts'
import { topicMatcher } from '../match.ts'
import { idsForYear } from '../scope.ts'
import { ENOUGH, partsOf } from '../topics.ts'
import { type Candidates, gather } from './gather.ts'
import { quotedFigures } from './quoted-figures.ts'

type CompareQuery = Extract<Query, { kind: 'compare' }>

interface Side {
  readonly found: Candidates
  readonly figure: Figure
}

/**
 * Two measures beside one another (商业航线和治理类航线差多少条, 工业增加值和服务业增加值增速哪个高): the figure of each that is
 * called so. Null where two documents are set side by side, or either has no such figure, or they are no one measure.
 */
export async function comparePair(query: CompareQuery, finder: Finder): Promise<FiguresFacts | null> {
  const { topics = [], documents } = query.filter
  if ((documents?.ids.length ?? 0) > 1 && query.of === 'documents') return null
  const [a, b, more] = topics.filter((topic) => !SORT.test(topic)).flatMap((topic) => partsOf(topic, []))
  if (a === undefined || b === undefined || more !== undefined) return null
  const [one, other] = [await sideOf(a, query, finder), await sideOf(b, query, finder)]
  if (one === null || other === null || !comparable(one.figure, other.figure)) return null
  const found = only([one, other])
  const facts = quotedFigures(found, topics.join('、'), finder)
  return { ...facts, figures: [one.figure, other.figure], compared: between(one.figure, other.figure) }
}

/** 2025年增长目标哪个高: which sort of figure, not a third thing. */
const SORT = /^(?:增长|增速|增幅|占比|比重|规模|产值|数量)$/

const comparable = (a: Figure, b: Figure): boolean =>
  a.unit === b.unit && a.kind === b.kind && (a.name !== b.name || a.raw !== b.raw)

/** The figure called as asked, the best fit first. */
async function sideOf(topic: string, { filter }: CompareQuery, finder: Finder): Promise<Side | null> {
  const ids = idsForYear(undefined, filter.documents, finder.lexicon)
  const found = await gather({ filter: { ...filter, topics: [topic] } }, ids, finder)
  const { score } = topicMatcher(topic, finder.lexicon.rarity)
  const closeness = (figure: Figure): number => Math.max(score(figure.name), 0.9 * score(figure.raw))
  const [best] = figuresOf(found, topic, finder.lexicon.rarity)
    .filter((figure) => closeness(figure) >= ENOUGH)
    .sort((x, y) => closeness(y) - closeness(x))
  return best === undefined ? null : { found, figure: best }
}

/** The rows the two figures stand in, each once. */
function only(sides: readonly Side[]): Candidates {
  const says = (raw: string) => sides.some(({ figure }) => figure.raw === raw)
  const tasks = sides.flatMap(({ found }) =>
    found.tasks.filter((row) => row.metrics.some((m) => says(m.raw))),
  )
  const goals = sides.flatMap(({ found }) => found.goals.filter((goal) => says(goal.raw)))
  const indicators = sides.flatMap(({ found, figure }) =>
    found.indicators.filter((row) => row.name === figure.name && row.value === figure.value),
  )
  const once = <T extends { readonly document: unknown }>(rows: readonly T[]): T[] => [...new Set(rows)]
  const byId = new Map(tasks.map((row) => [row.id, row]))
  return { tasks: [...byId.values()], goals: once(goals), indicators: once(indicators) }
}

function between(a: Figure, b: Figure): Comparison {
  const value = Number(Math.abs(a.value - b.value).toFixed(4))
  const unit = a.unit === '%' ? '个百分点' : a.unit
  const more = value === 0 ? null : a.value > b.value ? a : b
  return { verdict: 'pair', difference: value === 0 ? null : { value, unit }, more }
}
