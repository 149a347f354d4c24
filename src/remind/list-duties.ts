import type { Day } from '../domain/span.ts'
import { changedDays, isOff } from './changes.ts'
import type { Duty } from './duty.ts'
import { allDuties, holding, type Idle, type PlanInput, planRequests } from './plan-requests.ts'

/** A duty as supervisors see it in a list. */
export interface ListedDuty {
  readonly duty: Duty
  /** The next day it falls due, as stated; null: none ahead. */
  readonly next: Day | null
  readonly state: 'active' | 'off' | Idle
}

/** Every duty of the ledger with its next day and whether it asks anybody. */
export function listDuties(input: PlanInput): readonly ListedDuty[] {
  const idle = new Map(planRequests(input).idle.map(({ duty, why }) => [duty.key, why]))
  return allDuties(input).map(({ duty, document }) => {
    const holds = holding(document)
    const days = changedDays(duty, input.changes, { holds, window: input.window })
    const next = days.find(({ statedOn }) => statedOn >= input.today)?.statedOn ?? null
    const own = input.changes.filter((one) => one.change !== 'added' && one.duty === duty.key)
    return { duty, next, state: isOff(own, input.today) ? 'off' : (idle.get(duty.key) ?? 'active') }
  })
}

/** How a duty stood before a word on it, for the audit row. */
export const dutyBefore = (one: ListedDuty | undefined) =>
  one === undefined
    ? null
    : {
        ...{ document: one.duty.document, who: one.duty.who, what: one.duty.what, text: one.duty.text },
        ...{ next: one.next, state: one.state },
      }
