import holidays from 'chinese-days'
import type { Ask } from '../../src/domain/request.ts'
import type { Db } from '../../src/store/db.ts'
import { addDays } from '../../src/text/calendar.ts'

/** Days off as the calendar library has them: 2026 is known. Counted here anew, apart from the product's own counting. */
const isOff = (day: string): boolean => !holidays.isWorkday(day)

function step(day: string, count: number): string {
  let at = day
  for (let left = Math.abs(count); left > 0; ) {
    at = addDays(at, Math.sign(count))
    if (!isOff(at)) left--
  }
  return at
}

export interface Told extends Ask {
  readonly dueOn: string
  readonly statedOn: string
  /** The day it was answered; null: it never was. */
  readonly answeredOn: string | null
  readonly openedOn: string
  readonly unitId: number
}

/** Every ask with what is known of its request. */
export const toldOf = (db: Db): Promise<Told[]> =>
  db.query<Told>(`
    select a.request_id as "requestId", a.rung, a.person_id as "personId", a.asked_on as "askedOn", a.outcome, a.reason,
      a.send_key as "sendKey", q.due_on as "dueOn", q.stated_on as "statedOn", q.unit_id as "unitId",
      (q.answered_at at time zone 'Asia/Shanghai')::date as "answeredOn",
      (q.opened_at at time zone 'Asia/Shanghai')::date as "openedOn"
    from ask a join request q on q.id = a.request_id`)

const kept = new Map<string, ReadonlyMap<string, string>>()

/** The day of each rung of a due day, long overdue ones too. */
export function rungDays(dueOn: string): ReadonlyMap<string, string> {
  const days = kept.get(dueOn) ?? countRungs(dueOn)
  kept.set(dueOn, days)
  return days
}

function countRungs(dueOn: string): ReadonlyMap<string, string> {
  const before = [7, 3, 1].map((days) => [`T-${days}`, step(dueOn, -days)] as const)
  const late = Array.from({ length: 40 }, (_, i) => [`late:${i + 1}`, step(dueOn, i + 1)] as const)
  const later = [
    ['leader', step(dueOn, 3)],
    ['list', step(dueOn, 5)],
  ] as const
  return new Map([...before, ['T', dueOn], ...late, ...later])
}

export const isDayOff = isOff
