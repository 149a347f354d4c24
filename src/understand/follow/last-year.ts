import type { Query } from '../../domain/query.ts'
import type { Slots } from '../slots.ts'
import { assumed } from '../wording.ts'
import { lastFilter, withoutAmong } from './last-query.ts'
import type { Refined, Turn } from './turn.ts'

/** 和去年比, 比去年呢: the last question beside the year before; a figure beside its other years. */
export function withLastYear(slots: Slots, last: Turn): Refined | null {
  if (!LAST_YEAR.test(slots.text)) return null
  const filter = lastFilter(last.query)
  if (filter === undefined) return null
  const ofFigure = last.query.kind === 'metric' || last.query.kind === 'compare'
  const { documents: _, ...anywhere } = withoutAmong(filter)
  const query: Query = ofFigure
    ? { kind: 'metric', filter: anywhere, before: true }
    : { kind: 'compare', of: 'years', filter: withoutAmong(filter) }
  return { query, rule: 'follow-up: beside the year before', assumptions: [assumed.carried] }
}

const LAST_YEAR =
  /^(?:那|它|这)?(?:(?:和|跟|与|同)(?:去年|上一?年|前一年)(?:相?比|比较|对比|比一比)|(?:相)?比(?:去年|上一?年))(?:一下|呢|怎么样|如何|有什么变化|多还是少|多了还是少了)?[？?。]*$/
