import { contentOf } from '../clauses.ts'
import type { Told } from '../figure/context.ts'
import type { MetricMatch } from '../match/metric-score.ts'
import { ENOUGH_OPEN } from './another-task.ts'
import type { Claim, Loose, Place, Step } from './assign.ts'
import { claim } from './claim.ts'

/** 地区生产总值1.62万亿，同比增长5.6%: how much what was just named has grown, where growth is what its task asks for. */
export function byGrowth(told: Told, place: Place, { matcher, previous }: Step): Claim | Loose | null {
  if (previous === undefined || !isGrowth(told) || previous.clause < told.clause - 1) return null
  const said = previous.names.flatMap((name) => matcher.metrics(name, place.open))
  const [best] = said.filter((m) => m.metric.kind === 'growth' && m.score >= ENOUGH_OPEN)
  return best === undefined || isAnothers(best, said, place) ? null : claim(told, best)
}

/** 智能装备规模1200亿，同比增长9%: the scale is of a task named, or better named, that asks for no growth. */
const isAnothers = (best: MetricMatch, said: readonly MetricMatch[], { tasks, named }: Place): boolean =>
  (named && tasks.length > 0 && !tasks.includes(best.task)) ||
  said.some((m) => m.metric.kind !== 'growth' && m.task.id !== best.task.id && m.score > best.score)

const isGrowth = ({ figure, before, names }: Told): boolean =>
  figure.value.unit === '%' &&
  /(?:同比|增长|增|上涨|涨)了?$/.test(before) &&
  names.every((n) => contentOf(n) === '')
