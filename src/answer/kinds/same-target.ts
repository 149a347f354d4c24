import type { MetricStanding } from '../../domain/standing.ts'
import { bigrams, dice } from '../../domain/task-match.ts'
import type { Look, MetricFact, TaskRow } from '../ledger.ts'
import type { ProgressLine, SameTarget } from '../progress-facts.ts'
import type { Asking } from './progress.ts'

/** So few silent tasks are looked after. */
const FEW = 5
/** Names so alike, with one value in one unit, are one target. */
const ALIKE = 0.6

/**
 * Tasks nobody reported on whose target stands in another document too, where it was reported: told as the other's, never as
 * their own.
 */
export async function withSameTargets(
  lines: readonly ProgressLine[],
  look: Look,
  { deps }: Pick<Asking, 'deps'>,
): Promise<readonly ProgressLine[]> {
  const silent = lines.filter(({ row, standing }) => standing.report === null && row.metrics.length > 0)
  if (silent.length === 0 || silent.length > FEW) return lines
  const words = [...new Set(silent.flatMap(({ row }) => row.metrics.map(({ name }) => name.toLowerCase())))]
  const others = (await deps.ledger.tasks({ words })).filter((row) =>
    silent.every((line) => line.row.id !== row.id),
  )
  const alike = others.filter((row) => silent.some((line) => line.row.metrics.some((m) => holds(row, m))))
  const standings = await deps.ledger.lights(alike, look)
  const told = standings.flatMap((standing, i) =>
    standing.metrics.flatMap((metric) => (metric.last === null ? [] : [{ row: alike[i]!, metric }])),
  )
  return lines.map((line) => (silent.includes(line) ? { ...line, same: sameOf(line, told) } : line))
}

const holds = (row: TaskRow, metric: MetricFact): boolean =>
  row.metrics.some((other) => isSame(other, metric))

const isSame = (a: MetricFact, b: MetricFact | MetricStanding): boolean =>
  a.value === b.value &&
  a.unit === b.unit &&
  a.kind === b.kind &&
  a.by === b.by &&
  (a.name.includes(b.name) || b.name.includes(a.name) || dice(bigrams(a.name), bigrams(b.name)) >= ALIKE)

const sameOf = ({ row }: ProgressLine, told: readonly SameTarget[]): readonly SameTarget[] =>
  told.filter(
    ({ row: other, metric }) =>
      other.document.id !== row.document.id && row.metrics.some((m) => isSame(m, metric)),
  )
