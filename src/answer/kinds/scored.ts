import { taskText } from '../find-tasks.ts'
import type { GoalRow, IndicatorRow, TaskRow } from '../ledger.ts'
import type { TopicMatcher } from '../match.ts'
import { ENOUGH } from '../topics.ts'
import { hasOwnFigure } from './figure-check.ts'

/** A row with how well it answers. */
export interface Scored<T> {
  readonly row: T
  /** How well its words fit. */
  readonly base: number
  readonly score: number
}

/** 今年GDP目标 is told by the measure called so, not by another's share of it. */
const CALLED = 0.4

/** Tasks that fit, those with a figure of their own before those that only mention the matter. */
export function scoredTasks(rows: readonly TaskRow[], matcher: TopicMatcher): Scored<TaskRow>[] {
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

export const scoredGoals = (rows: readonly GoalRow[], { score }: TopicMatcher): Scored<GoalRow>[] =>
  rows.map((row) => {
    const base = Math.max(score(row.name), score(row.raw), 0.92 * score(`${row.raw}。${row.document.title}`))
    return { row, base, score: base + 0.2 }
  })

/** A cell of words names the matter itself (以环湖路为重点, 拟于2026年实施). */
const inWords = (row: IndicatorRow): boolean => row.value === null && (row.target?.length ?? 0) > 12

export const scoredCells = (
  rows: readonly IndicatorRow[],
  { score, topic }: TopicMatcher,
): Scored<IndicatorRow>[] =>
  rows.map((row) => {
    const base = Math.max(
      score(row.name),
      0.95 * score(`${row.group ?? ''}。${row.name}。${row.table}`),
      inWords(row) || /^\d/.test(topic) ? score(`${row.target ?? ''}${row.unit ?? ''}`) : 0,
    )
    return { row, base, score: base + 0.2 }
  })
