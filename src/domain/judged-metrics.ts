import type { Day } from './span.ts'
import type { MetricStanding } from './standing.ts'

type Named = Pick<MetricStanding, 'name' | 'unit' | 'kind' | 'by' | 'period'>

/**
 * The metrics a task is measured by on a day. Of one target given for several years (2025年30%，2027年50%) the one of the year
 * at hand, or the next to come, or the last there is; parts of a district only where no whole is written.
 */
export function judgedMetrics<M extends Named>(metrics: readonly M[], on: Day): readonly M[] {
  // Most tasks, and a light asks twice.
  if (metrics.every((metric) => metric.by === null && lastYear(metric) === '')) return metrics
  const wholes = new Set(metrics.filter((metric) => metric.by === null).map(keyOf))
  const own = metrics.filter((metric) => metric.by === null || !wholes.has(keyOf(metric)))
  const groups = Map.groupBy(own, (metric) => `${keyOf(metric)}/${metric.by ?? ''}`)
  const chosen = new Set([...groups.values()].flatMap((group) => atHand(group, on.slice(0, 4))))
  return own.filter((metric) => chosen.has(metric))
}

const keyOf = ({ name, unit, kind }: Named): string => `${name}/${unit}/${kind}`

const lastYear = ({ period }: Named): string => period?.match(/\d{4}/g)?.at(-1) ?? ''

/** Targets without a year, or of one year, all count. */
function atHand<M extends Named>(group: readonly M[], year: string): readonly M[] {
  const years = [...new Set(group.map(lastYear))].filter((y) => y !== '').sort()
  const chosen = years.find((y) => y >= year) ?? years.at(-1)
  return chosen === undefined ? group : group.filter((metric) => [chosen, ''].includes(lastYear(metric)))
}
