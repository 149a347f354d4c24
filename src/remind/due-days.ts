import type { Recurrence } from '../domain/document.ts'
import type { Period } from '../domain/period.ts'
import { daysOf } from '../domain/period.ts'
import type { Day } from '../domain/span.ts'
import { addDays, yearOf } from '../text/calendar.ts'
import { nextDue } from '../text/next-due.ts'
import type { Duty } from './duty.ts'
import { recurringPeriod, singlePeriod } from './reported-period.ts'

export interface Window {
  readonly from: Day
  readonly to: Day
}

/** One time a duty falls due, as the document has it, and what is reported then. */
export interface Occurrence {
  readonly statedOn: Day
  readonly period: Period
}

const MONTHS: Readonly<Record<Recurrence, number>> = { monthly: 1, quarterly: 3, semiannual: 6, annual: 12 }

/**
 * Every day of the window on which a duty falls due. A recurring one without a day (每月报送简报) falls due on the last
 * day of each period. None is before the document's issue, nor about a period outside of what `holds`.
 */
export function dueDays(duty: Duty, holds: Holding, window: Window): readonly Occurrence[] {
  const days = duty.recurrence === null ? single(duty, window) : recurring(duty, duty.recurrence, window)
  const isProgress = duty.kinds.includes('progress')
  return days
    .filter((day) => holds.issuedOn === null || day >= holds.issuedOn)
    .map((statedOn) => ({
      statedOn,
      period: isProgress ? periodFor(duty, statedOn) : String(yearOf(statedOn)),
    }))
    .filter(({ period }) => duty.recurrence === null || within(period, holds))
}

/** How long a document holds. */
export interface Holding {
  readonly issuedOn: Day | null
  readonly start: Day | null
  readonly end: Day | null
}

function within(period: Period, { start, end }: Holding): boolean {
  const span = daysOf(period)
  return (start === null || span.end >= start) && (end === null || span.start <= end)
}

const periodFor = (duty: Duty, due: Day): Period =>
  duty.recurrence === null ? singlePeriod(due, duty) : recurringPeriod(duty.recurrence, due, duty)

const single = ({ due }: Duty, { from, to }: Window): Day[] =>
  due !== null && due >= from && due <= to ? [due] : []

function recurring(duty: Duty, recurrence: Recurrence, { from, to }: Window): Day[] {
  const undated = duty.month === null && duty.day === null
  const timing = { ...duty, month: undated ? MONTHS[recurrence] : duty.month }
  const days: Day[] = []
  let day = nextDue(recurrence, timing, from)
  while (day !== null && day <= to) {
    days.push(day)
    day = nextDue(recurrence, timing, addDays(day, 1))
  }
  return days
}
