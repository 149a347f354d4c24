import type { Form } from '../../domain/form.ts'
import type { ContactList, HandlingPlan } from '../../domain/handling-plan.ts'
import type { Audience } from '../../domain/report-wish.ts'
import type { Snapshot, TaskStanding, UnitRef } from '../../domain/standing.ts'
import { order } from '../classes.ts'
import { answering } from '../words.ts'
import { completionRow } from './completion-row.ts'
import { formTask, WRITTEN } from './form-task.ts'

export interface FormsData {
  /** What the audience may see of the scope. */
  readonly snapshot: Snapshot
  readonly audience: Audience
  readonly plans: readonly HandlingPlan[]
  readonly contacts: readonly ContactList[]
}

/**
 * 附表1–3 of the tasks of a snapshot, with what is known filled in and the rest to be filled. Plans and telephone numbers go
 * to supervisors, and to those whose own they are; all others get 附表3 alone.
 */
export function formsOf(data: FormsData): readonly Form[] {
  const { audience } = data
  const tasks = [...data.snapshot.tasks].sort(order)
  const completion = completionForm(tasks, data)
  if (audience.kind !== 'all' && audience.kind !== 'units') return [completion]
  const isTheirs = (unitId: number) => audience.kind === 'all' || audience.unitIds.includes(unitId)
  return [planForm(tasks, data, isTheirs), contactsForm(tasks, data, isTheirs), completion]
}

type IsTheirs = (unitId: number) => boolean

function completionForm(tasks: readonly TaskStanding[], { snapshot, audience }: FormsData): Form {
  const rows = tasks.map((task) => completionRow(task, snapshot.period))
  return { kind: 'completion', unit: unitOf(tasks, audience), period: snapshot.period, rows }
}

/** A line for every task the unit must plan for, filed or not. */
function planForm(tasks: readonly TaskStanding[], { plans, audience }: FormsData, isTheirs: IsTheirs): Form {
  const rows = tasks.flatMap((task) => {
    const filed = plans.filter((plan) => plan.taskId === task.originId && isTheirs(plan.unitId))
    const line = { place: WRITTEN, task: formTask(task) }
    if (filed.length > 0) return filed.map((plan) => ({ ...line, unit: plan.unit, steps: plan.steps }))
    return leadsIt(task, isTheirs) ? [{ ...line, unit: unitNames(answering(task)), steps: [] }] : []
  })
  return { kind: 'handlingPlan', unit: unitOf(tasks, audience), period: null, rows }
}

const leadsIt = (task: TaskStanding, isTheirs: IsTheirs): boolean =>
  answering(task).some((unit) => unit.id === null || isTheirs(unit.id))

function contactsForm(
  tasks: readonly TaskStanding[],
  { contacts, audience }: FormsData,
  isTheirs: IsTheirs,
): Form {
  const ids = new Set(tasks.flatMap((task) => answering(task).map((unit) => unit.id)))
  const lists = contacts.filter((list) => isTheirs(list.unitId) && ids.has(list.unitId))
  const rows = lists.flatMap((list) =>
    list.contacts.map((contact) => ({ ...contact, place: WRITTEN, unit: contact.unit ?? list.unit })),
  )
  return { kind: 'contacts', unit: unitOf(tasks, audience), period: null, rows }
}

const unitNames = (units: readonly UnitRef[]): string => units.map((unit) => unit.name).join('、')

/** Whose form it is: the one unit it is made for, else the one that answers for all its tasks; null: several. */
function unitOf(tasks: readonly TaskStanding[], audience: Audience): string | null {
  const [only, ...others] = audience.kind === 'units' ? audience.unitIds : []
  if (only !== undefined && others.length === 0) {
    const met = tasks.flatMap((task) => [...task.leads, ...task.responsible]).find((unit) => unit.id === only)
    return met?.name ?? null
  }
  const names = new Set(tasks.flatMap((task) => answering(task).map((unit) => unit.name)))
  return names.size === 1 ? [...names][0]! : null
}
