import type { Told } from '../figure/context.ts'
import { otherCounter } from '../figure/fit-unit.ts'
import type { MetricMatch } from '../match/metric-score.ts'
import { asks } from '../wording.ts'
import { ENOUGH_OPEN } from './another-task.ts'
import type { Claim, Loose } from './assign.ts'

/** A name that fits, a unit that does not: asked about, unless the metric has its value already. */
export function otherUnit(told: Told, match: MetricMatch | undefined, done: readonly Claim[]): Loose | null {
  if (match === undefined || match.score < ENOUGH_OPEN || told.role !== 'value' || told.partOf) return null
  if (done.some((c) => c.metric === match.metric && c.told.role === 'value')) return null
  if (told.figure.value.unit === '%' && match.metric.unit !== '%')
    return { told, ask: asks.shareOf(told.figure.text), about: [match.task] }
  if (!otherCounter(told.figure.value, match.metric)) return null
  return {
    told,
    ask: asks.otherCounter(told.figure.text, match.metric.name, match.metric.unit),
    about: [match.task],
  }
}

/** 成交额同比增长15.2% where an amount is asked for, and none has been said. */
export function onlyGrowth(told: Told, match: MetricMatch | undefined, done: readonly Claim[]): Loose | null {
  const grown = told.role === 'comparison' && told.figure.value.unit === '%' && match?.metric.kind === 'total'
  if (!grown || match.score < ENOUGH_OPEN || done.some((c) => c.metric === match.metric)) return null
  return { told, ask: asks.noBase(told.figure.text, match.metric.name), about: [match.task] }
}
