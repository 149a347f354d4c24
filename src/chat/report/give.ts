import { making } from '../../cards/reporting/talk.ts'
import type { Chat } from '../../domain/chat.ts'
import type { Message } from '../../domain/message.ts'
import type { ReportAsked } from '../../domain/order.ts'
import type { Question } from '../deps.ts'
import { handFile } from './hand.ts'
import { type Made, makeReport } from './make.ts'
import { answerOf, messageOf, type ReportTurn } from './turn.ts'

/**
 * A report somebody asked for: a card at once that becomes the report, then the file where one was asked for. Done again after a
 * kill, the same card tells it.
 */
export async function giveReport(question: Question, asked: ReportAsked, at: ReportTurn): Promise<void> {
  const { event } = question
  const { deps, viewer, today, r } = at
  const card = await deps.channel.reply(event, { message: making(), turn: null, page: 0 })
  const made = await makeReport({ asked, viewer, chat: event.chat.type, today }, r)
  const where = {
    key: question.key,
    chat: event.chat,
    account: event.sender.account,
    text: event.text,
    askedAt: event.at,
  }
  const { turn, message } = await keepTurn(made, { ...where, asked }, at)
  const reply = { message, turn, page: 0 }
  const shown = await deps.channel.update(card, reply).then(
    () => card,
    (err: unknown) => {
      deps.log.warn({ err, key: question.key }, 'progress card could not be updated, report said anew')
      return deps.channel.reply(event, reply)
    },
  )
  await deps.turns.sent(turn, shown)
  if (asked.form === 'docx' || asked.form === 'xlsx')
    await handFile(made, asked.form, { chat: event.chat, sender: event.sender, key: question.key }, at)
  deps.log.info({ key: question.key, report: made.report.kind, turn }, 'report given')
}

interface TurnWords {
  readonly key: string
  readonly chat: Chat
  readonly account: string
  readonly text: string
  readonly askedAt: Date
  readonly asked: ReportAsked
}

/** Kept twice: its buttons carry the number it has only once it is kept. */
export async function keepTurn(
  made: Made,
  words: TurnWords,
  { deps, viewer }: Pick<ReportTurn, 'viewer'> & { readonly deps: Pick<ReportTurn['deps'], 'turns'> },
): Promise<{ readonly turn: number; readonly message: Message }> {
  const { asked, ...place } = words
  const keep = (message: Message) =>
    deps.turns.add({ ...place, personId: viewer.personId, answer: answerOf(made, asked, message) })
  const { id } = await keep(messageOf(made, null, place.chat.type, viewer))
  const message = messageOf(made, id, place.chat.type, viewer)
  await keep(message)
  return { turn: id, message }
}
