import type { Query } from '../domain/query.ts'
import type { Facts } from './facts.ts'

/** 和去年比, of a figure that no document of an earlier year has: said, for the figure alone compares nothing. */
export function nothingBefore(query: Query, facts: Facts): readonly string[] {
  if (query.kind !== 'metric' || query.before !== true || facts.kind !== 'figures') return []
  const years = [
    ...facts.tasks.flatMap(({ row }) => yearIn(row.document.issuedOn)),
    ...facts.goals.flatMap((goal) => yearIn(goal.period ?? goal.document.issuedOn)),
    ...facts.indicators.flatMap((row) => yearIn(row.period ?? row.document.issuedOn)),
    ...facts.figures.flatMap(({ year }) => year ?? []),
  ]
  return new Set(years).size > 1 ? [] : ['上一年的文件里没有这个指标，没有可比的数']
}

const yearIn = (text: string | null): number[] => {
  const year = /\d{4}/.exec(text ?? '')?.[0]
  return year === undefined ? [] : [Number(year)]
}
