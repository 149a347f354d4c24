import type { Line } from '../domain/reminding.ts'
import type { Ask, PlannedRequest, Request } from '../domain/request.ts'
import type { Day } from '../domain/span.ts'
import type { UnitRegistry } from '../domain/unit.ts'
import { addDays } from '../text/calendar.ts'
import type { RemindDeps } from './deps.ts'
import { type Planned, readLadder, readPlan } from './facts.ts'
import { type LadderInput, ladder } from './ladder.ts'
import type { IdleDuty } from './plan-requests.ts'

export interface Explained {
  readonly lines: readonly Line[]
  /** Duties that ask nobody, and why. */
  readonly idle: readonly IdleDuty[]
  /** Years the window touches whose official calendar is not known. */
  readonly unknownYears: readonly number[]
  /** Requests nobody was asked about yet were taken as if every earlier rung had been sent. */
  readonly assumed: boolean
}

/**
 * What a day would bring, written nowhere: requests that are not made yet are taken as if they were. Asked about a day
 * apart from the real one, requests without any history are taken as asked for on all their earlier rungs.
 */
export async function explain(
  at: { readonly now: Date; readonly real: Day },
  deps: RemindDeps,
): Promise<Explained> {
  const today = deps.dayOf(at.now)
  const planned = await readPlan(deps, today)
  const stored = await readLadder(deps, at.now, planned.calendar)
  const virtual = await notMadeYet(planned, stored, deps)
  const requests = [...stored.requests, ...virtual.filter(({ opensOn }) => opensOn <= today)]
  const input = { ...stored, requests }
  const assumed = today === at.real ? [] : earlierAsks(input)
  const lines = ladder({ ...input, asks: [...input.asks, ...assumed] })
  const years = [planned.window.from, planned.window.to].map((day) => Number(day.slice(0, 4)))
  const unknownYears = [...new Set(years)].filter((year) => !planned.calendar.knows(year))
  return { lines, idle: planned.idle, unknownYears, assumed: assumed.length > 0 }
}

/** Planned requests that have no row yet, as if they were made. */
async function notMadeYet(planned: Planned, stored: LadderInput, { store }: RemindDeps): Promise<Request[]> {
  const there = [...stored.requests, ...(await store.answered(planned.window))].map(keyOf)
  const known = new Set(there)
  const missing = planned.requests.filter((one) => !known.has(keyOf(one)))
  return missing.map((one, i) => asIfMade(one, -1 - i, planned.input.registry))
}

const FORESEEN_DAYS = 120

/** The next day after today on which any liaison is asked for anything, if nobody reports meanwhile; null: none in sight. */
export async function nextAskDay(now: Date, deps: RemindDeps): Promise<Day | null> {
  const today = deps.dayOf(now)
  const planned = await readPlan(deps, today, { ahead: FORESEEN_DAYS })
  const stored = await readLadder(deps, now, planned.calendar)
  const all = [...stored.requests, ...(await notMadeYet(planned, stored, deps))]
  const last = addDays(today, FORESEEN_DAYS)
  for (let day = planned.calendar.add(today, 1); day < last; day = planned.calendar.add(day, 1)) {
    const requests = all.filter(({ opensOn }) => opensOn <= day)
    const lines = ladder({ ...stored, requests, today: day, time: stored.settings.from })
    if (lines.some(({ audience, outcome }) => audience === 'liaison' && outcome === 'send')) return day
  }
  return null
}

type Key = Pick<Request, 'unitId' | 'kind' | 'period' | 'statedOn'>
const keyOf = ({ unitId, kind, period, statedOn }: Key): string => [unitId, kind, period, statedOn].join('/')

function asIfMade(planned: PlannedRequest, id: number, registry: UnitRegistry): Request {
  return {
    ...planned,
    id,
    unit: registry.byId.get(planned.unitId)?.short ?? '',
    state: 'open',
    answeredAt: null,
    reopenedOn: null,
    tasks: planned.tasks.map((task) => ({ ...task, state: 'asked', note: null })),
    asked: 0,
  }
}

/** The ladder of every earlier day, as if each had been carried out; requests that were asked about in earnest keep their history. */
function earlierAsks(input: LadderInput): readonly Ask[] {
  const told = new Set(input.asks.map(({ requestId }) => requestId))
  const untold = input.requests.filter(({ id }) => !told.has(id))
  const first = untold.map(({ opensOn }) => opensOn).sort()[0]
  const asks: Ask[] = []
  for (let day = first ?? input.today; day < input.today; day = input.calendar.add(day, 1)) {
    const requests = untold.filter(({ opensOn }) => opensOn <= day)
    const lines = ladder({ ...input, requests, asks, today: day, time: input.settings.from })
    asks.push(...lines.flatMap((line) => takenOn(day, line)))
  }
  return asks
}

function takenOn(day: Day, { request, rung, person, outcome, reason }: Line): Ask[] {
  if (person === null || outcome === 'wait') return []
  const base = { requestId: request.id, rung, personId: person.personId, askedOn: day, sendKey: null }
  if (outcome === 'avoid') return [{ ...base, outcome: 'avoided', reason: reason.why }]
  return [{ ...base, outcome: outcome === 'merge' ? 'merged' : 'sent', reason: null }]
}
