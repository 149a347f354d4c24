import { draftCard } from '../../cards/progress/draft-card.ts'
import { formDraftCard, formWritten } from '../../cards/progress/form-draft.ts'
import { brief } from '../../cards/progress/say.ts'
import { TOASTS } from '../../cards/progress/toasts.ts'
import type { Draft, FormDraft, ReportDraft } from '../../domain/draft.ts'
import type { CompletionRow, FilledForm, FormTask } from '../../domain/form.ts'
import type { Heard, TaskUpdate } from '../../domain/heard.ts'
import type { Message } from '../../domain/message.ts'
import { bare } from '../../understand/progress/heard-as.ts'
import type { HandedFile } from '../evidence.ts'
import type { Confirmed } from './confirm.ts'
import type { ProgressDeps, Sitting, Turn } from './deps.ts'
import { type Ground, groundFor } from './ground.ts'
import { taskOfOrigin, viewOf } from './items.ts'
import { newReport } from './new-report.ts'
import { handOf, mayReport, ownerOf, refusal } from './tools.ts'
import { UNSAID } from './unsaid.ts'

const FORM_FILE = /\.(?:xlsx|docx)$/i

/** A file of a liaison that holds filled forms: shown back to be confirmed. Null: it holds none. */
export async function claimForm(
  { event, viewer, name, bytes }: HandedFile,
  { p, now }: { readonly p: ProgressDeps; readonly now: Date },
): Promise<Message | null> {
  if (!p.forms || !mayReport(viewer) || !FORM_FILE.test(name)) return null
  const { forms } = await p.forms.read(bytes, name)
  if (forms.length === 0) return null
  const turn: Sitting = { p, channel: event.sender.channel, viewer, now, today: p.dayOf(now) }
  const foreign = forms.find((f) => f.unit !== null && !isOwn(turn, f.unit))
  if (foreign)
    return brief('这张表不是贵单位的', `表上填报单位写的是“${foreign.unit}”，请核对后重新发。`, 'warn')
  const said = { key: `message:${event.messageId}`, text: name }
  const others = forms.filter((f) => f.kind !== 'completion')
  if (others.length === 0) return reportFrom(turn, forms, { said, who: ownerOf(event) })
  const unit = viewer.unit ?? ''
  const body: FormDraft = { kind: 'form', said: [said], unitId: viewer.unitId!, unit, file: name, forms }
  const draft = (await p.drafts.start(ownerOf(event), viewer.personId!, body, now)) as Draft<FormDraft>
  return formDraftCard(draft, body)
}

/** 市交通局 and 云川市交通运输局 are told apart by the registry, not here: only another unit's full name is refused. */
const isOwn = ({ viewer }: Sitting, written: string): boolean => {
  const own = viewer.unit ?? ''
  return own.includes(written) || written.includes(own) || sameCharacters(own, written)
}

/** An abbreviation keeps the order of its characters: 市交通局 of 市交通运输局. */
function sameCharacters(own: string, written: string): boolean {
  let at = 0
  for (const c of own) if (c === written[at]) at++
  return at === written.length
}

interface From {
  readonly said: { readonly key: string; readonly text: string }
  readonly who: Draft['who']
}

/** 附表3: its rows become a report like one in words. */
async function reportFrom(
  turn: Sitting,
  forms: readonly FilledForm[],
  { said, who }: From,
): Promise<Message> {
  const { p, viewer, now, today } = turn
  const ground = await groundFor(turn, who)
  const heard = heardIn(forms, ground)
  if (heard.updates.length === 0)
    return brief('表里没有可报的内容', '表里没有读到填好的行，请核对后重新发。', 'warn')
  const body = newReport(viewer, heard, { said, evidence: [] })
  const draft = (await p.drafts.start(who, viewer.personId!, body, now)) as Draft<ReportDraft>
  return draftCard(viewOf(draft, ground, today))
}

function heardIn(forms: readonly FilledForm[], ground: Ground): Heard {
  const rows = forms.flatMap((f) => (f.kind === 'completion' ? f.rows : []))
  const updates = rows.flatMap((row) => updateOf(row, ground) ?? [])
  const strange = rows.filter((row) => updateOf(row, ground) === null)
  const cells = forms.flatMap((f) => (f.kind === 'completion' ? f.unread : []))
  return {
    ...UNSAID,
    updates,
    assumptions: [
      ...strange.map((r) => `${r.place.sheet} 第${r.place.row}行对不上贵单位的任务，没有收`),
      ...cells.map((c) => `${c.place.sheet} 第${c.place.row}行“${c.column}”没读准：${c.reason}`),
    ],
    trace: ['form 附表3'],
  }
}

/** Null: the row names no task of this unit. */
function updateOf(row: CompletionRow, ground: Ground): TaskUpdate | null {
  const { originId, no, part, document } = row.task
  const task =
    (originId === null ? undefined : taskOfOrigin(ground, originId)) ??
    ground.tasks.find(
      (t) => no !== null && t.no === no && t.part === part && (document === null || t.document === document),
    )
  if (task === undefined) return null
  const readings = row.metrics.flatMap((m) =>
    m.value === null ? [] : [{ metric: m.name, value: m.value, unit: m.unit }],
  )
  return {
    ...bare(task, row.text),
    readings,
    state: row.state,
    expectedFinish: row.expectedFinish,
    difficulty: row.difficulty || null,
    help: row.help || null,
  }
}

/** 附表1 and 附表2 are written; a 附表3 in the same file is shown next. */
export async function confirmForm(turn: Turn, draft: Draft<FormDraft>): Promise<Confirmed> {
  const { p, viewer, now } = turn
  const { body } = draft
  if (!mayReport(viewer) || viewer.unitId !== body.unitId)
    return { message: await refusal(turn, 'report'), toast: TOASTS.notYours, ok: false }
  const hand = handOf(turn, `draft:${draft.id}`)
  const homeless: FormTask[] = []
  for (const form of body.forms) {
    if (form.kind === 'completion') continue
    const filed = await p.forms?.write(form, body.unitId, hand)
    homeless.push(...(filed?.homeless ?? []))
  }
  await p.drafts.settle(draft.id, 'confirmed', now)
  const reports = body.forms.filter((f) => f.kind === 'completion' && f.rows.length > 0)
  const said = { key: `draft:${draft.id}`, text: body.file }
  const next = reports.length > 0 ? await reportFrom(turn, reports, { said, who: draft.who }) : null
  return { message: next ?? formWritten(body, homeless), toast: TOASTS.written, ok: true }
}
