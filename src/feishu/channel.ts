import { createHash } from 'node:crypto'
import type { Channel, MessageEvent, Reply } from '../domain/chat.ts'
import type { FeishuClient, Outgoing, Receiver } from './client.ts'
import { failureVerdict } from './failure.ts'
import type { FeishuLog } from './settings.ts'

/** Prints a reply; made over `cards/` by the composition root. */
export interface Printer {
  /** Card JSON 2.0. */
  card(reply: Reply): unknown
  text(reply: Reply): string
}

export interface ChannelDeps {
  readonly client: FeishuClient
  readonly printer: Printer
  readonly log: FeishuLog
}

/** Feishu as a channel. A card the platform rejects is said as plain text, so that an answer is never lost to its dress. */
export function createChannel(deps: ChannelDeps): Channel {
  const { client } = deps
  const sendTo = (to: Receiver, reply: Reply, key: string) =>
    dressed(reply, { place: to.id, key }, deps, (out) => client.send(to, out))
  return {
    async reply(event, reply) {
      const key = `reply:${event.id}:${event.messageId}`
      if (!isMessage(event)) return sendTo({ type: 'open_id', id: event.sender.account }, reply, key)
      const at = { place: event.chat.id, key }
      return dressed(reply, at, deps, (out) => replyTo(event, out, client))
    },
    async update(messageId, reply) {
      await client.patch(messageId, JSON.stringify(deps.printer.card(reply)))
    },
    say: (chat, reply) => sendTo({ type: 'chat_id', id: chat.id }, reply, `say:${chat.id}`),
    tell: (sender, reply) => sendTo({ type: 'open_id', id: sender.account }, reply, `tell:${sender.account}`),
  }
}

/** A tap on the bot's menu is no message one could quote. */
function isMessage(event: MessageEvent): boolean {
  return event.messageId.startsWith('om_')
}

async function replyTo(event: MessageEvent, out: Outgoing, client: FeishuClient): Promise<string> {
  const inThread = event.chat.thread !== null
  try {
    return await client.reply(event.messageId, out, inThread)
  } catch (error) {
    if (!inThread || failureVerdict(error) !== 'thread') throw error
    return client.reply(event.messageId, { ...out, uuid: uuidOf(`${out.uuid}:chat`) }, false)
  }
}

async function dressed(
  reply: Reply,
  { place, key }: { readonly place: string; readonly key: string },
  { printer, log }: ChannelDeps,
  post: (out: Outgoing) => Promise<string>,
): Promise<string> {
  const stable = `${key}:${reply.turn ?? reply.message.title}:${reply.page}`
  const card = JSON.stringify(printer.card(reply))
  try {
    return await post({ type: 'interactive', content: card, uuid: uuidOf(stable), place })
  } catch (error) {
    if (failureVerdict(error) !== 'card') throw error
    log.warn({ err: error, turn: reply.turn, bytes: Buffer.byteLength(card) }, 'card rejected, said as text')
    const content = JSON.stringify({ text: printer.text(reply) })
    return post({ type: 'text', content, uuid: uuidOf(`${stable}:text`), place })
  }
}

/** The same words for the same key: sent twice within an hour, it arrives once. */
function uuidOf(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 40)
}
