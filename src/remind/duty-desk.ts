import type { NewDutyChange } from '../domain/duty-change.ts'
import type { PlannedRequest } from '../domain/request.ts'
import type { Day } from '../domain/span.ts'
import { addDays } from '../text/calendar.ts'
import type { RemindDeps } from './deps.ts'
import type { Duty } from './duty.ts'
import { readPlan } from './facts.ts'
import { type ListedDuty, listDuties } from './list-duties.ts'
import { type PlanInput, planRequests } from './plan-requests.ts'

/** A duty of a yearly rhythm still has its next day in sight. */
const AHEAD_DAYS = 400

/** What a word on a duty would come to. */
export interface Foreseen {
  readonly change: NewDutyChange
  /** null: it is a new one. */
  readonly before: ListedDuty | null
  readonly after: ListedDuty | null
  /** Units that are asked the next time, or would have been, and how many tasks they report. */
  readonly units: readonly string[]
  readonly tasks: readonly number[]
  /** The next day after holidays moved it; null: none ahead. */
  readonly dueOn: Day | null
}

export interface Foresight {
  readonly rows: readonly Foreseen[]
  /** Units that owe one of them now and will be left alone. What fell due before the word stays owed. */
  readonly freed: readonly string[]
}

export interface DutyDesk {
  /** Every duty of the ledger as it stands. */
  readonly list: (today: Day) => Promise<readonly ListedDuty[]>
  /** What these words would come to together. */
  readonly foresee: (changes: readonly NewDutyChange[], today: Day) => Promise<Foresight>
}

export function createDutyDesk(deps: RemindDeps): DutyDesk {
  const read = async (today: Day): Promise<PlanInput> => {
    const { input } = await readPlan(deps, today)
    return { ...input, window: { from: today, to: addDays(today, AHEAD_DAYS) } }
  }
  return {
    list: async (today) => listDuties(await read(today)),
    foresee: async (changes, today) => foreseen(changes, await read(today), await deps.store.open(today)),
  }
}

/** Of a change that has no row yet: none that has one is before it. */
const newId = (n: number): number => -n

interface Plan {
  readonly input: PlanInput
  readonly duties: readonly ListedDuty[]
  readonly requests: readonly PlannedRequest[]
}

const planOf = (input: PlanInput): Plan => ({
  input,
  duties: listDuties(input),
  requests: planRequests(input).requests,
})

type Open = PlannedRequest & { readonly unit: string }

/** Pure: the plan as it is beside the plan with these words. */
export function foreseen(
  changes: readonly NewDutyChange[],
  input: PlanInput,
  open: readonly Open[],
): Foresight {
  const words = changes.map((change, n) => ({ ...change, id: newId(n) }))
  const [now, then] = [planOf(input), planOf({ ...input, changes: [...input.changes, ...words] })]
  const rows = changes.map((change, n) => rowOf(change, n, { now, then }))
  const touched = rows.flatMap(({ before }) => before ?? [])
  const freed = open.filter(
    (one) =>
      changes.some((change) => touches(change, one.statedOn)) &&
      touched.some(({ duty }) => stands(one, duty)) &&
      !then.requests.some((other) => sameRequest(other, one)),
  )
  return { rows, freed: [...new Set(freed.map(({ unit }) => unit))] }
}

/** Whether a word is about what falls due that day, as it was stated before. */
function touches(change: NewDutyChange, statedOn: Day): boolean {
  if (change.change === 'added') return false
  return change.change === 'shifted' ? statedOn === change.body.of : statedOn >= change.body.from
}

function rowOf(
  change: NewDutyChange,
  n: number,
  { now, then }: { readonly now: Plan; readonly then: Plan },
): Foreseen {
  const key = change.change === 'added' ? `added:${newId(n)}` : change.duty
  const find = ({ duties }: Plan): ListedDuty | null => duties.find(({ duty }) => duty.key === key) ?? null
  const [before, after] = [find(now), find(then)]
  const own = after?.next != null ? nextOf(after, then) : before === null ? [] : nextOf(before, now)
  const name = (id: number): string => now.input.registry.byId.get(id)?.short ?? ''
  return {
    ...{ change, before, after },
    units: [...new Set(own.map(({ unitId }) => name(unitId)))],
    tasks: [...new Set(own.flatMap((one) => one.tasks.map(({ taskId }) => taskId)))],
    dueOn: after?.next == null ? null : (own[0]?.dueOn ?? after.next),
  }
}

/** What a duty asks for on its next day. */
const nextOf = ({ duty, next }: ListedDuty, { requests }: Plan): readonly PlannedRequest[] =>
  requests.filter((one) => one.statedOn === next && stands(one, duty))

const stands = ({ grounds }: Pick<PlannedRequest, 'grounds'>, { documentId, text }: Duty): boolean =>
  grounds.some((ground) => ground.documentId === documentId && ground.text === text)

const sameRequest = (a: PlannedRequest, b: PlannedRequest): boolean =>
  a.unitId === b.unitId && a.kind === b.kind && a.period === b.period && a.statedOn === b.statedOn
