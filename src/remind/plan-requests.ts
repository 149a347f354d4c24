import type { DutyChange } from '../domain/duty-change.ts'
import { daysOf } from '../domain/period.ts'
import type { PlannedRequest, RequestGround, RequestKind } from '../domain/request.ts'
import type { Day } from '../domain/span.ts'
import type { UnitRegistry } from '../domain/unit.ts'
import type { WorkingDays } from '../text/working-days.ts'
import { addedDuty, changedDays } from './changes.ts'
import type { Occurrence, Window } from './due-days.ts'
import { type Duty, type DutyDocument, dutyKeys, kindsOf, type OwedTask } from './duty.ts'
import { type Owing, owingOf, type Unasked } from './who.ts'

export interface PlanInput {
  /** Current, live documents. */
  readonly documents: readonly DutyDocument[]
  readonly changes: readonly DutyChange[]
  readonly registry: UnitRegistry
  readonly calendar: WorkingDays
  /** Days as documents state them. */
  readonly window: Window
  readonly today: Day
  /** A due day on a holiday: the working day before it, or after it. */
  readonly holiday: 'earlier' | 'later'
  /** So many working days before it is due a request is opened. */
  readonly opens: number
}

/** Why a duty makes no request, or one of its days none. */
export type Idle = Unasked | 'noDay' | 'coveredByOthers' | 'overBeforeRead'

export interface IdleDuty {
  readonly duty: Duty
  readonly why: Idle
}

export interface RequestPlan {
  readonly requests: readonly PlannedRequest[]
  /** Duties that ask nobody, each with the reason; a supervisor may lay down what is missing. */
  readonly idle: readonly IdleDuty[]
}

/**
 * From duties to requests: one for each unit, kind, period and due day, with all tasks that are asked for on it. Pure:
 * the same documents, changes, calendar and day give the same requests.
 */
export function planRequests(input: PlanInput): RequestPlan {
  const requests = new Map<string, PlannedRequest>()
  const idle: IdleDuty[] = []
  for (const { duty, tasks, document } of allDuties(input)) {
    const found = owed(duty, { tasks, document }, input)
    if (typeof found === 'string') idle.push({ duty, why: found })
    else for (const request of found) merge(requests, request)
  }
  return { requests: [...requests.values()].sort(inOrder), idle }
}

interface Context {
  readonly duty: Duty
  readonly tasks: readonly OwedTask[]
  readonly document: DutyDocument | null
}

/** Duties of all documents and those that supervisors laid down. */
export function allDuties({ documents, changes }: Pick<PlanInput, 'documents' | 'changes'>): Context[] {
  const read = documents.flatMap((document) => {
    const keys = dutyKeys(document.series, document.duties)
    return document.duties.map((one, i) => {
      const own = { key: keys[i] ?? '', documentId: document.id, document: document.name }
      return { duty: { ...one, ...own, kinds: kindsOf(one.what) }, tasks: document.tasks, document }
    })
  })
  const added = changes.flatMap((change) => {
    if (change.change !== 'added') return []
    const { documentId } = change.body
    const document = documents.find(({ id }) => id === documentId) ?? null
    if (documentId !== null && document === null) return []
    const own = change.body.tasks
    const all = document?.tasks ?? documents.flatMap((one) => one.tasks)
    const tasks = own === undefined ? all : all.filter(({ taskId }) => own.includes(taskId))
    return [{ duty: addedDuty(change.id, change.body, document?.name ?? '督查室安排'), tasks, document }]
  })
  return [...read, ...added]
}

/** 实行月调度、季通报: who and when are left open. */
const isRegime = ({ who, to, recurrence }: Duty): boolean =>
  who === null && to === null && recurrence !== null

function owed(
  duty: Duty,
  { tasks, document }: Omit<Context, 'duty'>,
  input: PlanInput,
): readonly PlannedRequest[] | Idle {
  if (duty.due === null && duty.recurrence === null) return 'noDay'
  if (isRegime(duty) && document !== null && !isFinest(duty, document)) return 'coveredByOthers'
  const at = document?.place ?? input.documents.find(({ place }) => place !== null)?.place ?? null
  const place = { registry: input.registry, place: at, tasks }
  const owing = owingOf(isRegime(duty) ? '各牵头单位' : duty.who, place)
  if (typeof owing === 'string') return owing
  const days = changedDays(duty, input.changes, { holds: holding(document), window: input.window })
  const timely = days.filter(({ statedOn }) => !isPast(statedOn, document, input.today))
  if (days.length > 0 && timely.length === 0) return 'overBeforeRead'
  return timely.flatMap((day) => duty.kinds.flatMap((kind) => requestsFor(duty, { day, kind, owing }, input)))
}

