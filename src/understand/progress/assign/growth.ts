import { contentOf } from '../clauses.ts'
import type { Told } from '../figure/context.ts'
import { ENOUGH_OPEN } from './another-task.ts'
import type { Claim, Loose, Place, Step } from './assign.ts'
import { claim } from './claim.ts'

/** 地区生产总值1.62万亿，同比增长5.6%: how much what was just named has grown, where growth is what its task asks for. */
export function byGrowth(told: Told, { open }: Place, { matcher, previous }: Step): Claim | Loose | null {
  if (previous === undefined || !isGrowth(told) || previous.clause < told.clause - 1) return null
  const [best] = previous.names
    .flatMap((said) => matcher.metrics(said, open))
    .filter((m) => m.metric.kind === 'growth' && m.score >= ENOUGH_OPEN)
  return best === undefined ? null : claim(told, best)
}

const isGrowth = ({ figure, before, names }: Told): boolean =>
  figure.value.unit === '%' &&
  /(?:同比|增长|增|上涨|涨)了?$/.test(before) &&
  names.every((n) => contentOf(n) === '')
