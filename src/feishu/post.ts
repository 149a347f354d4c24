import { createHash } from 'node:crypto'
import type { Reply } from '../domain/chat.ts'
import type { Address, Send } from '../domain/send.ts'
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
  readonly log: FeishuLog
}

/** Sends one message and gives its id; throws `platform`. `bulk`: one of many, answers go first. */
export type Post = (send: Send, bulk: boolean) => Promise<string>

type Words = Pick<Outgoing, 'type' | 'content'> & { readonly key: string }

/** A card; one that the platform rejects is said as plain text, so that an answer is never lost to its dress. */
export function createPost({ client, printer, log }: PostDeps): Post {
  return async ({ key, to, reply }, bulk) => {
    const say = ({ key: name, ...words }: Words): Promise<string> => {
      const place = to.kind === 'person' ? to.account : to.chat
      return deliver(to, { ...words, uuid: uuidOf(name), place, bulk }, client)
    }
    const card = JSON.stringify(printer.card(reply))
    try {
      return await say({ type: 'interactive', content: card, key })
    } catch (error) {
      if (failureVerdict(error) !== 'card') throw error
      log.warn({ err: error, key, bytes: Buffer.byteLength(card) }, 'card rejected, said as text')
      return say({ type: 'text', content: JSON.stringify({ text: printer.text(reply) }), key: `${key}:text` })
    }
  }
}

async function deliver(to: Address, out: Outgoing, client: PostDeps['client']): Promise<string> {
  if (to.kind === 'person') return client.send({ type: 'open_id', id: to.account }, out)
  if (to.kind === 'chat') return client.send({ type: 'chat_id', id: to.chat }, out)
  try {
    return await client.reply(to.message, out, to.thread)
  } catch (error) {
    if (!to.thread || failureVerdict(error) !== 'thread') throw error
    return client.reply(to.message, { ...out, uuid: uuidOf(`${out.uuid}:chat`) }, false)
  }
}

/** The same words for the same key: sent twice within an hour, it arrives once. */
function uuidOf(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 40)
}
