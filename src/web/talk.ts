import type { Card } from '../cards/card.ts'
import { cardOf } from '../cards/print.ts'
import { downloadCard } from '../cards/reporting/talk.ts'
import type { Channel, Chat, MessageEvent, OutFile, Reply, Sender } from '../domain/chat.ts'
import type { Source } from '../domain/message.ts'
import { AppError } from '../errors.ts'
import type { TalkMessage, TalkStore } from './deps.ts'
import { createRooms } from './rooms.ts'

export const BOT_NAME = '督办助手'

/** The web's Channel, and what was said through it. */
export interface Talk {
  readonly channel: Channel
  /** A person said something. */
  hear(message: Omit<TalkMessage, 'id' | 'at'>): Promise<TalkMessage>
  /** What is new or changed in a chat after `since`, oldest first; 0 brings all that is kept at hand. */
  since(chat: string, since: number): Promise<Changes>
  find(id: string): Promise<TalkMessage | null>
  /** `account` has seen the chat up to `revision`. */
  saw(account: string, chat: string, revision: number): void
  /** Others said something in the chat that `account` has not seen since this process began. */
  hasNews(account: string, chat: string): Promise<boolean>
  /** Shows that the bot is at work in a chat until `work` ends. */
  during(chat: string, work: () => Promise<void>): Promise<void>
}

export interface Changes {
  readonly revision: number
  readonly messages: readonly TalkMessage[]
  /** The bot is at work. */
  readonly busy: boolean
}

export interface TalkDeps {
  readonly now: () => Date
  readonly store: TalkStore
}

/** A web chat's id for a private talk with the bot. */
export const privateChat = (account: string) => `private:${account}`

/** Path of the page that shows a clause in its document; the whole address is the caller's to make. */
export function sourcePath(source: Pick<Source, 'documentId' | 'start' | 'end'>): string {
  return `/documents/${source.documentId}?start=${source.start}&end=${source.end}#hit`
}

export function createTalk(deps: TalkDeps): Talk {
  const rooms = createRooms(deps)
  const post = async (chat: string, reply: Reply, repliesTo: string | null): Promise<string> => {
    const body = { card: cardOf(reply, sourcePath) }
    return (await rooms.add({ chat, author: null, name: BOT_NAME, body, repliesTo })).id
  }
  const channel: Channel = {
    reply: (event: MessageEvent, reply) => post(event.chat.id, reply, event.messageId),
    async draft({ chat, messageId }, reply) {
      const id = `draft-${messageId}`
      const body = { card: cardOf(reply, sourcePath) }
      const before = await rooms.find(id)
      const fresh = { chat: chat.id, author: null, name: BOT_NAME, repliesTo: messageId, at: deps.now() }
      await rooms.replace({ ...fresh, ...before, id, body })
      return id
    },
    say: (chat: Chat, reply) => post(chat.id, reply, null),
    tell: (sender: Sender, reply) => post(privateChat(sender.account), reply, null),
    hand: (chat: Chat, { name, path }: OutFile) =>
      post(chat.id, { message: downloadCard(name, path), turn: null, page: 0 }, null),
    async update(messageId, reply) {
      const card: Card = cardOf(reply, sourcePath)
      const old = await rooms.find(messageId)
      if (old === null) throw new AppError('not-found', '要更新的消息不在了。', { context: { messageId } })
      await rooms.replace({ ...old, body: { card } })
    },
  }
  const { add: hear, since, find, during, saw, hasNews } = rooms
  return { channel, hear, since, find, during, saw, hasNews }
}
