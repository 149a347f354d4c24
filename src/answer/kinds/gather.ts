import type { TaskFilter } from '../../domain/task-filter.ts'
import { type Finder, taskText } from '../find-tasks.ts'
import type { GoalRow, IndicatorRow, TaskRow } from '../ledger.ts'
import { type TopicMatcher, topicMatcher } from '../match.ts'
import { ENOUGH, partsOf } from '../topics.ts'
import { hasOwnFigure } from './figure-check.ts'

/** Where a figure is looked for. */
export interface FigureSearch {
  readonly filter: TaskFilter
  readonly year?: number
  /** A district the figure is asked for; absent: the whole is wanted. */
  readonly by?: string
  /** What each document says is to be set side by side: a document's best counts though another fits better. */
  readonly beside?: boolean
}

/** What was found for one thing asked about. */
export interface Candidates {
  readonly tasks: readonly TaskRow[]
  readonly goals: readonly GoalRow[]
  readonly indicators: readonly IndicatorRow[]
}

/** Tasks, goals and table cells near the best fit, for each thing asked about. */
export async function gather(
  query: FigureSearch,
  documents: readonly number[] | null,
  finder: Finder,
): Promise<Candidates> {
  const { deps, lexicon } = finder
  const pinned = query.filter.units !== undefined || query.filter.among !== undefined
  const [goals, indicators] = pinned
    ? [[], []]
    : await Promise.all([deps.ledger.goals(documents), cells(query, documents, finder)])
  const out: Candidates[] = []
  for (const topic of query.filter.topics ?? []) {
    const texts = [...goals.map((g) => g.raw), ...indicators.map((i) => i.name)]
    const words = topicMatcher(topic, lexicon.rarity).words
    const { topics: _, documents: _d, ...rest } = query.filter
    const tasks = await readTasks(rest, words, documents, finder)
    const all = topic.length > 2 ? { tasks, goals, indicators } : beside(out, { tasks, goals, indicators })
    for (const part of partsOf(topic, [...texts, ...tasks.map(taskText)]))
      out.push(...perDocument(part, all, { query, finder }))
  }
  return {
    tasks: unique(out.flatMap((c) => c.tasks)),
    goals: unique(out.flatMap((c) => c.goals)),
    indicators: unique(out.flatMap((c) => c.indicators)),
  }
}

/** 新签楚商项目多少个，落地多少个: a word of two characters behind another matter is of the same documents. */
function beside(found: readonly Candidates[], all: Candidates): Candidates {
  const rows = found.flatMap((c) => [...c.tasks, ...c.goals, ...c.indicators])
  const ids = new Set(rows.map((row) => row.document.id))
  if (ids.size === 0) return all
  const near = <T extends { readonly document: { readonly id: number } }>(of: readonly T[]): T[] =>
    of.filter((row) => ids.has(row.document.id))
  return { tasks: near(all.tasks), goals: near(all.goals), indicators: near(all.indicators) }
}

interface GatherAsked {
  readonly query: FigureSearch
  readonly finder: Finder
}

/** Of several documents named, each is asked on its own: one must not be drowned by the other's better fit. */
function perDocument(topic: string, all: Candidates, asked: GatherAsked): Candidates[] {
  const told = new Set([...all.tasks, ...all.goals, ...all.indicators].map((row) => row.document.id))
  const named = asked.query.beside ? [...told] : (asked.query.filter.documents?.ids ?? [])
  if (named.length < 2 || named.length > (asked.query.beside ? 12 : 4)) return [nearBest(topic, all, asked)]
  return named.map((id) => {
    const own = <T extends { readonly document: { readonly id: number } }>(rows: readonly T[]): T[] =>
      rows.filter((row) => row.document.id === id)
    const of = { tasks: own(all.tasks), goals: own(all.goals), indicators: own(all.indicators) }
    return nearBest(topic, of, asked)
  })
}

/** Cells of the documents, and the year's column wherever a table has it (2024年完成情况 in a plan for 2025—2027). */
async function cells(
  query: FigureSearch,
  documents: readonly number[] | null,
  { deps }: Finder,
): Promise<readonly IndicatorRow[]> {
  const { year } = query
  if (year === undefined || (query.filter.documents?.ids.length ?? 0) > 0)
    return deps.ledger.indicators(documents)
  const all = await deps.ledger.indicators(null)
  return all.filter((row) => documents?.includes(row.document.id) || row.period?.includes(String(year)))
}

