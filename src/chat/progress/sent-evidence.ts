import { draftCard } from '../../cards/progress/draft-card.ts'
import { evidenceWaiting, evidenceWhere } from '../../cards/progress/evidence.ts'
import { brief } from '../../cards/progress/say.ts'
import { TOASTS } from '../../cards/progress/toasts.ts'
import type { DraftAction } from '../../domain/action.ts'
import type { Draft, DraftEvidence, ReportDraft, SaidWords } from '../../domain/draft.ts'
import type { Evidence } from '../../domain/evidence.ts'
import type { Heard, HeardKind } from '../../domain/heard.ts'
import type { Message } from '../../domain/message.ts'
import { mergeUpdates } from '../../understand/progress/draft/draft.ts'
import type { ActionResult } from '../deps.ts'
import type { HandedFile } from '../evidence.ts'
import type { ProgressDeps, Sitting } from './deps.ts'
import { isReport } from './face.ts'
import { type Ground, groundFor } from './ground.ts'
import { viewOf } from './items.ts'
import { newReport, stripped } from './new-report.ts'
import { labelsOf } from './task-labels.ts'
import { done, handOf, mayReport, ownerOf, refusal, type TapTurn, tapped, warn } from './tools.ts'

/** A report this fresh is what a file sent now belongs to. */
const JUST_REPORTED_MS = 24 * 3_600_000

/**
 * Files a liaison sent, kept by now: into the report that waits for confirmation, else to what was just reported; words
 * with the file are read as a report. Null: nothing is known of what they belong to, and they wait.
 */
export async function onSentEvidence(
  kept: readonly Evidence[],
  file: HandedFile,
  { p, now }: { readonly p: ProgressDeps; readonly now: Date },
): Promise<Message | null> {
  const { event, viewer } = file
  if (!mayReport(viewer)) return null
  const turn: Sitting = { p, channel: event.sender.channel, viewer, now, today: p.dayOf(now) }
  const who = ownerOf(event)
  const ground = await groundFor(turn, who)
  const caption = event.text.trim()
  const heard = caption === '' ? null : await p.ear.hear(caption, ground.context)
  const named = heard?.updates.flatMap((u) => ground.origins.get(u.task.id) ?? []) ?? []
  const task = named.length === 1 ? (named[0] ?? null) : null
  const files = kept.map((k): DraftEvidence => ({ id: k.id, name: k.name, task }))
  const open = await p.drafts.open(who, 'report')
  const said = { key: `message:${event.messageId}`, text: caption }
  const told =
    heard && named.length > 0 && TELLS.includes(heard.kind) ? { heard: stripped(heard), said } : null
  if (open && isReport(open)) return intoDraft(turn, ground, { draft: open, files, told })
  if (told !== null) {
    const body = newReport(viewer, told.heard, { said, evidence: files })
    const draft = (await p.drafts.start(who, viewer.personId!, body, now)) as Draft<ReportDraft>
    return draftCard(viewOf(draft, ground, turn.today))
  }
  return toReported(turn, ground, { files, key: `message:${event.messageId}` })
}

/** Kinds of words with a file that report something of a task. */
const TELLS: readonly HeardKind[] = ['progress', 'correction', 'noChange']

interface Coming {
  readonly draft: Draft<ReportDraft>
  readonly files: readonly DraftEvidence[]
  /** What the words with the files report; null: nothing. */
  readonly told: { readonly heard: Heard; readonly said: SaidWords } | null
}

/** The files, and what was said with them, go into the report that waits for its confirmation. */
async function intoDraft(
  turn: Sitting,
  ground: Ground,
  { draft, files, told }: Coming,
): Promise<Message | null> {
  const known = new Set(draft.body.evidence.map((e) => e.id))
  const items = viewOf(draft, ground, turn.today).items.filter((i) => !i.empty)
  const only = items.length === 1 && told === null ? (items[0]?.task.originId ?? null) : null
  const fresh = files.filter((f) => !known.has(f.id)).map((f) => ({ ...f, task: f.task ?? only }))
  const body = { ...withWords(draft.body, told), evidence: [...draft.body.evidence, ...fresh] }
  const changed = await turn.p.drafts.revise(draft, body, turn.now)
  return changed && draftCard(viewOf(changed as Draft<ReportDraft>, ground, turn.today))
}

function withWords(body: ReportDraft, told: Coming['told']): ReportDraft {
  if (told === null || body.said.some((s) => s.key === told.said.key)) return body
  const { heard } = body
  return {
    ...body,
    said: [...body.said, told.said],
    heard: {
      ...heard,
      updates: mergeUpdates(heard.updates, told.heard.updates),
      unread: [...heard.unread, ...told.heard.unread],
      assumptions: [...heard.assumptions, ...told.heard.assumptions],
    },
  }
}

/** The unit's reports of the last day: one takes the files, of several one is chosen. */
async function toReported(
  turn: Sitting,
  ground: Ground,
  { files, key }: { readonly files: readonly DraftEvidence[]; readonly key: string },
): Promise<Message> {
  const since = turn.now.getTime() - JUST_REPORTED_MS
  const own = ground.reports.filter((r) => r.unitId === turn.viewer.unitId && r.reportedAt.getTime() >= since)
  const named = files[0]?.task ?? null
  const meant = named === null ? own : own.filter((r) => r.taskId === named)
  const labels = await labelsOf(
    turn,
    meant.map((r) => r.taskId),
  )
  const places = meant.flatMap((r) => {
    const task = labels.find((l) => l.originId === r.taskId)
    return task ? [{ progress: r.id, task }] : []
  })
  const [only] = places
  if (only === undefined || places.length > 1)
    return places.length === 0 ? evidenceWaiting(files) : evidenceWhere(files, places)
  for (const { id } of files) await turn.p.evidence.attach(id, only.progress, handOf(turn, key))
  return evidenceWhere(files, places)
}

/** [第52项]: which report the file belongs to. Only one's own unit's files and reports. */
export async function onAttachEvidence(
  { evidence, progress }: Extract<DraftAction, { do: 'attachEvidence' }>,
  turn: TapTurn,
): Promise<ActionResult> {
  const { p, viewer } = turn
  if (!mayReport(viewer)) return tapped(null, await refusal(turn, 'report'))
  const [file, report] = await Promise.all([p.evidence.find(evidence), p.book.find(progress)])
  if (!file || !report) return warn(TOASTS.gone)
  if (file.personId !== viewer.personId || report.unitId !== viewer.unitId) return warn(TOASTS.notYours)
  await p.evidence.attach(evidence, progress, handOf(turn, `tap:${turn.event.id}`))
  const [task] = await labelsOf(turn, [report.taskId])
  const face = task
    ? evidenceWhere([file], [{ progress, task }])
    : brief('已附上', `《${file.name}》已附上。`)
  return done(TOASTS.attached, face)
}
