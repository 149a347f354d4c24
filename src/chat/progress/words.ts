import type { Draft, ReportDraft } from '../../domain/draft.ts'
import type { Heard, HeardKind } from '../../domain/heard.ts'
import type { Viewer } from '../../domain/person.ts'
import { draftReply } from '../../understand/progress/draft-reply.ts'
import type { ChatDeps, Question } from '../deps.ts'
import { confirmDraft, dropDraft } from './confirm.ts'
import { declineWords } from './decline-words.ts'
import type { ProgressDeps, WordsTurn } from './deps.ts'
import { filingWords } from './filing-words.ts'
import { type Ground, groundFor } from './ground.ts'
import { handOverWords } from './hand-over-words.ts'
import { insistWords } from './insist.ts'
import { onOrder } from './orders.ts'
import { amendDraft, takeReport } from './report.ts'
import { reportedWords } from './reported.ts'
import { reviewsFace } from './review.ts'
import { answer, showAgain } from './show.ts'
import { isPrivate, mayDecide, mayReport, ownerOf, refusal } from './tools.ts'

/** What a kind of message leads to; false: it is to be answered as a question. */
type Listener = (turn: WordsTurn, heard: Heard, ground: Ground) => Promise<boolean>

const ANSWERED: Listener = async () => false

const LISTENERS: Readonly<Record<HeardKind, Listener>> = {
  question: ANSWERED,
  chat: ANSWERED,
  progress: takeReport,
  correction: takeReport,
  noChange: takeReport,
  decline: declineWords,
  handOver: handOverWords,
  order: onOrder,
}

/**
 * A message of somebody we know. What they report, correct or order is shown back as a card; nothing is written before
 * they confirm it. Heard again after a kill, the same card is shown again. False: a question, or talk.
 */
export async function onWords(
  question: Question,
  viewer: Viewer,
  { p, deps }: { readonly p: ProgressDeps; readonly deps: ChatDeps },
): Promise<boolean> {
  if (viewer.personId === null) return false
  const now = deps.now()
  const { text, sender } = question.event
  const turn: WordsTurn = {
    ...{ p, deps, viewer, now, today: p.dayOf(now), question, text },
    channel: sender.channel,
    chat: question.event.chat,
  }
  const who = ownerOf(question.event)
  const before = await p.drafts.heard(who, question.key)
  if (before) return showAgain(turn, before)
  if (REVIEWS.test(text.trim()) && mayDecide(viewer)) return showReviews(turn)
  const pending = isPrivate(question.event) ? await p.drafts.open(who) : null
  if (pending && (await answersDraft(turn, pending))) return true
  if (!mayReport(viewer) && asksPlainly(text)) return false
  const ground = await groundFor(turn, who)
  if (mayReport(viewer) && (await reportedWords(turn, ground))) return true
  const all = await p.ear.hear(text, ground.context)
  if (!mayReport(viewer)) return others(turn, all, ground)
  if (asksRather(text, all)) return false
  const heard = await withoutDeclined(turn, all, ground)
  if (heard === null) return true
  if (await filingWords(turn, heard, ground)) return true
  const report = isPrivate(question.event) ? await p.drafts.open(who, 'report') : null
  if (report && (await changesDraft(turn, report as Draft<ReportDraft>, { heard, ground }))) return true
  return LISTENERS[heard.kind](turn, heard, ground)
}

/** 看待审核, 有哪些待审核的, 待审核清单. */
const REVIEWS =
  /^(?:看看?|查看|打开|发我|列一下|有哪些|哪些是?|还有(?:哪些|什么|多少)?)?(?:没|未|待|等着?|需要?我?)(?:审核|审)(?:的|过的?)?(?:报送|进展|事项|任务|清单|列表|有哪些|有多少)?[？?。]?$/

async function showReviews(turn: WordsTurn): Promise<boolean> {
  await answer(turn, await reviewsFace(turn, {}))
  return true
}

/** Of people who report nothing most messages are questions: these need not be heard against all tasks first. */
const asksPlainly = (text: string): boolean =>
  /[？?]\s*$|吗[。]?$|多少|哪些|哪几|谁|什么|怎么|为什么/.test(text) &&
  !/催|退回|销号|审核|恢复督办/.test(text)

/** 三份文件都查一下, 把第52项发我: words about a task that report nothing and wish for something. */
const asksRather = (text: string, { kind, updates }: Heard): boolean =>
  kind === 'progress' &&
  /查(?:一下|下|询|找)|看(?:一下|下|看)|列(?:一下|出)|找(?:一下|出)|告诉我|说说|介绍|发(?:我|给我)|给我/.test(
    text,
  ) &&
  updates.every(
    (u) =>
      u.readings.length === 0 && (u.state === null || u.state === 'ongoing') && u.expectedFinish === null,
  )

/** 52项8条，69项不归我们: objections beside a report are passed on by themselves; null: nothing else was said. */
async function withoutDeclined(turn: WordsTurn, heard: Heard, ground: Ground): Promise<Heard | null> {
  const declined = heard.kind === 'decline' ? [] : heard.updates.filter((u) => u.declined)
  if (declined.length === 0) return heard
  const text = declined.map((u) => u.text).join('；')
  await declineWords({ ...turn, text }, { ...heard, updates: declined }, ground)
  const updates = heard.updates.filter((u) => !u.declined)
  return updates.length === 0 ? null : { ...heard, updates }
}

/** 确认 and 算了, said instead of tapped. */
async function answersDraft(turn: WordsTurn, pending: Draft): Promise<boolean> {
  const reply = draftReply(turn.text)
  if (reply === null) return false
  const { message } = reply === 'confirm' ? await confirmDraft(turn, pending) : await dropDraft(turn, pending)
  await answer(turn, message)
  return true
}

interface Heeded {
  readonly heard: Heard
  readonly ground: Ground
}

/** A further word on the card on show; a question in between is answered, and the card waits. */
async function changesDraft(
  turn: WordsTurn,
  pending: Draft<ReportDraft>,
  { heard, ground }: Heeded,
): Promise<boolean> {
  if (!['progress', 'correction', 'noChange', 'chat'].includes(heard.kind)) return false
  return (await insistWords(turn, pending, ground)) || amendDraft(turn, pending, { heard, ground })
}

/**
 * Who reports nothing: a supervisor orders; others are told who may, where they clearly meant to report or to order.
 * A plain question of theirs stays a question.
 */
async function others(turn: WordsTurn, heard: Heard, ground: Ground): Promise<boolean> {
  if (heard.kind === 'order') return onOrder(turn, heard, ground)
  if (mayDecide(turn.viewer) || turn.viewer.unitId === null || !isReport(heard)) return false
  await answer(turn, await refusal(turn, 'report'))
  return true
}

const isReport = ({ kind, updates }: Heard): boolean =>
  kind === 'progress' && updates.some((u) => u.readings.length > 0 || u.state === 'done')
