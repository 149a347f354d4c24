import type { AddedDuty, DutyChange, DutyDate } from '../domain/duty-change.ts'
import type { Day } from '../domain/span.ts'
import { addDays } from '../text/calendar.ts'
import { dueDays, type Holding, type Occurrence, type Window } from './due-days.ts'
import type { Duty } from './duty.ts'

type Of<C extends DutyChange['change']> = Extract<DutyChange, { readonly change: C }>

interface Bounds {
  readonly holds: Holding
  readonly window: Window
}

/** A report is put off by no more than this; what lies further from the window cannot come into it. */
const FARTHEST_SHIFT = 200

/** Which occurrences a supervisor's words leave of a duty, in the order they were said: each holds from its day on. */
export function changedDays(
  duty: Duty,
  changes: readonly DutyChange[],
  { holds, window }: Bounds,
): readonly Occurrence[] {
  const own = changes.filter((one) => one.change !== 'added' && one.duty === duty.key)
  const shifts = own.filter((one): one is Of<'shifted'> => one.change === 'shifted')
  const { from, to } = window
  const reach = shifts.length === 0 ? 0 : FARTHEST_SHIFT
  const wide = { from: addDays(from, -reach), to: addDays(to, reach) }
  return shifts
    .reduce<readonly Occurrence[]>(shifted, movedDays(duty, own, { holds, window: wide }))
    .filter(({ statedOn }) => statedOn >= from && statedOn <= to && !isOff(own, statedOn))
    .toSorted((a, b) => a.statedOn.localeCompare(b.statedOn))
}

/** A report put off or brought forward once stays about its period. */
const shifted = (days: readonly Occurrence[], { body }: Of<'shifted'>): readonly Occurrence[] =>
  days.map((day) => (day.statedOn === body.of ? { ...day, statedOn: body.due } : day))

function movedDays(duty: Duty, own: readonly DutyChange[], at: Bounds): readonly Occurrence[] {
  const moves = own.filter((one): one is Of<'moved'> => one.change === 'moved')
  const { from, to } = at.window
  return moves.reduce<readonly Occurrence[]>(
    (kept, { body }) => {
      const window = { from: body.from > from ? body.from : from, to }
      const moved = dueDays(dated(duty, body.date), at.holds, window)
      const earlier = kept.filter(({ statedOn }) => statedOn < body.from)
      return [...earlier, ...moved.map((day) => about(duty, day, at.holds))]
    },
    dueDays(duty, at.holds, at.window),
  )
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
    if (one.change === 'added' || one.change === 'moved' || one.change === 'shifted') continue
    if (one.body.from > day) continue
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