/** How long a document's duties hold; a supervisor's own for all documents has no bounds. */
export const holding = (document: DutyDocument | null) => ({
  issuedOn: document?.issuedOn ?? null,
  start: document?.start ?? document?.issuedOn ?? null,
  end: document?.end ?? null,
})

/** Nobody is pressed for what was due before the document was brought in; a day before that is a question of what-if. */
const isPast = (statedOn: Day, document: DutyDocument | null, today: Day): boolean =>
  document !== null && statedOn < document.addedOn && today >= document.addedOn

const FINENESS = { monthly: 1, quarterly: 3, semiannual: 6, annual: 12 } as const

/**
 * Of a document that only names rhythms (月调度、季通报、半年检查) the finest asks: the others are made up of what it brings.
 * Where a sentence tells somebody to report regularly, none of them does.
 */
function isFinest(duty: Duty, { duties }: DutyDocument): boolean {
  const rhythms = duties.filter((one) => one.recurrence !== null)
  if (rhythms.some((one) => one.who !== null)) return false
  const first = rhythms.toSorted((a, b) => finenessOf(a) - finenessOf(b))[0]
  return first?.recurrence === duty.recurrence && first.what === duty.what
}

const finenessOf = ({ recurrence }: Pick<Duty, 'recurrence'>): number =>
  recurrence === null ? Number.POSITIVE_INFINITY : FINENESS[recurrence]

interface Asking {
  readonly day: Occurrence
  readonly kind: RequestKind
  readonly owing: readonly Owing[]
}

function requestsFor(
  duty: Duty,
  { day: { statedOn, period }, kind, owing }: Asking,
  { calendar, holiday, opens }: PlanInput,
): readonly PlannedRequest[] {
  const dueOn = holiday === 'earlier' ? calendar.onOrBefore(statedOn) : calendar.onOrAfter(statedOn)
  const ground = { documentId: duty.documentId, document: duty.document, text: duty.text }
  const grounds: readonly RequestGround[] = [isImplied(duty) ? { ...ground, dayImplied: true } : ground]
  const at = { kind, period, statedOn, dueOn, opensOn: calendar.add(dueOn, -opens), grounds }
  return [...Map.groupBy(owing, ({ unitId }) => unitId)].map(([unitId, own]) => ({
    ...at,
    unitId,
    tasks: kind === 'contacts' ? [] : own.map(({ taskId, capacity }) => ({ taskId, capacity })).sort(byTask),
  }))
}

const isImplied = ({ recurrence, certainty, month, day }: Duty): boolean =>
  recurrence === null ? certainty === 'implied' : month === null && day === null

const byTask = (a: { readonly taskId: number }, b: { readonly taskId: number }): number => a.taskId - b.taskId

const keyOf = ({ unitId, kind, period, statedOn }: PlannedRequest): string =>
  [unitId, kind, period, statedOn].join('/')

/** Two documents that want the same of a unit on the same day make one request. */
function merge(requests: Map<string, PlannedRequest>, request: PlannedRequest): void {
  const known = requests.get(keyOf(request))
  if (known === undefined) return void requests.set(keyOf(request), request)
  const grounds = [...known.grounds, ...request.grounds]
  const tasks = [...known.tasks, ...request.tasks]
  requests.set(keyOf(request), {
    ...known,
    grounds: uniqueBy(grounds, ({ documentId, text }) => `${documentId}/${text}`),
    tasks: uniqueBy(tasks, ({ taskId }) => String(taskId)),
  })
}

const uniqueBy = <T>(list: readonly T[], key: (one: T) => string): T[] =>
  [...new Map(list.toReversed().map((one) => [key(one), one])).values()].toReversed()

const inOrder = (a: PlannedRequest, b: PlannedRequest): number =>
  a.dueOn.localeCompare(b.dueOn) ||
  daysOf(a.period).start.localeCompare(daysOf(b.period).start) ||
  a.unitId - b.unitId ||
  a.kind.localeCompare(b.kind)
