import type { Addressee, Line, LineReason, RemindSettings, Staff } from '../domain/reminding.ts'
import type { Ask, Request } from '../domain/request.ts'
import type { Day } from '../domain/span.ts'
import type { WorkingDays } from '../text/working-days.ts'
import { leaderOf, liaisonOf } from './recipients.ts'
import { type Ladder, type Rung, standOn } from './rungs.ts'

export interface LadderInput {
  /** Open requests that may be asked for by now. */
  readonly requests: readonly Request[]
  readonly asks: readonly Ask[]
  readonly snoozes: readonly { readonly requestId: number; readonly personId: number; readonly until: Day }[]
  readonly staff: Staff
  readonly calendar: WorkingDays
  readonly settings: RemindSettings
  readonly today: Day
  /** HH:MM in the office's time zone. */
  readonly time: string
}

/** One request with what was asked of it so far. */
interface Case {
  readonly request: Request
  readonly asks: readonly Ask[]
  readonly input: LadderInput
}

/** Rungs that are no asks of a liaison. */
export const isEscalation = (rung: string): boolean => /^(?:leader|list|nobody|urgent)/.test(rung)

/**
 * Every line of a day: for each open request what becomes of the liaison's rung, and once it is late of the leader's and
 * the supervisors'. Pure; whoever carries the lines out claims each rung, so that it happens once.
 */
export function ladder(input: LadderInput): readonly Line[] {
  const asks = Map.groupBy(input.asks, ({ requestId }) => requestId)
  const lines = input.requests.flatMap((request) =>
    requestLines({ request, asks: asks.get(request.id) ?? [], input }),
  )
  return withinBudget(lines, input)
}

function requestLines(one: Case): readonly Line[] {
  const { request, input } = one
  const found = liaisonOf(request.unitId, input.staff, input.today)
  if (found.person === null) {
    const ladder = standOn(request, { ...input, snoozed: null })
    return [...nobodyLines(one, ladder, found.missing), ...lateLines(one, ladder, false)]
  }
  const own = input.snoozes.find((s) => s.requestId === request.id && s.personId === found.person.personId)
  const ladder = standOn(request, { ...input, snoozed: own?.until ?? null })
  const line = liaisonLine(one, ladder, { person: found.person, snoozed: own?.until ?? null })
  return [line, ...lateLines(one, ladder, true)]
}

function liaisonLine(
  one: Case,
  { now, next, due }: Ladder,
  { person, snoozed }: { readonly person: Addressee; readonly snoozed: Day | null },
): Line {
  const line = (rung: string, outcome: Line['outcome'], reason: LineReason): Line => ({
    ...{ request: one.request, audience: 'liaison', person, rung, outcome, reason },
  })
  if (now === null) {
    const waits = snoozed !== null && snoozed <= due && snoozed > one.input.today
    return line('', 'wait', waits ? { why: 'snoozed', until: snoozed } : { why: 'notYet', next })
  }
  const shut = shutReason(one.input)
  if (shut !== null) return line(now.name, 'wait', shut)
  const taken = one.asks.find(({ rung, outcome }) => rung === now.name && outcome !== 'avoided')
  if (taken) return line(now.name, 'wait', { why: 'taken', on: taken.askedOn })
  const { times, spared } = askedSoFar(one)
  if (times >= one.input.settings.perRequest)
    return line(now.name, spared ? 'wait' : 'avoid', { why: 'askedEnough', times })
  return line(now.name, 'send', dueReason(now, one.input.today))
}

/** Asks of the liaison, a supervisor's own press aside; of a returned report those since its return. */
function askedSoFar({ request, asks }: Case): { readonly times: number; readonly spared: boolean } {
  const since = request.reopenedOn ?? ''
  const own = asks.filter(({ rung, askedOn }) => !isEscalation(rung) && askedOn >= since)
  const told = own.filter(({ outcome, rung }) => outcome !== 'avoided' && !rung.startsWith('press:'))
  return { times: told.length, spared: own.some(({ reason }) => reason === 'askedEnough') }
}

const dueReason = ({ day }: Rung, today: Day): LineReason =>
  day < today ? { why: 'caughtUp', day } : { why: 'rung' }

type Moment = Pick<LadderInput, 'calendar' | 'settings' | 'today' | 'time'>

/** Nobody is written to on a day off, in the evening or at night. */
export function shutReason({ calendar, settings, today, time }: Moment): LineReason | null {
  if (!calendar.isWorkingDay(today)) return { why: 'holiday' }
  return time < settings.from || time >= settings.until ? { why: 'quiet' } : null
}

