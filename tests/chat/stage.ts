import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Aids } from '../../src/app/aids.ts'
import { NO_AIDS } from '../../src/app/aids.ts'
import { answerFlow, createAsk } from '../../src/app/answering.ts'
import { createTalking } from '../../src/app/talking.ts'
import { cardOf } from '../../src/cards/print.ts'
import { messageText } from '../../src/cards/text.ts'
import type { Channel, Chat, MessageEvent, Reply } from '../../src/domain/chat.ts'
import type { Role } from '../../src/domain/person.ts'
import { createAccounts } from '../../src/store/accounts.ts'
import type { Db } from '../../src/store/db.ts'
import { findLexical } from '../../src/store/lexical.ts'
import { addPerson } from '../../src/store/people.ts'

export const NOW = new Date('2026-11-22T02:00:00Z')

export interface Sent {
  readonly how: 'reply' | 'tell' | 'say' | 'update'
  /** Chat it went into, or the account told alone. */
  readonly to: string
  readonly text: string
  readonly reply: Reply
}

export interface Logged {
  readonly level: 'debug' | 'info' | 'warn' | 'error'
  readonly message: string
  readonly facts: object
}

/** The flows as the product makes them, on a real database, with a channel that remembers what it was told to say. */
export async function openChat(db: Db, aids: Partial<Aids> = {}) {
  const sent: Sent[] = []
  const logged: Logged[] = []
  const note = (level: Logged['level']) => (facts: object, message: string) => {
    logged.push({ level, message, facts })
  }
  const log = { debug: note('debug'), info: note('info'), warn: note('warn'), error: note('error') }
  const dataDir = mkdtempSync(join(tmpdir(), 'duban-chat-'))
  const lexical = (await findLexical(db)) ?? 'fulltext'
  const answer = answerFlow(createAsk({ db, lexical }, { ...NO_AIDS, log, ...aids }), 'Asia/Shanghai')
  const flows = createTalking({ db, dataDir, now: () => NOW, log, answer })('web', channelTo(sent))
  const event = (text: string, { chat = PRIVATE, account = 'zhao' }: Where = {}): MessageEvent => {
    const id = randomUUID()
    const words = { text, mentioned: true, repliesTo: null, form: 'text', files: [] } as const
    const sender = { channel: 'web', account, name: null } as const
    return { kind: 'message', id, messageId: id, chat, sender, at: NOW, ...words }
  }
  const say = async (text: string, where: Where = {}): Promise<readonly Sent[]> => {
    const before = sent.length
    await flows.message(event(text, where))
    return sent.slice(before)
  }
  return { say, flows, sent, logged, close: () => rmSync(dataDir, { recursive: true, force: true }) }
}

interface Where {
  readonly chat?: Chat
  readonly account?: string
}

export const PRIVATE: Chat = { channel: 'web', id: 'private:zhao', type: 'private', thread: null }
export const GROUP: Chat = { channel: 'web', id: 'group:main', type: 'group', thread: null }

/** Every reply is printed as a card too, so that one that cannot be shown fails. */
function channelTo(sent: Sent[]): Channel {
  const put = (how: Sent['how'], to: string, reply: Reply): string => {
    cardOf(reply, () => '')
    sent.push({ how, to, reply, text: messageText(reply.message) })
    return `card${sent.length}`
  }
  return {
    reply: async (event, reply) => put('reply', event.chat.id, reply),
    say: async (chat, reply) => put('say', chat.id, reply),
    tell: async (sender, reply) => put('tell', sender.account, reply),
    update: async (messageId, reply) => void put('update', messageId, reply),
  }
}

/** Someone with an account of the web chat. */
export async function addAccount(
  db: Db,
  account: string,
  name: string,
  roles: readonly Role[],
): Promise<number> {
  const id = await addPerson(db, { name, title: null, unitId: null, roles, oversees: [] })
  await createAccounts(db).link('web', account, id)
  return id
}
