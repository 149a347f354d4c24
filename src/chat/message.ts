import { belated, cannotRead, laterThen } from '../cards/talk.ts'
import type { Answer } from '../domain/answer.ts'
import type { MessageEvent } from '../domain/chat.ts'
import type { Message } from '../domain/message.ts'
import { isAppError } from '../errors.ts'
import { legible } from '../text/legible.ts'
import { plainWords } from './commands.ts'
import type { ChatDeps, Question } from './deps.ts'
import { createDrafting, type Drafting } from './drafting.ts'
import { keepAttached } from './evidence.ts'
import { onFile } from './file.ts'
import { keysOf, messageKey, refusalOf } from './guard.ts'
import { identify } from './identity.ts'
import { turnKey } from './in-turn.ts'
import { isRegisterWords, onRegisterWords } from './register.ts'

/** Earlier turns the understanding may lean on (它、那…呢). */
const HISTORY = 6
/** How often is asked whether another process is done with an earlier question of the chat. */
const OTHERS_MS = 200

/**
 * guard → store. Null: refused, with its reason in the log. Storing too goes one by one per chat, for of two messages
 * stored at once the second could overtake the first.
 */
export async function acceptMessage(event: MessageEvent, deps: ChatDeps): Promise<Question | null> {
  const question = { key: messageKey(event), event }
  const refusal = refusalOf(event, deps.now())
  if (refusal) return dropped(event, refusal, deps)
  return deps.inTurn(`store ${turnKey(event.chat)}`, () => acceptQuestion(question, keysOf(event), deps))
}

/** Claims the keys; when even that fails the question goes to the spool and the asker is told. */
export async function acceptQuestion(
  { key, event: said }: Question,
  keys: readonly string[],
  deps: ChatDeps,
): Promise<Question | null> {
  const event = { ...said, text: legible(said.text) }
  const question = { key, event }
  try {
    const fresh = await deps.intake.claim(event.chat.channel, keys, deps.now(), question)
    return fresh ? question : dropped(event, 'duplicate', deps)
  } catch (error) {
    deps.log.error({ err: error, key }, 'question could not be stored')
    if (await deps.spool.add(question)) await apologise(event, deps)
    return null
  }
}

/** identity → answer → store the turn → send. Waits for earlier questions of the chat and thread; never throws. */
export async function settleQuestion(question: Question, deps: ChatDeps, late = false): Promise<void> {
  await untilNext(question, deps)
  await deps.inTurn(turnKey(question.event.chat), () =>
    respond(question, deps, late).catch((error: unknown) => fail(question, error, deps)),
  )
}

/** A database that cannot tell keeps nobody waiting. */
async function untilNext(question: Question, { intake, now, log }: ChatDeps): Promise<void> {
  const isNext = () =>
    intake.isNext(question, now()).catch((err: unknown) => {
      log.warn({ err, key: question.key }, 'order of the chat unknown')
      return true
    })
  while (!(await isNext())) await pause(OTHERS_MS)
}

async function respond(question: Question, deps: ChatDeps, late: boolean): Promise<void> {
  const { event } = question
  if (event.form === 'text' && deps.desk && isRegisterWords(event.text)) await onRegisterWords(event, deps)
  else if (event.form === 'text') await respondInWords(question, deps, late)
  else if (event.form === 'file' || event.form === 'image') await onFile(event, deps)
  else await deps.channel.reply(event, { message: cannotRead(event.form), turn: null, page: 0 })
  await deps.intake.done(question, deps.now())
}

async function respondInWords(question: Question, deps: ChatDeps, late: boolean): Promise<void> {
  const { event } = question
  const place = { chat: event.chat, account: event.sender.account }
  const text = plainWords(event.text)
  const [viewer, history] = await Promise.all([
    identify(event.sender, deps),
    deps.turns.recent(place, HISTORY),
  ])
  if (event.files.length > 0) await keepAttached(event, viewer, deps)
  if (await deps.reports?.words(question, viewer, deps)) return
  if (await deps.progress?.words(question, viewer, deps)) return
  const drafting = createDrafting(event, late, deps)
  const asked = { text, viewer, chat: event.chat.type, history, now: deps.now() }
  const answer = await deps.answer(drafting.hear ? { ...asked, draft: drafting.hear } : asked)
  const turn = await deps.turns.add({
    ...place,
    key: question.key,
    personId: viewer.personId,
    text,
    answer,
    askedAt: event.at,
  })
  if (!turn.sent) await send(event, answer, { turn: turn.id, late: late ? text : null, drafting }, deps)
  deps.log.info({ id: event.id, kind: answer.kind, turn: turn.id }, 'answered')
}

async function send(
  event: MessageEvent,
  answer: Answer,
  how: { readonly turn: number; readonly late: string | null; readonly drafting: Drafting },
  deps: ChatDeps,
): Promise<void> {
  const dress = (message: Message) => (how.late === null ? message : belated(message, how.late))
  const reply = { message: dress(answer.message), turn: how.turn, page: 0 }
  const replyId = await how.drafting.finish(reply)
  if (answer.privately) await deps.channel.tell(event.sender, { ...reply, message: dress(answer.privately) })
  await deps.turns.sent(how.turn, replyId)
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms))
}

/** The question stays undone, so that `catchUp` answers it later. The reason goes to the log alone. */
async function fail(question: Question, error: unknown, deps: ChatDeps): Promise<void> {
  deps.log.error({ err: error, key: question.key }, 'question could not be answered')
  await deps.intake.leave(question).catch(() => {})
  if (isUnreachable(error)) return giveUp(question, deps)
  // The platform is what fails: the answer may have arrived, and an apology would travel the same way.
  if (isAppError(error, 'platform')) return
  const first = await deps.intake
    .excuse(question, deps.now())
    .catch(() => deps.spool.add(question))
    .catch(() => false)
  if (first) await apologise(question.event, deps)
}

/** The message was withdrawn, the bot removed, a right is missing: no later try can help. */
function isUnreachable(error: unknown): boolean {
  return isAppError(error, 'platform') && error.context.terminal === true
}

async function giveUp(question: Question, deps: ChatDeps): Promise<void> {
  await deps.intake
    .done(question, deps.now())
    .catch((err: unknown) => deps.log.error({ err, key: question.key }, 'question could not be put away'))
}

async function apologise(event: MessageEvent, deps: ChatDeps): Promise<void> {
  try {
    await deps.channel.reply(event, { message: laterThen(), turn: null, page: 0 })
  } catch (error) {
    deps.log.error({ err: error, id: event.id }, 'apology could not be sent')
  }
}

function dropped(event: MessageEvent, reason: string, deps: ChatDeps): null {
  deps.log.info({ id: event.id, reason }, 'message dropped')
  return null
}
