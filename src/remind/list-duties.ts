import type { DutyDate } from '../domain/duty-change.ts'
import type { Day } from '../domain/span.ts'
import { addDays } from '../text/calendar.ts'
import { changedDays, isOff } from './changes.ts'
import type { Duty } from './duty.ts'
import { allDuties, holding, type Idle, type PlanInput, planRequests } from './plan-requests.ts'

/** A duty as supervisors see it in a list. */
export interface ListedDuty {
  readonly duty: Duty
  /** The next day it falls due, as stated; null: none ahead. */
  readonly next: Day | null
  /** The last day it fell due, as stated; null: none of late. */
  readonly last: Day | null
  /** When it falls due by the last word on it; null: nothing says when. */
  readonly date: DutyDate | null
  readonly state: 'active' | 'off' | Idle
}

/** A report that is not in by then is no longer put off. */
const LATELY_DAYS = 62

/** Every duty of the ledger with its next day and whether it asks anybody. */
export function listDuties(input: PlanInput): readonly ListedDuty[] {
  const idle = new Map(planRequests(input).idle.map(({ duty, why }) => [duty.key, why]))
  return allDuties(input).map(({ duty, document }) => {
    const holds = holding(document)
    const { today } = input
    const window = { from: addDays(today, -LATELY_DAYS), to: input.window.to }
    const days = changedDays(duty, input.changes, { holds, window }).map(({ statedOn }) => statedOn)
    const next = days.find((day) => day >= today) ?? null
    const last = days.findLast((day) => day < today) ?? null
    const own = input.changes.filter((one) => one.change !== 'added' && one.duty === duty.key)
    const state = isOff(own, today) ? 'off' : (idle.get(duty.key) ?? 'active')
    return { duty, next, last, date: dateOf(duty, input), state }
  })
}

/** The last move that was said, or what the document says. */
function dateOf({ key, due, recurrence, month, day }: Duty, { changes }: PlanInput): DutyDate | null {
  const moved = changes.findLast((one) => one.change === 'moved' && one.duty === key)
  if (moved?.change === 'moved') return moved.body.date
  if (due !== null) return { due }
  return recurrence === null ? null : { recurrence, month, day }
}

/** How a duty stood before a word on it, for the audit row. */
export const dutyBefore = (one: ListedDuty | null) =>
  one === null
    ? null
    : {
        ...{ document: one.duty.document, who: one.duty.who, what: one.duty.what, text: one.duty.text },
        ...{ date: one.date, next: one.next, state: one.state },
      }
