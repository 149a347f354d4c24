import type { TaskFilter } from '../../domain/task-filter.ts'
import { type Finder, taskText } from '../find-tasks.ts'
import type { GoalRow, IndicatorRow, TaskRow } from '../ledger.ts'
import { topicMatcher } from '../match.ts'
import { ENOUGH, partsOf } from '../topics.ts'
import { ofTheThing } from './of-the-thing.ts'
import { type Scored, scoredCells, scoredGoals, scoredTasks } from './scored.ts'

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

/** A row of the document's own table called so is told beside its task: it breaks the figure down, or gives another. */
const SAID = 1.2

/** Where no district is asked for, the sum of all is enough. */
const isWanted = (row: IndicatorRow, by: string | undefined): boolean =>
  by !== undefined || row.by === null || row.by === '全市'

/** Names weigh most: a metric called so beats a clause that mentions it. */
function nearBest(
  topic: string,
  all: Candidates,
  { query: { by }, finder: { lexicon } }: GatherAsked,
): Candidates {
  const matcher = topicMatcher(topic, lexicon.rarity)
  const { tasks, goals, cells } = ofTheThing(topic, lexicon, {
    tasks: scoredTasks(all.tasks, matcher),
    goals: scoredGoals(all.goals, matcher).filter(fits),
    cells: scoredCells(all.indicators, matcher).filter(fits),
  })
  const best = Math.max(0, ...[...tasks, ...goals, ...cells].map((c) => c.score))
  // A district's cell is told though a clause without a figure for it fits the words better.
  const bestCell = by === undefined ? best : Math.max(0, ...cells.map((c) => c.score))
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

const fits = ({ base }: { readonly base: number }): boolean => base >= ENOUGH

const keep = <T>(scored: readonly Scored<T>[], least: number, limit: number): T[] =>
  scored
    .filter((s) => s.score >= least)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map((s) => s.row)
