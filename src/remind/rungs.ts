import type { RemindSettings } from '../domain/reminding.ts'
import type { Request } from '../domain/request.ts'
import type { Day } from '../domain/span.ts'
import type { WorkingDays } from '../text/working-days.ts'

export interface Rung {
  /** T-7, T, late:2, later:2026-07-15; of a returned report with the day of its return: T-1@2026-07-25. */
  readonly name: string
  readonly day: Day
}

/** By when it is owed now: what was returned has so many working days more, if it was not due later anyway. */
export function dueOf(
  { dueOn, reopenedOn }: Pick<Request, 'dueOn' | 'reopenedOn'>,
  calendar: WorkingDays,
  { returnDays }: Pick<RemindSettings, 'returnDays'>,
): Day {
  if (reopenedOn === null) return dueOn
  const again = calendar.add(reopenedOn, returnDays)
  return again > dueOn ? again : dueOn
}

export interface Ladder {
  readonly due: Day
  /** The rung whose day came last; null: the first is still to come. */
  readonly now: Rung | null
  /** The day of the next one. */
  readonly next: Day
  /** Working days overdue. */
  readonly late: number
}

interface Standing {
  readonly calendar: WorkingDays
  readonly settings: RemindSettings
  readonly today: Day
  /** The person asked not to be reminded before this day. */
  readonly snoozed: Day | null
}

/**
 * Where a request stands on the ladder of a day. Of rungs that were missed only the last counts: whoever was away finds one
 * card, not a pile. A snooze takes out the rungs before its day, and never the day it is due.
 */
export function standOn(request: Request, { calendar, settings, today, snoozed }: Standing): Ladder {
  const due = dueOf(request, calendar, settings)
  const again = request.reopenedOn === null ? '' : `@${request.reopenedOn}`
  const late = calendar.between(due, today)
  const until = snoozed !== null && snoozed < due ? snoozed : null
  const planned: readonly Rung[] = [
    ...settings.before.map((days) => ({ name: `T-${days}${again}`, day: calendar.add(due, -days) })),
    { name: `T${again}`, day: due },
  ]
  const kept = until === null ? planned : planned.filter(({ day }) => day >= until)
  const later = until === null ? [] : [{ name: `later:${until}${again}`, day: calendar.onOrAfter(until) }]
  const rungs = [...kept, ...later].toSorted((a, b) => a.day.localeCompare(b.day))
  const overdue = late > 0 ? { name: `late:${late}${again}`, day: calendar.add(due, late) } : null
  const now = overdue ?? rungs.findLast(({ day }) => day <= today) ?? null
  const next = rungs.find(({ day }) => day > today)?.day ?? calendar.add(today, 1)
  return { due, now, next, late }
}
