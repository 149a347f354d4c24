import type { Day } from '../domain/span.ts'
import { addDays } from '../text/calendar.ts'
import { type WorkingDays, workingDays } from '../text/working-days.ts'
import type { RemindDeps } from './deps.ts'
import { dutyDocuments } from './duty-documents.ts'
import type { LadderInput } from './ladder.ts'
import { type PlanInput, planRequests, type RequestPlan } from './plan-requests.ts'

/** How far back a what-if looks for what is overdue. */
const LOOK_BACK_DAYS = 31
/** Seven working days and the longest holiday are less. */
const LOOK_AHEAD_DAYS = 31

export interface Planned extends RequestPlan {
  readonly window: { readonly from: Day; readonly to: Day }
  readonly calendar: WorkingDays
  readonly input: PlanInput
}

interface Reach {
  /** The first stated day. */
  readonly from?: Day
  /** How many days ahead. */
  readonly ahead?: number
}

/** The plan of a day, read from what the database has. */
export async function readPlan(
  deps: RemindDeps,
  today: Day,
  { from = addDays(today, -LOOK_BACK_DAYS), ahead = LOOK_AHEAD_DAYS }: Reach = {},
): Promise<Planned> {
  const { duties, settings } = deps
  const registry = await duties.registry()
  const calendar = workingDays(await duties.calendarDays())
  const window = { from, to: addDays(today, ahead) }
  const input: PlanInput = {
    documents: dutyDocuments(await duties.rows(), registry, today),
    changes: await duties.changes(),
    ...{ registry, calendar, window, today, holiday: settings.holiday },
    opens: Math.max(0, ...settings.before),
  }
  return { ...planRequests(input), window, calendar, input }
}

/** What the ladder decides on, as it stands now. */
export async function readLadder(deps: RemindDeps, now: Date, calendar: WorkingDays): Promise<LadderInput> {
  const { store, settings } = deps
  const today = deps.dayOf(now)
  return {
    requests: await store.open(today),
    asks: await store.asks(today),
    snoozes: await store.snoozes(),
    staff: await store.staff(today),
    ...{ calendar, settings, today, time: deps.timeOf(now) },
  }
}