/** Nobody can be asked: the rung is on the list all the same, and supervisors are told once, when the first has come. */
function nobodyLines(one: Case, { now, next }: Ladder, missing: LineReason): readonly Line[] {
  const { request, input } = one
  const line = (rung: string, outcome: Line['outcome'], reason: LineReason): Line => ({
    ...{ request, audience: 'liaison', person: null, rung, outcome, reason },
  })
  if (now === null) return [line('', 'wait', { why: 'notYet', next })]
  const shut = shutReason(input)
  if (shut !== null) return [line(now.name, 'wait', shut)]
  const told = toSupervisors(one, 'nobody', missing).filter(({ person }) => person !== null)
  return [line(now.name, now.day === input.today ? 'list' : 'wait', missing), ...told]
}

/** Supervisors without an account have the list in the console all the same. */
function toSupervisors(one: Case, rung: string, reason: LineReason): readonly Line[] {
  const { request, input } = one
  const base = { request, rung, audience: 'supervisor' } as const
  const reachable = input.staff.supervisors.filter(({ to }) => to !== null)
  if (reachable.length === 0) return [{ ...base, person: null, outcome: 'list', reason }]
  const shut = shutReason(input)
  return reachable.map((person): Line => {
    const taken = one.asks.find((ask) => ask.rung === rung && ask.personId === person.personId)
    if (taken) return { ...base, person, outcome: 'wait', reason: { why: 'taken', on: taken.askedOn } }
    return shut
      ? { ...base, person, outcome: 'wait', reason: shut }
      : { ...base, person, outcome: 'list', reason }
  })
}

/** Overdue by so many working days: the unit's leader is told, then it is on the supervisors' list. */
function lateLines(one: Case, { late }: Ladder, asked: boolean): readonly Line[] {
  const { leaderAfter, listAfter } = one.input.settings
  const suffix = one.request.reopenedOn === null ? '' : `@${one.request.reopenedOn}`
  const leader = late >= leaderAfter ? [leaderLine(one, `leader${suffix}`, asked)] : []
  const list = late >= listAfter ? toSupervisors(one, `list${suffix}`, { why: 'rung' }) : []
  return [...leader, ...list]
}

/** A leader hears of a delay only after the liaison has been asked on an earlier day, if there is one to ask. */
function leaderLine(one: Case, rung: string, asked: boolean): Line {
  const { request, input } = one
  const person = leaderOf(request.unitId, input.staff)
  const line = (outcome: Line['outcome'], reason: LineReason): Line => ({
    ...{ request, audience: 'leader', person, rung, outcome, reason },
  })
  if (person === null) return line('wait', { why: 'noLeader' })
  const taken = one.asks.find((ask) => ask.rung === rung)
  if (taken) return line('wait', { why: 'taken', on: taken.askedOn })
  const shut = shutReason(input)
  if (shut) return line('wait', shut)
  const told = one.asks.some((ask) => !isEscalation(ask.rung) && ask.askedOn < input.today)
  return asked && !told ? line('wait', { why: 'notAskedYet' }) : line('send', { why: 'rung' })
}

/**
 * One card a person: the first line of the day sends it, the others are merged into it. Whoever has had their cards of the
 * day gets no more; what comes up later is put into the card that is there.
 */
function withinBudget(lines: readonly Line[], { asks, today, settings }: LadderInput): readonly Line[] {
  const cards = new Map<string, number>()
  for (const { personId, askedOn, outcome, rung } of asks) {
    if (askedOn !== today || outcome !== 'sent') continue
    const key = `${personId}/${isEscalation(rung)}`
    cards.set(key, (cards.get(key) ?? 0) + 1)
  }
  const begun = new Set<string>()
  return lines.map((line) => {
    if (line.person === null || (line.outcome !== 'send' && line.outcome !== 'list')) return line
    const key = `${line.person.personId}/${line.audience !== 'liaison'}`
    const most = line.audience === 'liaison' ? settings.perDay : 1
    if ((cards.get(key) ?? 0) >= most) return merged(line, 'askedToday')
    if (begun.has(key)) return merged(line, 'oneCard')
    begun.add(key)
    return line
  })
}

/** What goes into the supervisors' list stays a line of the list. */
const merged = (line: Line, why: 'askedToday' | 'oneCard'): Line =>
  line.outcome === 'list'
    ? line
    : { ...line, outcome: 'merge', reason: line.reason.why === 'rung' ? { why } : line.reason }
