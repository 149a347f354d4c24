import type { FiguresFacts, FigureUnsaid } from '../figures-facts.ts'
import type { MetricQuery } from './figure-facts.ts'

/** What a plan may write instead of the figure for such a span. */
const RATES: Readonly<Record<string, RegExp>> = {
  年: /每年|年均|逐年|年度|每个?年/,
  月: /每个?月|月均|月度/,
  季: /每个?季|季度/,
  周: /每周|每星期/,
  天: /每[天日]|日均/,
}

/**
 * The figure asked for is of another sort than what is written: what a past year came to, a sum where only 每年 is written,
 * a rate where only a sum is. Null: it is what was asked for. A table has columns for all of these.
 */
export function figureUnsaid(query: MetricQuery, facts: FiguresFacts): FigureUnsaid | null {
  if (facts.indicators.length > 0) return null
  if (query.reached === true) return 'reached'
  const told = [
    ...facts.tasks.map(({ sentence }) => sentence),
    ...facts.goals.map((goal) => goal.raw),
    ...facts.clauses.map(({ sentence }) => sentence),
  ]
  if (told.length === 0) return null
  if (query.total === true && told.every((text) => /每年|年均/.test(text))) return 'total'
  const { per } = query
  const rate = per === undefined ? undefined : RATES[per]
  // 每年 may stand in another sentence of the task than the figure.
  const whole = [...told, ...facts.tasks.map(({ row }) => row.text)]
  if (rate === undefined || whole.some((text) => rate.test(text))) return null
  return per === '年' && !facts.tasks.some(({ row }) => spansYears(row.document)) ? null : 'rate'
}

/** A plan for one year writes the year's figure without saying 每年. */
const spansYears = ({ periodStart, periodEnd }: FiguresFacts['tasks'][number]['row']['document']): boolean =>
  periodStart !== null && periodEnd !== null && periodStart.slice(0, 4) !== periodEnd.slice(0, 4)
