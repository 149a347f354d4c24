import { addDays, addMonths, dayOf, monthOf, weekdayOf, yearOf } from '../text/calendar.ts'
import { instantOf, shownIn } from '../text/instant.ts'
import type { Rhythm } from './order.ts'
import type { Day } from './span.ts'

/** What a rhythm needs of the world. */
export interface RhythmClock {
  readonly zone: string
  readonly isWorkingDay: (day: Day) => boolean
}

/** Where no hour is said: when the office opens. */
export const DEFAULT_TIME = '09:00'
const LAST_OF_MONTH = 32
const A_YEAR = 370

/** The next date of a rhythm after an instant. A day the month has not is its last one. */
export function nextAt(rhythm: Rhythm, after: Date, { zone, isWorkingDay }: RhythmClock): Date {
  const time = rhythm.time ?? DEFAULT_TIME
  const shown = shownIn(zone, after)
  const first = shown.time < time ? shown.day : addDays(shown.day, 1)
  for (let ahead = 0; ahead <= A_YEAR; ahead++) {
    const day = addDays(first, ahead)
    if (falls(rhythm, day, isWorkingDay)) return instantOf(zone, day, time)
  }
  throw new RangeError(`no date of ${JSON.stringify(rhythm)}`)
}

function falls({ every, day, month }: Rhythm, on: Day, isWorkingDay: (day: Day) => boolean): boolean {
  switch (every) {
    case 'day':
      return true
    case 'workday':
      return isWorkingDay(on)
    case 'week':
      return weekdayOf(on) === (day ?? 1)
    case 'month':
      return isDate(on, day)
    case 'quarter':
      return isDate(on, day) && monthOf(on) % 3 === (day === LAST_OF_MONTH ? 0 : 1)
    case 'halfYear':
      return isDate(on, day) && monthOf(on) % 6 === (day === LAST_OF_MONTH ? 0 : 1)
    case 'year':
      return isDate(on, day) && monthOf(on) === (month ?? 1)
  }
}

function isDate(on: Day, day: number | null): boolean {
  const last = addDays(addMonths(on, 1), -1)
  const wanted = dayOf(yearOf(on), { month: monthOf(on), day: Math.min(day ?? 1, 31) })
  return on === (wanted > last ? last : wanted)
}

const WEEKDAYS = '一二三四五六日'

/** As a person would say it: 每月1日9:00, 每周一8:30, 每个工作日17:00, 每季度首月5日, 每年1月10日. */
export function rhythmWords({ every, day, month, time }: Rhythm): string {
  const hour = (time ?? DEFAULT_TIME).replace(/^0/, '')
  const date = day === LAST_OF_MONTH ? '最后一天' : `${day ?? 1}日`
  switch (every) {
    case 'day':
      return `每天${hour}`
    case 'workday':
      return `每个工作日${hour}`
    case 'week':
      return `每周${WEEKDAYS[(day ?? 1) - 1]}${hour}`
    case 'month':
      return `每月${date}${hour}`
    case 'quarter':
      return `每季度${day === LAST_OF_MONTH ? '' : '首月'}${date}${hour}`
    case 'halfYear':
      return `每半年${day === LAST_OF_MONTH ? '' : '首月'}${date}${hour}`
    case 'year':
      return `每年${month ?? 1}月${date}${hour}`
  }
}
