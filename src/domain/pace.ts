import { unitFactor } from '../text/unit-scale.ts'
import type { Day } from './span.ts'
import type { MetricStanding, TaskStanding } from './standing.ts'

/** Expected against done: 序时进度. Pure; shares are 0–1 and may pass 1 where more was done than asked. */

const MS = 86_400_000
const NUMBERS = new Map<Day, number>()

export const daysBetween = (from: Day, to: Day): number => numberOf(to) - numberOf(from)

/** Kept once worked out: a whole ledger has a few hundred days, and asks for each of every task. */
function numberOf(day: Day): number {
  const known = NUMBERS.get(day)
  if (known !== undefined) return known
  const number = Date.parse(day) / MS
  NUMBERS.set(day, number)
  return number
}

export type Window = Pick<TaskStanding, 'startsOn' | 'dueOn'>

/** Share of the time between the first and last day that has passed at the end of `on`; null without both days. */
export function paceOf({ startsOn, dueOn }: Window, on: Day): number | null {
  if (startsOn === null || dueOn === null) return null
  if (on >= dueOn) return 1
  if (on < startsOn) return 0
  return (daysBetween(startsOn, on) + 1) / (daysBetween(startsOn, dueOn) + 1)
}

type Target = Pick<MetricStanding, 'op' | 'value' | 'valueMax' | 'unit' | 'kind'>
type Value = Pick<NonNullable<MetricStanding['last']>, 'value' | 'unit'>

/** 左右: so near the target it counts as reached. */
const ABOUT = 0.05

const isCeiling = ({ op, value }: Target): boolean => op === '<=' || op === '<' || value <= 0

/** A reading in the target's own unit; null where they measure different things. */
export function inUnitOf({ unit }: Pick<Target, 'unit'>, reading: Value): number | null {
  const factor = unitFactor(reading.unit, unit)
  return factor === null ? null : reading.value * factor
}

/**
 * Done share of a target. A range counts from its lower end (1—2家 is reached with one). Null where nothing adds up to a
 * whole: a ceiling, a growth, a target of nought, a reading in another measure.
 */
export function shareOf(target: Target, reading: Value | null): number | null {
  if (reading === null || isCeiling(target) || target.kind === 'growth') return null
  const value = inUnitOf(target, reading)
  return value === null ? null : value / target.value
}

/** Whether a reading reaches its target; null where it cannot be said. */
export function isReached(target: Target, reading: Value | null): boolean | null {
  const value = reading === null ? null : inUnitOf(target, reading)
  if (value === null) return null
  switch (target.op) {
    case '<=':
      return value <= target.value
    case '<':
      return value < target.value
    case '>':
      return value > target.value
    case '~':
      return value >= target.value * (1 - ABOUT)
    default:
      // 零事故: a target of nought is a ceiling.
      return target.value <= 0 ? value <= target.value : value >= target.value
  }
}

/** How far a reading is from where it should be by now. */
export type Lag =
  | { readonly kind: 'behind'; readonly points: number }
  /** A ceiling is exceeded by so many per cent of it. */
  | { readonly kind: 'over'; readonly points: number }

const percent = (share: number): number => Math.round(share * 100)

/**
 * Points behind pace, in whole per cent as they are told (97 − 80 = 17); 0 and less: on pace. A growth should stand at its
 * target all the year, so it is measured against the whole of it (9% of 15% → 40 points behind). Null without a reading.
 */
export function lagOf(target: Target, reading: Value | null, pace: number | null): Lag | null {
  const value = reading === null ? null : inUnitOf(target, reading)
  if (value === null) return null
  if (isReached(target, reading)) return { kind: 'behind', points: 0 }
  if (isCeiling(target)) {
    const over = target.value === 0 ? 1 : (value - target.value) / Math.abs(target.value)
    return { kind: 'over', points: Math.max(1, percent(over)) }
  }
  const expected = target.kind === 'growth' ? 1 : pace
  if (expected === null) return null
  return { kind: 'behind', points: percent(expected) - percent(value / target.value) }
}

/**
 * The days a target is measured between: its own year or years where it names them, within those of its task. What is to be
 * reached in a later year of the plan (到2027年) grows from the plan's start; once that year has come, from its first day, for it
 * may be that year's alone and nobody is accused on a guess.
 */
export function windowOf({ period }: Pick<MetricStanding, 'period'>, task: Window, on: Day): Window {
  const years = period?.match(/\d{4}/g)
  const [from, to] = [years?.[0], years?.at(-1)]
  if (from === undefined || to === undefined) return task
  const [first, last]: readonly [Day, Day] = [`${from}-01-01`, `${to}-12-31`]
  const { startsOn, dueOn } = task
  return {
    startsOn: startsOn !== null && (startsOn > first || first > on) ? startsOn : first,
    dueOn: dueOn !== null && dueOn < last ? dueOn : last,
  }
}
