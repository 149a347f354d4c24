import type { AddedDuty, DutyChange, DutyDate } from '../domain/duty-change.ts'
import type { Day } from '../domain/span.ts'
import { dueDays, type Holding, type Occurrence, type Window } from './due-days.ts'
import type { Duty } from './duty.ts'

type Of<C extends DutyChange['change']> = Extract<DutyChange, { readonly change: C }>

/** Which occurrences a supervisor's words leave of a duty, in the order they were said: each holds from its day on. */
export function changedDays(
  duty: Duty,
  changes: readonly DutyChange[],
  at: { readonly holds: Holding; readonly window: Window },
): readonly Occurrence[] {
  const own = changes.filter((one) => one.change !== 'added' && one.duty === duty.key)
  const moves = own.filter((one): one is Of<'moved'> => one.change === 'moved')
  const { from, to } = at.window
  const days = moves.reduce<readonly Occurrence[]>(
    (kept, { body }) => {
      const window = { from: body.from > from ? body.from : from, to }
      const moved = dueDays(dated(duty, body.date), at.holds, window)
      const earlier = kept.filter(({ statedOn }) => statedOn < body.from)
      return [...earlier, ...moved.map((day) => about(duty, day, at.holds))]
    },
    dueDays(duty, at.holds, at.window),
  )
  return days.filter(({ statedOn }) => !isOff(own, statedOn))
}

/** A single report that is put off stays about the period it was about. */
function about(duty: Duty, day: Occurrence, holds: Holding): Occurrence {
  if (duty.due === null) return day
  const [own] = dueDays(duty, holds, { from: duty.due, to: duty.due })
  return own ? { ...day, period: own.period } : day
}

/** Whether a day lies in a pause, or after the end. A pause lasts until it is lifted. */
export function isOff(own: readonly DutyChange[], day: Day): boolean {
  let off = false
  for (const one of own) {
    if (one.change === 'added' || one.change === 'moved' || one.body.from > day) continue
    off = one.change !== 'resumed'
  }
  return off
}

/** The duty on its new date. */
function dated(duty: Duty, date: DutyDate): Duty {
  if ('due' in date) return { ...duty, due: date.due, recurrence: null, month: null, day: null }
  return { ...duty, ...date, due: null }
}

/** A supervisor's own duty as one of a document. */
export function addedDuty(id: number, added: AddedDuty, document: string): Duty {
  const { documentId, who, what, kind, date, from, until } = added
  const duty = { who, to: null, what, from, until, due: null, recurrence: null, month: null, day: null }
  return {
    ...dated({ ...duty, text: what, key: `added:${id}`, documentId, document, kinds: [kind] }, date),
    until,
    from,
  }
}
