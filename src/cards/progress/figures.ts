import type { FigureView, OldValue, Target } from '../../domain/draft-view.ts'
import type { Reading } from '../../domain/heard.ts'
import type { Day } from '../../domain/span.ts'
import { periodWords } from './naming.ts'

/** 8条, 22.6万人: no noughts of floating arithmetic. */
export const amount = (value: number, unit: string): string => `${Number(value.toPrecision(12))}${unit}`

const OPS: Readonly<Record<Target['op'], string>> = {
  '>=': '≥',
  '>': '>',
  '=': '',
  '<=': '≤',
  '<': '<',
  '~': '约',
}

/** ≥10条 */
export const targetWords = ({ op, value, unit }: Target): string => `${OPS[op]}${amount(value, unit)}`

/** 80%; null where a share of the target says nothing (a ceiling, a rate of growth). */
export function shareWords(value: number, target: Target): string | null {
  if (target.kind !== 'total' || target.op === '<=' || target.op === '<' || target.value <= 0) return null
  return `${Number(((100 * value) / target.value).toFixed(1))}%`
}

/** 治理类 812 → **905条**（90.5%）; without an earlier value beside its target. */
export function figureWords({ target, said, value, last }: FigureView): string {
  const now = `**${amount(said.value, said.unit)}**${inOwnUnit(said, value, target)}`
  const share = shareWords(value, target)
  if (last !== null) return `${target.name} ${amount(last.value, '')} → ${now}${share ? `（${share}）` : ''}`
  return `${target.name} ${now}（目标${targetWords(target)}${share ? `，${share}` : ''}）`
}

/** Said in another unit than the plan's (200000万元 of 亿元): what it comes to there, so that a slip shows. */
const inOwnUnit = (said: Reading, value: number, { unit }: Target): string =>
  said.unit === unit ? '' : `（合${amount(value, unit)}）`

/** 商业航线 6条、治理类 812条 */
export const readingsWords = (readings: readonly Reading[]): string =>
  readings.map((r) => `${r.metric} ${amount(r.value, r.unit)}`).join('、')

/** 上次（7月）6条 */
export const lastWords = (last: OldValue, unit: string, today: Day): string =>
  `上次（${periodWords(last.period, today)}）${amount(last.value, unit)}`
