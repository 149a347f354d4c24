import type { Line } from '../domain/reminding.ts'
import type { Day } from '../domain/span.ts'
import { addDays } from '../text/calendar.ts'
import { carryOut } from './carry.ts'
import type { RemindDeps } from './deps.ts'
import { type Planned, readLadder, readPlan } from './facts.ts'
import { ladder, shutReason } from './ladder.ts'
import { type Faces, noteSent, refreshCards } from './refresh.ts'
import { urgeApproved } from './urge.ts'

/** What one process remembers between two minutes, so that the plan is made anew only when it may have changed. */
export interface Memory {
  readonly faces: Faces
  plan: {
    readonly stamp: string
    readonly today: Day
    readonly planned: Planned
    /** The requests that were made sure of last: the same again need not be. */
    readonly made: string
  } | null
}

export const emptyMemory = (): Memory => ({ faces: new Map(), plan: null })

/**
 * One round of the clock: requests that are due to be asked for are made, then every rung that has come is taken and its
 * card planned. Safe to run twice, in two processes, and after any kill: all that is decided is read from the database,
 * and each step either happened or did not. On days off and out of hours nothing is even looked at.
 */
export async function tick(now: Date, deps: RemindDeps, memory: Memory): Promise<readonly Line[]> {
  const planned = await ensured(now, deps, memory)
  const { settings } = deps
  const moment = { calendar: planned.calendar, settings, today: deps.dayOf(now), time: deps.timeOf(now) }
  if (shutReason(moment) !== null) return []
  const input = await readLadder(deps, now, planned.calendar)
  const lines = ladder(input)
  const round = { lines, input, now }
  noteSent(await carryOut(round, deps), round, memory.faces)
  await urgeApproved(round, deps)
  await refreshCards(round, deps, memory.faces)
  return lines
}

async function ensured(now: Date, deps: RemindDeps, memory: Memory): Promise<Planned> {
  const [today, stamp] = [deps.dayOf(now), await deps.duties.stamp()]
  if (memory.plan?.today === today && memory.plan.stamp === stamp) return memory.plan.planned
  const planned = await readPlan(deps, today, { from: await firstDay(deps, today) })
  const due = planned.requests.filter(({ opensOn }) => opensOn <= today)
  const made = JSON.stringify([stamp, due])
  if (memory.plan?.made === made) await deps.store.settleKnown(now)
  else await deps.store.ensure(due, { now, window: planned.window })
  memory.plan = { stamp, today, planned, made }
  return planned
}

/** So long the process may have stood still without anything being lost. */
const STOOD_STILL_DAYS = 100

/**
 * From which stated day on requests are made. The very first time nobody has been asked for anything: what is overdue by
 * then is not pressed for.
 */
async function firstDay({ store }: RemindDeps, today: Day): Promise<Day> {
  const began = await store.began()
  if (began === null) return today
  const back = addDays(today, -STOOD_STILL_DAYS)
  return [began.open ?? today, began.since > back ? began.since : back].sort()[0] ?? today
}
