import type { Line } from '../domain/reminding.ts'
import type { Ask, PlannedRequest, Request } from '../domain/request.ts'
import type { Day } from '../domain/span.ts'
import type { UnitRegistry } from '../domain/unit.ts'
import type { RemindDeps } from './deps.ts'
import { readLadder, readPlan } from './facts.ts'
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
  const known = new Set(stored.requests.map(keyOf))
  const answered = new Set((await deps.store.answered(planned.window)).map(keyOf))
  const missing = planned.requests.filter(
    (one) => one.opensOn <= today && !known.has(keyOf(one)) && !answered.has(keyOf(one)),
  )
  const virtual = missing.map((one, i) => asIfMade(one, -1 - i, planned.input.registry))
  const input = { ...stored, requests: [...stored.requests, ...virtual] }
  const assumed = today === at.real ? [] : earlierAsks(input)
  const lines = ladder({ ...input, asks: [...input.asks, ...assumed] })
  const years = [planned.window.from, planned.window.to].map((day) => Number(day.slice(0, 4)))
  const unknownYears = [...new Set(years)].filter((year) => !planned.calendar.knows(year))
  return { lines, idle: planned.idle, unknownYears, assumed: assumed.length > 0 }
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
