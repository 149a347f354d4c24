import { randomUUID } from 'node:crypto'
import type { Channel, MessageEvent, Reply } from '../domain/chat.ts'
import type { Address, Outbox, Send } from '../domain/send.ts'
import type { FeishuClient } from './client.ts'
import { failedSend } from './failure.ts'
import { type Post, type Printer, uuidOf } from './post.ts'
import type { FeishuLog } from './settings.ts'

export interface ChannelDeps {
  readonly client: Pick<FeishuClient, 'patch' | 'upload' | 'send' | 'urge'>
  readonly printer: Printer
  readonly post: Post
  readonly outbox: Pick<Outbox, 'begin' | 'accepted' | 'failed'>
  readonly log: FeishuLog
  readonly now: () => Date
}

/** Feishu as a channel. Every message goes at once, and through the outbox: one key, one message. */
export function createChannel(deps: ChannelDeps): Channel {
  const speak = (to: Address, reply: Reply, key: string) => sendNow({ key, to, reply }, deps)
  return {
    reply: (event, reply) =>
      speak(answerTo(event), reply, `reply:${event.id}:${event.messageId}:${partOf(reply)}`),
    // Past the outbox: a card that only says “in a moment” is never to be sent later. The key makes it one card.
    draft: (event, reply) =>
      deps.post({ key: `draft:${event.id}:${event.messageId}`, to: draftTo(event), reply }, false),
    async update(messageId, reply) {
      await deps.client.patch(messageId, JSON.stringify(deps.printer.card(reply)))
    },
    urge: (messageId, account) => deps.client.urge(messageId, account),
    say: (chat, reply, key) =>
      speak(
        { kind: 'chat', channel: 'feishu', chat: chat.id },
        reply,
        `say:${chat.id}:${key ?? nameOf(reply)}`,
      ),
    tell: (sender, reply, key) =>
      speak(toPerson(sender.account), reply, `tell:${sender.account}:${key ?? nameOf(reply)}`),
    async hand(chat, { name, bytes }, key) {
      const content = JSON.stringify({ file_key: await deps.client.upload(name, bytes) })
      const out = { type: 'file', content, uuid: uuidOf(`hand:${chat.id}:${key}`), place: chat.id } as const
      return deps.client.send({ type: 'chat_id', id: chat.id }, out)
    },
  }
}

/**
 * Takes the send, posts it, and notes what came of it. Accepted before: its id, and nothing is sent. With the database
 * away it is posted all the same: the uuid keeps it from arriving twice.
 */
async function sendNow(send: Send, { outbox, post, log, now }: ChannelDeps): Promise<string> {
  const unnoted = (err: unknown): null => {
    log.error({ err, key: send.key }, 'outbox could not be written')
    return null
  }
  const before = await outbox.begin(send, now()).catch(unnoted)
  if (before?.messageId) return before.messageId
  try {
    const id = await post({ ...send, to: before?.to ?? send.to }, false)
    await outbox.accepted(send.key, id, now()).catch(unnoted)
    return id
  } catch (error) {
    await outbox.failed(send.key, failedSend(error, now()), now()).catch(unnoted)
    throw error
  }
}

/** A tap on the bot's menu is no message one could quote. */
function answerTo({ chat, messageId, sender, text }: MessageEvent): Address {
  if (!messageId.startsWith('om_')) return toPerson(sender.account)
  const asked = { account: sender.account, text: text.replace(/\s+/g, ' ').slice(0, 40) }
  const thread = chat.thread !== null
  return { kind: 'quote', channel: 'feishu', chat: chat.id, message: messageId, thread, asked }
}

/** By its own line alone: where that is full, a draft only adds to it. */
function draftTo(event: MessageEvent): Address {
  const to = answerTo(event)
  return to.kind === 'quote' ? { ...to, fixed: true } : to
}

function toPerson(account: string): Address {
  return { kind: 'person', channel: 'feishu', account }
}

/** Apologies and answers to one message are different messages. */
function partOf(reply: Reply): string {
  return `${reply.turn ?? reply.message.title}:${reply.page}`
}

/** What belongs to no turn and was given no key is said as often as it is said. */
function nameOf(reply: Reply): string {
  return reply.turn === null ? randomUUID() : partOf(reply)
}
