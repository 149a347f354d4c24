import { promisedCard } from '../../cards/progress/later.ts'
import type { Draft, DraftOwner, ReportDraft } from '../../domain/draft.ts'
import type { Heard, HeardKind } from '../../domain/heard.ts'
import type { Viewer } from '../../domain/person.ts'
import { draftReply } from '../../understand/progress/draft/draft-reply.ts'
import type { ChatDeps, Question } from '../deps.ts'
import { answersQuestion } from './answers.ts'
import { confirmDraft, dropDraft } from './confirm.ts'
import { declineWords } from './decline-words.ts'
import type { ProgressDeps, WordsTurn } from './deps.ts'
import { dutiesFace } from './duty-face.ts'
import { filingWords } from './filing-words.ts'
import { type Ground, groundFor } from './ground.ts'
import { handOverWords } from './hand-over-words.ts'
import { insistWords } from './insist.ts'
import { onOrder } from './orders.ts'
import { asksPlainly, asksRather, DUTIES, PROMISE, REVIEWS, UNWANTED } from './phrases.ts'
import { recordWords } from './record.ts'
import { HISTORY } from './record-words.ts'
import { amendDraft, takeReport } from './report.ts'
import { reportedWords } from './reported.ts'
import { reviewsFace } from './review.ts'
import { answer, showAgain } from './show.ts'
import { isPrivate, mayDecide, mayReport, ownerOf, refusal } from './tools.ts'
import { askedTasks } from './unsaid.ts'

/** What a kind of message leads to; false: it is to be answered as a question. */
type Listener = (turn: WordsTurn, heard: Heard, ground: Ground) => Promise<boolean>

const ANSWERED: Listener = async () => false

/** 马上报, 数据要等统计局出来再报: by when it is owed, and the two ways on. Other talk is answered. */
async function promised(turn: WordsTurn, _: Heard, ground: Ground): Promise<boolean> {
  const owed = askedTasks(ground, undefined)
  const [first] = ground.requests
  if (!PROMISE.test(turn.text) || first === undefined || owed.length === 0) return false
  await answer(turn, promisedCard(owed.length, first.dueOn, turn.today))
  return true
}

const LISTENERS: Readonly<Record<HeardKind, Listener>> = {
  question: ANSWERED,
  chat: promised,
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
  if (mayDecide(viewer) && (await showsDesk(turn))) return true
  const pending = isPrivate(question.event) ? await p.drafts.open(who) : null
  if (pending && (await answersDraft(turn, pending))) return true
  if (await recordWords(turn)) return true
  if (HISTORY.test(text) || (!mayReport(viewer) && asksPlainly(text))) return false
  const ground = await groundFor(turn, who)
  if (mayReport(viewer) && (await reportedWords(turn, ground))) return true
  if (mayReport(viewer) && pending && (await chosen(turn, who, ground))) return true
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

/** An answer to what the open report asks. */
async function chosen(turn: WordsTurn, who: DraftOwner, ground: Ground): Promise<boolean> {
  const report = await turn.p.drafts.open(who, 'report')
  return report !== null && answersQuestion(turn, report as Draft<ReportDraft>, ground)
}

/** What a supervisor opens by its name: 待审核, 报送要求清单. */
async function showsDesk(turn: WordsTurn): Promise<boolean> {
  const text = turn.text.trim()
  if (REVIEWS.test(text)) await answer(turn, await reviewsFace(turn, {}))
  else if (DUTIES.test(text)) await answer(turn, await dutiesFace(turn, 0))
  else return false
  return true
}

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
  const reply = UNWANTED.test(turn.text.trim()) ? 'cancel' : draftReply(turn.text)
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
