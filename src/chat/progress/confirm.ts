import { evidenceAsked } from '../../cards/progress/evidence.ts'
import { HINTS } from '../../cards/progress/item.ts'
import { notReadyCard } from '../../cards/progress/open-questions.ts'
import { brief } from '../../cards/progress/say.ts'
import { TOASTS } from '../../cards/progress/toasts.ts'
import { droppedCard, type Overtaken, settledCard, writtenCard } from '../../cards/progress/written.ts'
import type { Draft, DraftEvidence, ReportDraft } from '../../domain/draft.ts'
import { type DraftView, type ItemView, isReady } from '../../domain/draft-view.ts'
import type { Message } from '../../domain/message.ts'
import type { NewProgress, Progress } from '../../domain/progress.ts'
import type { Turn } from './deps.ts'
import { confirmDuty } from './duties.ts'
import { faceOf, isReport, viewNow } from './face.ts'
import { confirmForm } from './forms.ts'
import { confirmPassing } from './hand-over.ts'
import { leaveTurn } from './leave-turn.ts'
import { tellAbout } from './notices.ts'
import { confirmOrder } from './order-deeds.ts'
import { handOf, mayReport, refusal } from './tools.ts'

/** What became of a confirmation: the card's new face, and whether it was done. */
export interface Confirmed {
  readonly message: Message
  readonly toast: string
  readonly ok: boolean
}

const shown = (message: Message, toast: string): Confirmed => ({ message, toast, ok: false })

/**
 * 确认报送. Written in one transaction under the draft's own key: tapped twice, in two processes, or once more after a
 * kill, it writes once. What a colleague reported since the card was drawn is not written over: the person is told who and when.
 */
export async function confirmDraft(turn: Turn, draft: Draft, reason = ''): Promise<Confirmed> {
  if (draft.settledAt !== null) return shown(settledCard(draft), TOASTS.gone)
  if (draft.personId !== turn.viewer.personId) return shown(await faceOf(turn, draft), TOASTS.notYours)
  if (isReport(draft)) return confirmReport(turn, draft)
  const { body } = draft
  switch (body.kind) {
    case 'order':
      return confirmOrder(turn, { ...draft, body }, reason)
    case 'handOver':
      return confirmPassing(turn, { ...draft, body })
    case 'duty':
      return confirmDuty(turn, { ...draft, body })
    case 'form':
      return confirmForm(turn, { ...draft, body })
    default:
      return shown(await faceOf(turn, draft), TOASTS.gone)
  }
}

async function confirmReport(turn: Turn, draft: Draft<ReportDraft>): Promise<Confirmed> {
  const { viewer, p, now } = turn
  if (!mayReport(viewer) || viewer.unitId !== draft.body.unitId)
    return shown(await refusal(turn, 'report'), TOASTS.notYours)
  const view = await viewNow(turn, draft)
  if (!isReady(view)) return shown(notReadyCard(view), TOASTS.open)
  const key = `draft:${draft.id}`
  const reports = view.items.filter((i) => !i.empty).map((i) => newProgress(i, draft.body))
  const rows = await p.book.write(reports, { ...handOf(turn, key), seenAt: draft.changedAt })
  const own = rows.filter((row) => row.messageKey === key)
  const loose = await attachEvidence(turn, draft.body, { rows: own, key })
  const first = await p.drafts.settle(draft.id, 'confirmed', now)
  if (first) await tellAbout(turn, own)
  const overtaken = rows.filter((row) => row.messageKey !== key).map(overtakenBy)
  const message = withLoose(writtenCard(view, now, overtaken), loose, { rows: own, view })
  if (first) await leaveTurn(turn, draft, { message, rows: own })
  return { message, toast: TOASTS.written, ok: true }
}

const overtakenBy = (row: Progress): Overtaken => ({
  task: row.taskId,
  person: row.person ?? '同事',
  at: row.reportedAt,
})

/** What the period's earlier report says and this one does not touch stays. */
function newProgress(item: ItemView, body: ReportDraft): NewProgress {
  const { prior } = item
  return {
    taskId: item.task.originId,
    unitId: body.unitId,
    period: item.period,
    capacity: item.capacity,
    state: item.state ?? prior?.state ?? null,
    text: item.text || (prior?.text ?? ''),
    readings: item.noChange
      ? item.standing.map(({ metric, value, unit }) => ({ metric, value, unit, doubts: [] }))
      : [...item.figures.map((f) => ({ ...f.said, doubts: f.doubts })), ...item.kept],
    unchanged: item.noChange,
    expectedFinish: item.expectedFinish ?? prior?.expectedFinish ?? null,
    difficulty: item.difficulty ?? prior?.difficulty ?? null,
    help: item.help ?? prior?.help ?? null,
    insisted: insistedWords(item),
    adoptedFrom: item.adopted?.progressId ?? (item.figures.length === 0 ? prior?.adoptedFrom : null) ?? null,
  }
}

/** Why a doubtful figure stands, and what was shown and confirmed all the same. */
function insistedWords(item: ItemView): string | null {
  const words = [
    ...item.figures.flatMap((f) => (f.insisted === null ? [] : [`${f.target.name}：${f.insisted}`])),
    ...item.hints.map((hint) => `确认时已提示：${HINTS[hint](item)}`),
  ]
  return words.length === 0 ? null : words.join('；')
}

interface Written {
  readonly rows: readonly Progress[]
  readonly view: DraftView
}

/** Files of which nobody said where they belong are asked about once more. */
function withLoose(message: Message, loose: readonly DraftEvidence[], { rows, view }: Written): Message {
  if (loose.length === 0) return message
  const places = rows.flatMap((row) => {
    const item = view.items.find((i) => i.task.originId === row.taskId)
    return item ? [{ progress: row.id, task: item.task }] : []
  })
  return { ...message, blocks: [...message.blocks, ...evidenceAsked(loose, places)] }
}

/** Files go with the report of their task. Gives those that nobody placed: the card asked, and was not answered. */
async function attachEvidence(
  turn: Turn,
  body: ReportDraft,
  { rows, key }: { readonly rows: readonly Progress[]; readonly key: string },
): Promise<readonly DraftEvidence[]> {
  const loose: DraftEvidence[] = []
  for (const file of body.evidence) {
    const row = rows.find((r) => r.taskId === file.task)
    if (row) await turn.p.evidence.attach(file.id, row.id, handOf(turn, key))
    else loose.push(file)
  }
  return loose
}

/** 不报了. */
export async function dropDraft(turn: Turn, draft: Draft): Promise<Confirmed> {
  if (draft.settledAt !== null) return shown(settledCard(draft), TOASTS.gone)
  if (draft.personId !== turn.viewer.personId) return shown(await faceOf(turn, draft), TOASTS.notYours)
  await turn.p.drafts.settle(draft.id, 'dropped', turn.now)
  const [message, toast] = isReport(draft)
    ? [droppedCard(), TOASTS.dropped]
    : [brief('已取消', '好，不办了，什么也没有变。'), TOASTS.undone]
  return { message, toast, ok: true }
}
