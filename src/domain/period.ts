import { addDays, addMonths, dayOf, monthOf, yearOf } from '../text/calendar.ts'
import type { Recurrence } from './document.ts'
import type { Day } from './span.ts'

/** 报送期: `2026-07` a month, `2026Q3` a quarter, `2026H1` a half, `2026` a year. */
export type Period = string

const MONTHS: Readonly<Record<Recurrence, number>> = { monthly: 1, quarterly: 3, semiannual: 6, annual: 12 }
const SHAPE = /^(?<year>\d{4})(?:-(?<month>0[1-9]|1[0-2])|Q(?<quarter>[1-4])|H(?<half>[12]))?$/

/** The period of this rhythm that holds the day. */
export function periodOf(recurrence: Recurrence, day: Day): Period {
  const [year, month] = [yearOf(day), monthOf(day)]
  switch (recurrence) {
    case 'monthly':
      return day.slice(0, 7)
    case 'quarterly':
      return `${year}Q${Math.ceil(month / 3)}`
    case 'semiannual':
      return `${year}H${month <= 6 ? 1 : 2}`
    case 'annual':
      return String(year)
  }
}

export const isPeriod = (text: string): boolean => SHAPE.test(text)

/** The rhythm a period belongs to. Throws RangeError for what is no period. */
export function rhythmOf(period: Period): Recurrence {
  return partsOf(period).rhythm
}

/** First and last day. Throws RangeError for what is no period. */
export function daysOf(period: Period): { readonly start: Day; readonly end: Day } {
  const { year, month, rhythm } = partsOf(period)
  const start = dayOf(year, { month, day: 1 })
  return { start, end: addDays(addMonths(start, MONTHS[rhythm]), -1) }
}

const ENDS = new Map<Period, Day>()

/** The last day, kept once worked out: a whole ledger asks it of every report. Throws RangeError for what is no period. */
export function endOf(period: Period): Day {
  const known = ENDS.get(period)
  if (known !== undefined) return known
  const { end } = daysOf(period)
  ENDS.set(period, end)
  return end
}

/** The same rhythm, `by` periods on (negative: back). */
export function shiftPeriod(period: Period, by: number): Period {
  const { rhythm } = partsOf(period)
  return periodOf(rhythm, addMonths(daysOf(period).start, by * MONTHS[rhythm]))
}

const RHYTHMS: readonly Recurrence[] = ['monthly', 'quarterly', 'semiannual', 'annual']

/**
 * All periods that end with this one, itself among them: 2026-06 → 2026-06, 2026Q2, 2026H1. Who has told how things
 * stand at the end of June need not tell it again for the quarter.
 */
export function endingWith(period: Period): readonly Period[] {
  const { end } = daysOf(period)
  return RHYTHMS.map((rhythm) => periodOf(rhythm, end)).filter((other) => daysOf(other).end === end)
}

/** The period these days are, from its first to its last; null where they are none. */
export function periodOfDays(start: Day, end: Day): Period | null {
  const periods = RHYTHMS.map((rhythm) => periodOf(rhythm, start))
  return periods.find((period) => daysOf(period).start === start && endOf(period) === end) ?? null
}

/** As an office writes it: 2026年7月, 2026年第三季度, 2026年上半年, 2026年. */
export function periodName(period: Period): string {
  const { year, month, rhythm } = partsOf(period)
  const part = {
    monthly: `${month}月`,
    quarterly: `第${'一二三四'[(month - 1) / 3]}季度`,
    semiannual: month === 1 ? '上半年' : '下半年',
    annual: '',
  }[rhythm]
  return `${year}年${part}`
}

function partsOf(period: Period): {
  readonly year: number
  readonly month: number
  readonly rhythm: Recurrence
} {
  const groups = SHAPE.exec(period)?.groups
  if (groups === undefined) throw new RangeError(`no period: ${period}`)
  const year = Number(groups.year)
  if (groups.month) return { year, month: Number(groups.month), rhythm: 'monthly' }
  if (groups.quarter) return { year, month: Number(groups.quarter) * 3 - 2, rhythm: 'quarterly' }
  if (groups.half) return { year, month: Number(groups.half) * 6 - 5, rhythm: 'semiannual' }
  return { year, month: 1, rhythm: 'annual' }
}
