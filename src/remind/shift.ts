import type { SaidDate } from '../domain/duty-change.ts'
import { daysBetween } from '../domain/pace.ts'
import type { Day } from '../domain/span.ts'
import { addMonths, dayOf, monthOf, yearOf } from '../text/calendar.ts'
import type { ListedDuty } from './list-duties.ts'

/** One time a duty falls due, and to when it is shifted. */
export interface Shift {
  readonly of: Day
  readonly due: Day
}

/**
 * Which time a date said of one report only means (这次推迟到25日, 推迟到10月25日): the one that is nearest, what has just fallen
 * due among them. Null: no such day is ahead, or it says a rhythm.
 */
export function shiftOf(
  said: SaidDate,
  { next, last }: Pick<ListedDuty, 'next' | 'last'>,
  today: Day,
): Shift | null {
  const times = [last, next].filter((day) => day !== null)
  const shifts = times.flatMap((of) => dueFor(said, of, today).map((due) => ({ of, due })))
  return shifts.toSorted((a, b) => far(a) - far(b))[0] ?? null
}

const far = ({ of, due }: Shift): number => Math.abs(daysBetween(of, due))

/** A day alone lies in the month of what it shifts, or in the one behind. */
function dueFor(said: SaidDate, of: Day, today: Day): readonly Day[] {
  if ('due' in said) return said.due >= today ? [said.due] : []
  if (said.recurrence !== null) return []
  const days = [of, addMonths(of, 1)].map((day) =>
    dayOf(yearOf(day), { month: monthOf(day), day: said.day ?? 0 }),
  )
  return days.filter((day) => day >= today && day !== of).slice(0, 1)
}
