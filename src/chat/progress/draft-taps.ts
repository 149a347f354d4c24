import { draftCard } from '../../cards/progress/draft-card.ts'
import { formCard } from '../../cards/progress/form-card.ts'
import { TOASTS } from '../../cards/progress/toasts.ts'
import type { DraftAction } from '../../domain/action.ts'
import type { Draft, FormDraft, ReportDraft } from '../../domain/draft.ts'
import type { ActionResult } from '../deps.ts'
import { withAnswer } from './choose.ts'
import { confirmDraft, dropDraft } from './confirm.ts'
import { faceOf, isReport, viewNow } from './face.ts'
import { groundFor } from './ground.ts'
import { onInsist } from './insist.ts'
import { taskOfOrigin, viewOf } from './items.ts'
import { formFace, saveContacts, savePlan } from './plan-taps.ts'
import { savedTask } from './save-task.ts'
import { refresh } from './show.ts'
import { done, fieldOf, type TapTurn, tapped, warn } from './tools.ts'

type OnDraft = Exclude<DraftAction, { do: 'adopt' } | { do: 'attachEvidence' }>

/** A button of a draft's card. Only its own person's taps count: a card can be passed on. */
export async function onDraftTap(action: OnDraft, turn: TapTurn): Promise<ActionResult> {
  const draft = await turn.p.drafts.find(action.draft)
  if (draft === null) return warn(TOASTS.gone)
  if (draft.personId !== turn.viewer.personId) return warn(TOASTS.notYours)
  if (draft.settledAt !== null) return warn(TOASTS.gone, await faceOf(turn, draft))
  if (action.do === 'confirmDraft') return onConfirm(action, turn, draft)
  if (action.do === 'dropDraft') return settled(turn, draft, await dropDraft(turn, draft))
  if (action.do === 'showDraft') return tapped(null, await faceOf(turn, draft), action.page)
  if (isReport(draft)) return onReportTap(action, turn, draft)
  const { body } = draft
  if (body.kind === 'form') return onFormTap(action, turn, { ...draft, body })
  return tapped(null, await faceOf(turn, draft))
}

async function onConfirm(
  { revision }: Extract<DraftAction, { do: 'confirmDraft' }>,
  turn: TapTurn,
  draft: Draft,
): Promise<ActionResult> {
  if (revision !== draft.revision) return warn(TOASTS.newer, await faceOf(turn, draft))
  const reason = fieldOf(turn.event, 'reason')
  return settled(turn, draft, await confirmDraft(turn, draft, reason))
}

/** The card that was tapped shows the outcome; the draft's main card, when it is another, follows. */
function settled(
  turn: TapTurn,
  draft: Draft,
  { message, toast, ok }: Awaited<ReturnType<typeof confirmDraft>>,
): ActionResult {
  const result = ok ? done(toast, message) : warn(toast, message)
  if (draft.replyId === null || draft.replyId === turn.event.messageId) return result
  return { ...result, later: () => refresh(turn, draft, message) }
}

/** A form filled on cards; one that came as a file is changed by sending it anew. */
async function onFormTap(action: OnReport, turn: TapTurn, draft: Draft<FormDraft>): Promise<ActionResult> {
  switch (action.do) {
    case 'saveTask':
      return savePlan(action.task, turn, draft)
    case 'saveContacts':
      return saveContacts(turn, draft)
    case 'editDraft':
      return tapped(null, formFace(draft, action.task ?? null))
    default:
      return tapped(null, await faceOf(turn, draft))
  }
}

type OnReport = Exclude<OnDraft, { do: 'confirmDraft' | 'dropDraft' | 'showDraft' }>

async function onReportTap(
  action: OnReport,
  turn: TapTurn,
  draft: Draft<ReportDraft>,
): Promise<ActionResult> {
  switch (action.do) {
    case 'saveContacts':
      return tapped(null, await faceOf(turn, draft))
    case 'editDraft':
      return tapped(null, await formAt(turn, draft, action.task ?? null))
    case 'saveTask':
      return onSave(action.task, turn, draft)
    case 'insist':
      return onInsist(action, turn, draft)
    case 'figure':
      return onFigure(action, turn, draft)
    case 'choose':
      return onChoose(action, turn, draft)
    case 'placeEvidence':
      return revised(turn, draft, {
        ...draft.body,
        evidence: draft.body.evidence.map((e) =>
          e.id === action.evidence ? { ...e, task: action.task } : e,
        ),
      })
  }
}

