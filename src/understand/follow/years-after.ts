import type { Query } from '../../domain/query.ts'
import { parseNumber } from '../../text/numbers.ts'
import type { Slots } from '../slots.ts'
import { assumed } from '../wording.ts'
import type { Refined, Turn } from './turn.ts'

/** 后面两年, 剩下那两年, 往后三年; 近两年 and 三年行动 count from elsewhere. */
const AFTER = /(?:后面?|剩下|余下|其余|另外|接下来|接着|往后|之后)(?:的|那)?(?<n>[两二三四])年/

/** 后面两年还有吗, 各几个, after a figure of 2025: the same figure of 2026 and 2027. */
export function ofYearsAfter({ text, assumptions, by }: Slots, { query }: Turn): Refined | null {
  const said = AFTER.exec(text)?.groups?.n
  const count = said === undefined ? null : parseNumber(said)
  if (count === null || query.kind !== 'metric' || query.year === undefined) return null
  const { year } = query
  const queries: Query[] = Array.from({ length: count }, (_, i) => ({
    ...query,
    ...(by === null ? {} : { by }),
    year: year + i + 1,
  }))
  return {
    query: { kind: 'several', queries },
    rule: 'follow-up: the last figure, the years after',
    assumptions: [...assumptions, assumed.carried],
  }
}
