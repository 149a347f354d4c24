import { changeCard } from '../../cards/progress/change-card.ts'
import { draftCard } from '../../cards/progress/draft-card.ts'
import { brief, closeByDesk } from '../../cards/progress/say.ts'
import type { Draft, DraftEvidence, ReportDraft } from '../../domain/draft.ts'
import type { Heard, TaskUpdate } from '../../domain/heard.ts'
import { mergeUpdates } from '../../understand/progress/draft/draft.ts'
import { bare } from '../../understand/progress/heard-as.ts'
import { plainMessage } from '../../understand/progress/plain.ts'
import { withOnlyMetrics, withoutAnswered } from './choose.ts'
import { dropDraft } from './confirm.ts'
import type { WordsTurn } from './deps.ts'
import type { Ground } from './ground.ts'
import { taskOfOrigin, viewOf } from './items.ts'
import { newReport, stripped } from './new-report.ts'
import { answer, showChange, showDraft } from './show.ts'
import { saysNothingElse } from './telling.ts'
import { isPrivate, ownerOf } from './tools.ts'

/** Files sent shortly before belong to what is reported now. */
const EVIDENCE_MS = 24 * 3_600_000

/** A report in words: the card that shows what was understood. False: nothing in it is a report after all. */
export async function takeReport(turn: WordsTurn, heard: Heard, ground: Ground): Promise<boolean> {
  if (asksToClose(turn.text, heard)) {
    await answer(turn, closeByDesk())
    return true
  }
  const told = isAboutAll(turn.text, heard) ? everythingOwed(heard, ground) : heard
  if (told.updates.length === 0) return nothingToWrite(turn, told)
  const who = ownerOf(turn.question.event)
  const open = await turn.p.drafts.open(who, 'report')
  if (open?.body.kind === 'report' && !isPrivate(turn.question.event))
    return amendDraft(turn, open as Draft<ReportDraft>, { heard: told, ground })
  const evidence = await evidenceSent(turn, told, ground)
  const said = { key: turn.question.key, text: turn.text }
  const body = newReport(turn.viewer, withOnlyMetrics(stripped(told), ground, turn), { said, evidence })
  const draft = (await turn.p.drafts.start(who, turn.viewer.personId!, body, turn.now)) as Draft<ReportDraft>
  return showDraft(turn, draft, draftCard(viewOf(draft, ground, turn.today)))
}

/** 第92项申请销号: a unit reports it done, the supervisors close it. */
const asksToClose = (text: string, { updates }: Heard): boolean =>
  /销号|销账|办结销/.test(text) && updates.every((u) => u.readings.length === 0)

/** Nothing could be placed: what is open is asked, or it was no report. */
async function nothingToWrite(turn: WordsTurn, heard: Heard): Promise<boolean> {
  if (heard.kind === 'noChange') {
    await answer(turn, brief('没有要报的任务', '贵单位目前没有要报的任务，不用报“无变化”。'))
    return true
  }
  if (heard.assumptions.length === 0 && heard.kind !== 'correction') return false
  const words =
    heard.assumptions.length > 0
      ? heard.assumptions.map((a) => `· ${a}`).join('\n')
      : '已写入的报送不会抹掉，只能更正。请写明是哪一项、改成多少，例如“52项商业航线应为7条”。'
  await answer(turn, brief('请再说具体些（没有写入）', words))
  return true
}

/** 同上季度, and no task is named: the answer to a reminder, not a word about what was talked of last. */
const isAboutAll = (text: string, { kind, updates }: Heard): boolean =>
  kind === 'noChange' &&
  (updates.length === 0 || (!/\d|[一二三四五六七八九十]项/.test(text) && saysNothingElse(text)))

/** 无变化 alone speaks of all that is asked for. */
function everythingOwed(heard: Heard, ground: Ground): Heard {
  const owed = ground.requests
    .filter((r) => r.kind === 'progress')
    .flatMap((r) => r.tasks.filter((t) => t.state === 'asked').map((t) => t.taskId))
  const updates = [...new Set(owed)].flatMap((id) => {
    const task = taskOfOrigin(ground, id)
    return task ? [{ ...bare(task, ''), noChange: true }] : []
  })
  return { ...heard, updates }
}

interface Heeded {
  readonly heard: Heard
  readonly ground: Ground
}

