import type { DutyTiming, Recurrence } from '../domain/document.ts'
import type { Day } from '../domain/span.ts'
import { addMonths, dayOf, monthOf, yearOf } from './calendar.ts'

const MONTHS: Readonly<Record<Recurrence, number>> = { monthly: 1, quarterly: 3, semiannual: 6, annual: 12 }

/**
 * The next day, today included, on which a recurring duty falls due: 每月25日前, 每季度第1个月的20日前. Null where the
 * document tells no day or month of the period, and after `until`. A day on a weekend stays: only a written rule moves it.
 */
export function nextDue(recurrence: Recurrence, timing: DutyTiming, today: Day): Day | null {
  const { from, until, month, day } = timing
  if (month === null && day === null) return null
  const step = MONTHS[recurrence]
  const since = from !== null && from > today ? from : today
  const start = Math.floor((monthOf(since) - 1) / step) * step
  for (let period = 0; period < 3; period++) {
    const first = addMonths(dayOf(yearOf(since), { month: start + 1, day: 1 }), period * step)
    const own = addMonths(first, (month ?? step) - 1)
    const due = dayOf(yearOf(own), { month: monthOf(own), day: day ?? 0 })
    if (due >= since) return until !== null && due > until ? null : due
  }
  return null
}
