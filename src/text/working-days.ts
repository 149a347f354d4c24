import holidays from 'chinese-days'
import type { Day } from '../domain/span.ts'
import { addDays, weekdayOf, yearOf } from './calendar.ts'

/** A day the official calendar, or a supervisor, says something of. */
export interface CalendarDay {
  readonly day: Day
  readonly working: boolean
  /** 国庆节, 国庆节调休, 市人代会. */
  readonly name: string
}

/** Working days as an office counts them: public holidays off, make-up Saturdays and Sundays on. */
export interface WorkingDays {
  isWorkingDay(day: Day): boolean
  /** `count` working days on (negative: back) from a day that need not be one itself: Friday + 1 → Monday, Sunday − 1 → Friday. */
  add(day: Day, count: number): Day
  /** The day itself where it is a working day, else the next one. */
  onOrAfter(day: Day): Day
  onOrBefore(day: Day): Day
  /** Working days after `from` up to and with `to`; 0 where `to` is not later. */
  between(from: Day, to: Day): number
  /** Whether the year's official calendar is known. Where it is not, weekends are all that is counted, and must be said. */
  knows(year: number): boolean
}

/** `imported` days go before what the library knows. */
export function workingDays(imported: readonly CalendarDay[] = []): WorkingDays {
  const own = new Map(imported.map(({ day, working }) => [day, working]))
  const known = new Map<number, boolean>()
  const kept = new Map<Day, boolean>()
  // A ladder asks the same few days of hundreds of requests.
  const added = new Map<string, Day>()
  const counted = new Map<string, number>()
  const libraryKnows = (year: number): boolean => keep(known, year, () => isNamed(nationalDay(year)))
  const look = (day: Day): boolean =>
    own.get(day) ?? (libraryKnows(yearOf(day)) ? holidays.isWorkday(day) : weekdayOf(day) <= 5)
  const isWorkingDay = (day: Day): boolean => keep(kept, day, () => look(day))
  const seek = (day: Day, way: 1 | -1): Day => {
    let at = day
    while (!isWorkingDay(at)) at = addDays(at, way)
    return at
  }
  const step = (day: Day, days: number): Day => {
    const way = days < 0 ? -1 : 1
    let at = day
    for (let left = Math.abs(days); left > 0; left--) at = seek(addDays(at, way), way)
    return at
  }
  const count = (from: Day, to: Day): number => {
    let days = 0
    for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (isWorkingDay(at)) days++
    return days
  }
  return {
    isWorkingDay,
    onOrAfter: (day) => seek(day, 1),
    onOrBefore: (day) => seek(day, -1),
    add: (day, count) => keep(added, `${day}/${count}`, () => step(day, count)),
    between: (from, to) => keep(counted, `${from}/${to}`, () => count(from, to)),
    knows: (year) => libraryKnows(year) || own.get(nationalDay(year)) === false,
  }
}

const nationalDay = (year: number): Day => `${year}-10-01`

/**
 * National Day is a public holiday in every year the library knows, and carries a Chinese name there. In other years the
 * library gives the weekday's: asking whether it is a day off would take a Sunday for a holiday.
 */
const isNamed = (day: Day): boolean => holidays.getDayDetail(day).name.includes(',')

function keep<K, V>(kept: Map<K, V>, key: K, make: () => V): V {
  const known = kept.get(key)
  if (known !== undefined) return known
  const made = make()
  kept.set(key, made)
  return made
}