/** A further message changes the draft. False: it says nothing about it. */
export async function amendDraft(
  turn: WordsTurn,
  draft: Draft<ReportDraft>,
  { heard, ground }: Heeded,
): Promise<boolean> {
  const { p, question, text } = turn
  if (isAllSaid(turn, draft.body, { heard, ground })) {
    await answer(turn, brief('没有别的要报的', '本期要报的都在上面那张卡片里了，核对后点“确认报送”。'))
    return true
  }
  const before = withoutPast(draft.body)
  const after = laidOver(turn, before, { heard, ground })
  if (after === null) return false
  if (after.updates.length === 0 && draft.body.asked.length === 0) {
    const { message } = await dropDraft(turn, draft)
    await answer(turn, message)
    return true
  }
  const said = [...draft.body.said, { key: question.key, text }]
  const open = withoutAnswered(before, after, { turn, ground })
  const body: ReportDraft = { ...draft.body, said, heard: withOnlyMetrics(stripped(open), ground, turn) }
  const changed = (await p.drafts.revise(draft, body, turn.now)) as Draft<ReportDraft> | null
  if (changed === null) return takeReport(turn, heard, ground)
  const view = viewOf(changed, ground, turn.today)
  const old = viewOf(draft, ground, turn.today)
  return showChange(turn, changed, { view, change: changeCard(old, view) })
}

/** 都无变化, and everything owed is in the draft already. */
function isAllSaid({ text }: WordsTurn, { heard: before }: ReportDraft, { heard, ground }: Heeded): boolean {
  const known = new Set(before.updates.map((u) => u.task.id))
  return isAboutAll(text, heard) && everythingOwed(heard, ground).updates.every((u) => known.has(u.task.id))
}

/** Going on is what words without a state are taken for: it does not undo a state that was said. */
const withoutGuess = (update: TaskUpdate): TaskUpdate =>
  update.state === 'ongoing' ? { ...update, state: null } : update

/** A message that was not understood is not asked about for ever: what is said next leaves it behind. A question stays until it is answered. */
function withoutPast({ heard, said }: ReportDraft): Heard {
  const past = said.slice(1).map((s) => plainMessage(s.text))
  const isPast = (note: string): boolean =>
    note.includes('没看懂') && past.some((words) => note.startsWith(`“${words}”`))
  const assumptions = heard.assumptions.filter((note) => !isPast(note))
  const isAsked = (words: string): boolean => assumptions.some((note) => note.includes(`“${words}”`))
  return {
    ...heard,
    unread: heard.unread.filter((words) => !past.includes(words) || isAsked(words)),
    assumptions,
  }
}

/** The whole draft as it now stands; null: idle talk beside it. */
function laidOver({ p, text }: WordsTurn, before: Heard, { heard, ground }: Heeded): Heard | null {
  const known = new Set(before.updates.map((u) => u.task.id))
  const fresh = heard.updates.length > 0 && heard.updates.every((u) => !known.has(u.task.id))
  if (fresh && (heard.kind === 'progress' || heard.kind === 'noChange'))
    return {
      ...before,
      updates: mergeUpdates(before.updates, heard.updates),
      unread: [...before.unread, ...heard.unread],
      assumptions: [...before.assumptions, ...heard.assumptions],
    }
  const amended = p.ear.amend(before, text, ground.context)
  const unclear = amended.unread.length > before.unread.length && sameUpdates(before, amended)
  if (!unclear) return amended
  if (heard.kind === 'chat') return null
  // 困难是空域审批慢: no change of a figure, yet words about a task of the draft.
  return heard.updates.length === 0 || /改|换|不对|错|那个|这个/.test(text)
    ? amended
    : { ...before, updates: mergeUpdates(before.updates, heard.updates.map(withoutGuess)) }
}

const sameUpdates = (a: Heard, b: Heard): boolean => JSON.stringify(a.updates) === JSON.stringify(b.updates)

/** Files of this very message, and those sent shortly before it. */
async function evidenceSent(turn: WordsTurn, heard: Heard, ground: Ground): Promise<DraftEvidence[]> {
  const { p, now, question } = turn
  const { channel, id } = question.event.chat
  const from = { channel, chat: id, account: question.event.sender.account }
  const files = (await p.evidence.recent(from, new Date(now.getTime() - EVIDENCE_MS))) ?? []
  const [only, ...others] = heard.updates
  const task = only && others.length === 0 ? (ground.origins.get(only.task.id) ?? null) : null
  return files.map((f) => ({ id: f.id, name: f.name, task: f.taskId ?? task }))
}
