import type { MetricOp } from './task.ts'

/** Checks of a reading before anybody confirms it. Pure; what is doubtful is asked about, never dropped or mended. */

export type Doubt =
  | 'falls' // below the last value
  | 'tenfold' // jumps against the last value
  | 'farAboveTarget'
  | 'farBelowTarget' // money: 亿元 said as 万元
  | 'impossible' // a share over 100, a negative
  | 'fraction' // 22.6 人
  | 'otherUnit'

/** A reading beside what is known of its metric. Values are in the metric's own unit. */
export interface Checked {
  readonly value: number
  readonly target: number
  /** The value reported before, null where none is known. */
  readonly last: number | null
  readonly name: string
  readonly kind: 'total' | 'growth' | 'share'
  readonly unit: string
  /** The unit as said, where it is not the metric's. */
  readonly saidUnit: string | null
  /** Of the target: what is to stay below it may fall. Absent: to be reached. */
  readonly op?: MetricOp
}

/** Half of tenfold: 9050 against a target of 1000 is no slip of pace any more. */
const FAR_ABOVE = 5
/** A slip from 亿元 to 万元 is four digits; honest first months reach a hundredth. */
const FAR_BELOW = 1000
const JUMP = 10

interface Check {
  readonly doubt: Doubt
  readonly is: (r: Checked) => boolean
}

const isCeiling = ({ op }: Checked): boolean => op === '<=' || op === '<'
const counted = (r: Checked): boolean => r.kind === 'total' && !/[%]/.test(r.unit)

export const CHECKS: readonly Check[] = [
  { doubt: 'falls', is: (r) => counted(r) && !isCeiling(r) && r.last !== null && r.value < r.last },
  { doubt: 'tenfold', is: (r) => counted(r) && r.last !== null && r.last > 0 && r.value / r.last >= JUMP },
  {
    doubt: 'farAboveTarget',
    is: (r) => r.target > 0 && r.value / r.target >= FAR_ABOVE && r.value - r.target > 5,
  },
  { doubt: 'farBelowTarget', is: (r) => /元/.test(r.unit) && r.value > 0 && r.target / r.value >= FAR_BELOW },
  {
    doubt: 'impossible',
    is: (r) => (r.value < 0 && r.kind !== 'growth') || (r.kind === 'share' && r.value > 100),
  },
  {
    doubt: 'fraction',
    is: (r) =>
      /^(?:个|家|条|项|人|名|场|套|台|座|处|件|次)/.test(r.unit) &&
      !Number.isInteger(r.value) &&
      Number.isInteger(r.target) &&
      !/^每|人均|平均/.test(r.name),
  },
  { doubt: 'otherUnit', is: (r) => r.saidUnit !== null },
]

/** Every doubt about one reading, none when it may be confirmed as it stands. */
export const doubtsOf = (reading: Checked): Doubt[] =>
  CHECKS.filter((check) => check.is(reading)).map((check) => check.doubt)
