import { formDraftCard } from '../../cards/progress/form-draft.ts'
import { CONTACT_ROLES, contactsFormCard, planFormCard } from '../../cards/progress/plan-form.ts'
import { TOASTS } from '../../cards/progress/toasts.ts'
import type { Draft, FormDraft } from '../../domain/draft.ts'
import type { ContactRow, FilledForm, FormTask, HandlingPlanRow, PlanStep } from '../../domain/form.ts'
import type { Message } from '../../domain/message.ts'
import type { Request } from '../../domain/request.ts'
import type { ActionResult } from '../deps.ts'
import type { Ground } from './ground.ts'
import { taskOfOrigin } from './items.ts'
import { dayIn, done, fieldOf, ownerOf, type TapTurn, tapped, warn } from './tools.ts'

type PlanForm = Extract<FilledForm, { kind: 'handlingPlan' }>

/** Where a row filled on a card stands. */
export const ON_CARD = '卡片'

/** [填表] of a request for 办理方案 or 名单: its form, kept as a draft like a file's. */
export async function fillForm(turn: TapTurn, ground: Ground, request: Request): Promise<ActionResult> {
  const { p, viewer, now, event } = turn
  const form = request.kind === 'contacts' ? contactsOf(request) : planOf(request, ground)
  const body: FormDraft = {
    ...{ kind: 'form', said: [], unitId: viewer.unitId!, unit: viewer.unit ?? '', file: '' },
    forms: [form],
  }
  const draft = (await p.drafts.start(ownerOf(event), viewer.personId!, body, now)) as Draft<FormDraft>
  await p.drafts.shown(draft.id, event.messageId)
  return tapped(null, formFace(draft, null))
}

const contactsOf = ({ period }: Request): FilledForm => ({
  ...{ kind: 'contacts', unit: null, period },
  ...{ rows: [], unread: [], blank: [] },
})

function planOf({ period, tasks }: Request, ground: Ground): PlanForm {
  const blank = tasks
    .filter((t) => t.state === 'asked')
    .flatMap(({ taskId }): FormTask[] => {
      const task = taskOfOrigin(ground, taskId)
      if (task === undefined) return []
      const { no, part, document, path, text } = task
      return [{ originId: taskId, no, part, document, path, text }]
    })
  return { kind: 'handlingPlan', unit: null, period, rows: [], unread: [], blank }
}

/** The form on a card: of the task named, else the first not filled; all filled: the card to confirm. */
export function formFace(draft: Draft<FormDraft>, task: number | null): Message {
  const [form] = draft.body.forms
  if (form?.kind === 'contacts') return contactsFormCard(draft, draft.body, form.rows)
  if (form?.kind !== 'handlingPlan') return formDraftCard(draft, draft.body)
  const all = [...form.rows.map((r) => r.task), ...form.blank]
  const meant = all.findIndex((t) => (task === null ? t === (form.blank[0] ?? all[0]) : t.originId === task))
  const chosen = all[meant]
  if (chosen === undefined) return formDraftCard(draft, draft.body)
  const step = form.rows.find((r) => r.task.originId === chosen.originId)?.steps[0] ?? null
  return planFormCard(draft, { task: chosen, step, unit: draft.body.unit }, { at: meant, of: all.length })
}

/** One task's plan was sent. */
export async function savePlan(task: number, turn: TapTurn, draft: Draft<FormDraft>): Promise<ActionResult> {
  const [form] = draft.body.forms
  if (form?.kind !== 'handlingPlan') return warn(TOASTS.gone)
  const of = [...form.rows.map((r) => r.task), ...form.blank].find((t) => t.originId === task)
  if (of === undefined) return warn(TOASTS.gone)
  const filed = withPlan(form, of, stepIn(turn))
  return revised(turn, draft, filed, filed.blank.length > 0)
}

export function withPlan(form: PlanForm, task: FormTask, step: PlanStep): PlanForm {
  const row: HandlingPlanRow = {
    place: { sheet: ON_CARD, row: form.rows.length + 1 },
    ...{ task, unit: null, steps: [step] },
  }
  const others = form.rows.filter((r) => r.task.originId !== task.originId)
  return {
    ...form,
    rows: [...others, row],
    blank: form.blank.filter((t) => t.originId !== task.originId),
  }
}

function stepIn({ event }: TapTurn): PlanStep {
  const finishOn = dayIn(fieldOf(event, 'finishOn'))
  return {
    work: fieldOf(event, 'work'),
    measures: fieldOf(event, 'measures'),
    ...{ finishOn, finish: finishOn ?? '' },
    chief: fieldOf(event, 'chief'),
    handler: fieldOf(event, 'handler'),
    phone: fieldOf(event, 'phone'),
  }
}

/** The people of the unit were sent. */
export async function saveContacts(turn: TapTurn, draft: Draft<FormDraft>): Promise<ActionResult> {
  const [form] = draft.body.forms
  if (form?.kind !== 'contacts') return warn(TOASTS.gone)
  const rows = CONTACT_ROLES.flatMap(({ key, role }, i): ContactRow[] => {
    const name = fieldOf(turn.event, `${key}Name`)
    if (name === '') return []
    const [title, mobile] = [fieldOf(turn.event, `${key}Title`), fieldOf(turn.event, `${key}Mobile`)]
    const place = { sheet: ON_CARD, row: i + 1 }
    return [{ place, unit: null, role, name, title, officePhone: '', mobile, note: '' }]
  })
  return revised(turn, draft, { ...form, rows }, false)
}

async function revised(
  turn: TapTurn,
  draft: Draft<FormDraft>,
  form: FilledForm,
  more: boolean,
): Promise<ActionResult> {
  const body: FormDraft = { ...draft.body, forms: [form] }
  const changed = (await turn.p.drafts.revise(draft, body, turn.now)) as Draft<FormDraft> | null
  if (changed === null) return warn(TOASTS.newer)
  return done(TOASTS.saved, more ? formFace(changed, null) : formDraftCard(changed, body))
}