const unique = <T>(rows: readonly T[]): T[] => [...new Set(rows)]

async function readTasks(
  filter: TaskFilter,
  words: readonly string[],
  documents: readonly number[] | null,
  { deps }: Finder,
) {
  return deps.ledger.tasks({
    words,
    ...(documents === null ? {} : { documents }),
    ...(filter.units === undefined ? {} : { units: filter.units.flatMap((unit) => unit.ids) }),
    ...(filter.among === undefined ? {} : { ids: filter.among }),
    ...(filter.numbers === undefined ? {} : { numbers: filter.numbers }),
  })
}

/** A cell of words names the matter itself (以环湖路为重点, 拟于2026年实施). */
const inWords = (row: IndicatorRow): boolean => row.value === null && (row.target?.length ?? 0) > 12

/** 今年GDP目标 is told by the measure called so, not by another's share of it. */
const CALLED = 0.4

/** A row of the document's own table called so is told beside its task: it breaks the figure down, or gives another. */
const SAID = 1.2

/** Where no district is asked for, the sum of all is enough. */
const isWanted = (row: IndicatorRow, by: string | undefined): boolean =>
  by !== undefined || row.by === null || row.by === '全市'

interface ScoredTask {
  readonly row: TaskRow
  readonly base: number
  readonly score: number
}

/** Tasks that fit, those with a figure of their own before those that only mention the matter. */
function scoredTasks(rows: readonly TaskRow[], matcher: TopicMatcher): ScoredTask[] {
  const { score } = matcher
  // Whether a row has a figure of its own is dear to find out: asked only of those that fit.
  return rows.flatMap((row) => {
    const metric = Math.max(0, ...row.metrics.map((m) => Math.max(score(m.name), score(m.raw))))
    const base = Math.max(score(taskText(row)), metric)
    if (base < ENOUGH) return []
    const own = hasOwnFigure(row, [matcher]) ? 0.15 : -0.25
    const called = row.metrics.some((m) => matcher.called(m.name)) ? CALLED : 0
    return [{ row, base, score: base + own + (metric >= ENOUGH ? 0.1 : 0) + called }]
  })
}

/** Names weigh most: a metric called so beats a clause that mentions it. */
function nearBest(
  topic: string,
  all: Candidates,
  { query: { by }, finder: { lexicon } }: GatherAsked,
): Candidates {
  const matcher = topicMatcher(topic, lexicon.rarity)
  const { score } = matcher
  const tasks = scoredTasks(all.tasks, matcher)
  const goals = all.goals.map((row) => {
    const base = Math.max(score(row.name), score(row.raw), 0.92 * score(`${row.raw}。${row.document.title}`))
    return { row, base, score: base + 0.2 }
  })
  const cells = all.indicators.map((row) => {
    const base = Math.max(
      score(row.name),
      0.95 * score(`${row.group ?? ''}。${row.name}。${row.table}`),
      inWords(row) || /^\d/.test(topic) ? score(`${row.target ?? ''}${row.unit ?? ''}`) : 0,
    )
    return { row, base, score: base + 0.2 }
  })
  const best = Math.max(
    0,
    ...[...tasks, ...goals, ...cells].filter((c) => c.base >= ENOUGH).map((c) => c.score),
  )
  // A district's cell is told though a clause without a figure for it fits the words better.
  const bestCell =
    by === undefined ? best : Math.max(0, ...cells.filter((c) => c.base >= ENOUGH).map((c) => c.score))
  const keep = <T>(
    scored: readonly { row: T; score: number; base: number }[],
    least: number,
    limit: number,
  ): T[] =>
    scored
      .filter((s) => s.base >= ENOUGH && s.score >= least)
      .sort((a, b) => b.score - a.score)
      .slice(0, limit)
      .map((s) => s.row)
  const kept = keep(tasks, best * 0.8, 5)
  const said = cells.filter((c) => c.base >= SAID && c.row.value !== null && isWanted(c.row, by))
  const beside = said.filter((c) => kept.some((t) => t.document.id === c.row.document.id))
  const own = new Set([...keep(cells, bestCell * 0.88, 60), ...beside.map((c) => c.row)])
  return {
    tasks: kept,
    goals: keep(goals, best * 0.85, 6),
    indicators: all.indicators.filter((row) => own.has(row)),
  }
}