/** [第52项], [商业航线]: the answer to an open question. */
async function onChoose(
  { revision, question: at, task, metric }: Extract<DraftAction, { do: 'choose' }>,
  turn: TapTurn,
  draft: Draft<ReportDraft>,
): Promise<ActionResult> {
  if (revision !== draft.revision) return warn(TOASTS.newer, await faceOf(turn, draft))
  const ground = await groundFor(turn, draft.who)
  const view = viewOf(draft, ground, turn.today)
  const question = view.questions[at]
  // Only what the card offered: the value came back from outside.
  const choice = question?.choices.find((c) => c.task === task && c.metric === (metric ?? null))
  if (!question || !choice) return tapped(null, draftCard(view))
  const { body } = draft
  const heard = await withAnswer(turn, ground, { heard: body.heard, said: body.said, question, choice })
  return revised(turn, draft, { ...body, heard })
}

/** The form of a task; where none is named, of the first that is doubtful or empty. */
export async function formAt(turn: TapTurn, draft: Draft<ReportDraft>, task: number | null) {
  const view = await viewNow(turn, draft)
  const at = task === null ? firstOpen(view.items) : view.items.findIndex((i) => i.task.originId === task)
  return formCard(view, Math.max(0, at))
}

const firstOpen = (items: readonly { readonly empty: boolean }[]): number =>
  Math.max(
    0,
    items.findIndex((i) => i.empty),
  )

async function onSave(task: number, turn: TapTurn, draft: Draft<ReportDraft>): Promise<ActionResult> {
  const ground = await groundFor(turn, draft.who)
  const view = viewOf(draft, ground, turn.today)
  const at = view.items.findIndex((i) => i.task.originId === task)
  const ledgerTask = taskOfOrigin(ground, task)
  if (at < 0 || ledgerTask === undefined) return warn(TOASTS.gone, draftCard(view))
  const { body, unread } = savedTask(turn, draft.body, { originId: task, task: ledgerTask })
  const changed = (await turn.p.drafts.revise(draft, body, turn.now)) as Draft<ReportDraft> | null
  if (changed === null) return warn(TOASTS.newer, await faceOf(turn, draft))
  const after = await viewNow(turn, changed)
  if (unread.length > 0) return warn(unread[0] ?? '', formCard(after, at, unread))
  const next = after.items.findIndex((i, n) => n > at && i.empty)
  return done(TOASTS.saved, next < 0 ? draftCard(after) : formCard(after, next))
}

/** [905条]: the value offered takes the place of the doubtful one. */
async function onFigure(
  { task, metric, value }: Extract<DraftAction, { do: 'figure' }>,
  turn: TapTurn,
  draft: Draft<ReportDraft>,
): Promise<ActionResult> {
  const view = await viewNow(turn, draft)
  const figure = view.items
    .find((i) => i.task.originId === task)
    ?.figures.find((f) => f.target.name === metric)
  // Only what the card offered: the value came back from outside.
  if (figure === undefined || !figure.offers.includes(value)) return tapped(null, draftCard(view))
  const { updates } = draft.body.heard
  const rows = await turn.p.origins(updates.map((u) => u.task.id))
  const reading = { metric, value, unit: figure.target.unit }
  const heard = {
    ...draft.body.heard,
    updates: updates.map((u) =>
      rows.get(u.task.id) !== task
        ? u
        : { ...u, readings: u.readings.map((r) => (r.metric === metric ? reading : r)) },
    ),
  }
  return revised(turn, draft, { ...draft.body, heard })
}

async function revised(turn: TapTurn, draft: Draft<ReportDraft>, body: ReportDraft): Promise<ActionResult> {
  const changed = (await turn.p.drafts.revise(draft, body, turn.now)) as Draft<ReportDraft> | null
  if (changed === null) return warn(TOASTS.newer, await faceOf(turn, draft))
  return done(TOASTS.saved, draftCard(await viewNow(turn, changed)))
}
