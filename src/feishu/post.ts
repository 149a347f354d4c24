import { createHash } from 'node:crypto'
import type { Reply } from '../domain/chat.ts'
import type { Address, Outbox, Send } from '../domain/send.ts'
import type { FeishuClient, Outgoing } from './client.ts'
import { failureVerdict } from './failure.ts'
import type { FeishuLog } from './settings.ts'

/** Prints a reply; made over `cards/` by the composition root. */
export interface Printer {
  /** Card JSON 2.0. */
  card(reply: Reply): unknown
  text(reply: Reply): string
}

export interface PostDeps {
  readonly client: Pick<FeishuClient, 'reply' | 'send'>
  readonly printer: Printer
  readonly outbox: Pick<Outbox, 'readdress'>
  readonly log: FeishuLog
}

/** Sends one message and gives its id; throws `platform`. `bulk`: one of many, answers go first. */
export type Post = (send: Send, bulk: boolean) => Promise<string>

type Quote = Extract<Address, { kind: 'quote' }>

/** A card; one that the platform rejects is said as plain text, so that an answer is never lost to its dress. */
export function createPost(deps: PostDeps): Post {
  const { printer, log } = deps
  return async (send, bulk) => {
    let { to } = send
    const { key, reply } = send
    const card = (at: Address) => JSON.stringify(printer.card(dressed(reply, at)))
    try {
      return await deliver(
        to,
        { type: 'interactive', content: card, name: key, bulk },
        {
          ...deps,
          /** By the other line from now on, whatever happens: of the same uuid in two lines there might be two messages. */
          async moved(quote) {
            const { channel, chat, asked } = quote
            to = { kind: 'chat', channel, chat, ...(asked && { asked }) }
            await deps.outbox.readdress(key, to)
            return to
          },
        },
      )
    } catch (error) {
      if (failureVerdict(error) !== 'card') throw error
      log.warn({ err: error, key, bytes: Buffer.byteLength(card(to)) }, 'card rejected, said as text')
      const content = (at: Address) => JSON.stringify({ text: printer.text(dressed(reply, at)) })
      return deliver(to, { type: 'text', content, name: `${key}:text`, bulk }, deps)
    }
  }
}

/** Without a quote the message says itself whom it answers. */
function dressed(reply: Reply, to: Address): Reply {
  return to.kind === 'chat' && to.asked ? { ...reply, asked: to.asked } : reply
}

interface Words {
  readonly type: Outgoing['type']
  readonly content: (at: Address) => string
  readonly name: string
  readonly bulk: boolean
}

interface Ways extends Pick<PostDeps, 'client'> {
  readonly moved?: (quote: Quote) => Promise<Address>
}

async function deliver(to: Address, words: Words, { client, moved }: Ways): Promise<string> {
  const { type, bulk } = words
  const place = to.kind === 'person' ? to.account : to.chat
  const out: Outgoing = { type, content: words.content(to), uuid: uuidOf(words.name), place, bulk }
  if (to.kind === 'person') return client.send({ type: 'open_id', id: to.account }, out)
  if (to.kind === 'chat') return client.send({ type: 'chat_id', id: to.chat }, out)
  const instead = moved &&
    !to.thread && { chat: to.chat, content: async () => words.content(await moved(to)) }
  try {
    return await client.reply(to.message, { ...out, ...(instead && { instead }) }, to.thread)
  } catch (error) {
    if (!to.thread || failureVerdict(error) !== 'thread') throw error
    return client.reply(to.message, { ...out, uuid: uuidOf(`${out.uuid}:chat`) }, false)
  }
}

/** The same words for the same key: sent twice within an hour, it arrives once. */
export function uuidOf(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 40)
}
