import { draftCard } from '../../cards/progress/draft-card.ts'
import { formCard } from '../../cards/progress/form-card.ts'
import { TOASTS } from '../../cards/progress/toasts.ts'
import type { RequestAction } from '../../domain/action.ts'
import type { Draft, ReportDraft } from '../../domain/draft.ts'
import { isReady } from '../../domain/draft-view.ts'
import type { TaskUpdate } from '../../domain/heard.ts'
import { bare } from '../../understand/progress/heard-as.ts'
import type { ActionResult } from '../deps.ts'
import { confirmDraft } from './confirm.ts'
import { isReport } from './face.ts'
import { type Ground, groundFor } from './ground.ts'
import { taskOfOrigin, viewOf } from './items.ts'
import { fillForm } from './plan-taps.ts'
import { done, mayReport, ownerOf, refusal, type TapTurn, tapped, warn } from './tools.ts'
import { askedTasks, emptyReport } from './unsaid.ts'

/** Another tap of the same moment may change the draft in between. */
const TRIES = 3

/** The person's open report with this laid over it, or a new one. */
async function grown(turn: TapTurn, grow: (body: ReportDraft) => ReportDraft): Promise<Draft<ReportDraft>> {
  const { p, viewer, now, event } = turn
  const who = ownerOf(event)
  for (let i = 0; i < TRIES; i++) {
    const open = await p.drafts.open(who, 'report')
    if (open === null || !isReport(open)) break
    const revised = await p.drafts.revise(open, grow(open.body), now)
    if (revised) return revised as Draft<ReportDraft>
  }
  const body = grow(emptyReport(turn))
  const draft = (await p.drafts.start(who, viewer.personId!, body, now)) as Draft<ReportDraft>
  await p.drafts.shown(draft.id, event.messageId)
  return draft
}

/** [填表]: the forms of what is asked for, one after the other, in the place of the card that was tapped. */
export async function onFill(
  { request, task }: Extract<RequestAction, { do: 'fill' }>,
  turn: TapTurn,
): Promise<ActionResult> {
  if (!mayReport(turn.viewer)) return tapped(null, await refusal(turn, 'report'))
  const ground = await groundFor(turn, ownerOf(turn.event))
  const own = task !== undefined && taskOfOrigin(ground, task) ? [task] : []
  const other = ground.requests.find(
    (r) => r.kind !== 'progress' && (request === undefined || r.id === request),
  )
  const asked = own.length > 0 ? own : askedTasks(ground, request)
  if (asked.length === 0 && other) return fillForm(turn, ground, other)
  if (asked.length === 0) return warn(TOASTS.owesNothing)
  const draft = await grown(turn, (body) => ({ ...body, asked: [...new Set([...body.asked, ...asked])] }))
  const view = viewOf(draft, ground, turn.today)
  const at = view.items.findIndex((i) => (task === undefined ? i.empty : i.task.originId === task))
  return tapped(null, formCard(view, Math.max(0, at)))
}

/**
 * [无变化], [都无变化]: written with this one tap where nothing speaks against it; a second time running, or where no figure
 * was ever reported, the card asks for a word first.
 */
export async function onUnchanged(
  { request, task }: Extract<RequestAction, { do: 'unchanged' }>,
  turn: TapTurn,
): Promise<ActionResult> {
  if (!mayReport(turn.viewer)) return tapped(null, await refusal(turn, 'report'))
  const ground = await groundFor(turn, ownerOf(turn.event))
  const asked = askedTasks(ground, request).filter((id) => task === undefined || id === task)
  if (asked.length === 0) return warn(TOASTS.owesNothing)
  const open = await turn.p.drafts.open(ownerOf(turn.event), 'report')
  const alone = open === null || !isReport(open) || open.body.heard.updates.length === 0
  const draft = await grown(turn, (body) => unchangedIn(body, ground, asked))
  const view = viewOf(draft, ground, turn.today)
  const sure = isReady(view) && view.items.every((i) => i.hints.length === 0)
  if (!alone || !sure) return tapped(null, draftCard(view))
  const { message, toast, ok } = await confirmDraft(turn, draft)
  return ok ? done(toast, message) : warn(toast, message)
}

/** What was already said of a task stays. */
function unchangedIn(body: ReportDraft, ground: Ground, asked: readonly number[]): ReportDraft {
  const said = new Set(body.heard.updates.map((u) => u.task.id))
  const updates = asked.flatMap((id): TaskUpdate[] => {
    const task = taskOfOrigin(ground, id)
    return task && !said.has(task.id) ? [{ ...bare(task, ''), noChange: true }] : []
  })
  return { ...body, heard: { ...body.heard, updates: [...body.heard.updates, ...updates] } }
}

/** [附佐证]: how a file is sent. */
export async function onEvidence(turn: TapTurn): Promise<ActionResult> {
  if (!mayReport(turn.viewer)) return tapped(null, await refusal(turn, 'report'))
  return tapped({ type: 'info', text: '直接把文件或照片发给我，附一句话说明是哪一项，我来归到那一项。' })
}
