import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NO_AIDS } from '../../../src/app/aids.ts'
import { answerFlow, createAsk } from '../../../src/app/answering.ts'
import { createReportTalk } from '../../../src/app/report-talk.ts'
import { createTalking } from '../../../src/app/talking.ts'
import { checkCard } from '../../../src/cards/check-card.ts'
import { cardOf } from '../../../src/cards/print.ts'
import { messageText } from '../../../src/cards/text.ts'
import type { Action } from '../../../src/domain/action.ts'
import type { Channel, Chat, OutFile, Reply } from '../../../src/domain/chat.ts'
import type { Button } from '../../../src/domain/message.ts'
import type { Model } from '../../../src/llm/model.ts'
import { findLexical } from '../../../src/store/lexical.ts'
import { loadTown } from '../../chat/progress/town.ts'
import { freshDatabase } from '../../database.ts'

/** A Friday morning: the third quarter was reported, the fourth has begun. */
export const FRIDAY = '2026-10-16T02:00:00Z'
export const GROUP: Chat = { channel: 'web', id: 'group:main', type: 'group', thread: null }

export interface Shown {
  readonly id: string
  readonly how: 'reply' | 'tell' | 'say' | 'update' | 'hand'
  readonly to: string
  readonly text: string
  readonly reply: Reply
  readonly file?: OutFile
}

/** The town with a quarter's progress, and the flows of reports as the product makes them. */
export async function openDesk(model: Model = NO_AIDS.model) {
  const { db, close } = await freshDatabase()
  await loadTown(db)
  const clock = { now: new Date(FRIDAY) }
  const shown: Shown[] = []
  const lexical = (await findLexical(db)) ?? 'fulltext'
  const aids = { ...NO_AIDS, model }
  const dataDir = mkdtempSync(join(tmpdir(), 'duban-report-'))
  const now = () => clock.now
  const channel = channelTo(shown)
  const groups = [{ channel: 'web', chat: GROUP.id, name: '督办群' }] as const
  const closers: (() => void)[] = []
  /** A process of its own over the same database. */
  const start = async () => {
    const config = { TZ_NAME: 'Asia/Shanghai' }
    const given = { config, aids, now, log: LOG, groups, channels: { web: channel } }
    const reports = await createReportTalk({ ...given, database: { db, lexical } })
    closers.push(reports.close)
    const answer = answerFlow(createAsk({ db, lexical }, aids), 'Asia/Shanghai')
    const talking = createTalking({ db, dataDir, now, log: LOG, answer, reports: reports.flows })
    return { flows: talking('web', channel), reports }
  }
  const people = await db.query<{ id: number; name: string }>('select id, name from person')
  return {
    ...{ db, clock, shown, start, channel },
    accountOf: (name: string) => `person:${people.find((p) => p.name === name)?.id}`,
    close: async () => {
      for (const closer of closers) closer()
      rmSync(dataDir, { recursive: true, force: true })
      await close()
    },
  }
}

export type Desk = Awaited<ReturnType<typeof openDesk>>

const LOG = {
  info: () => {},
  warn: () => {},
  debug: () => {},
  error: (facts: object, words: string) => console.error(words, facts),
}

/** Every card is printed and held against the platform's rules. */
function channelTo(shown: Shown[]): Channel {
  const put = (how: Shown['how'], to: string, reply: Reply, id = `card${shown.length}`): string => {
    const faults = checkCard(cardOf(reply, () => ''))
    if (faults.length > 0) throw new Error(`${reply.message.title}: ${faults.join('; ')}`)
    shown.push({ id, how, to, reply, text: messageText(reply.message) })
    return id
  }
  return {
    reply: async (event, reply) => put('reply', event.chat.id, reply),
    say: async (chat, reply) => put('say', chat.id, reply),
    tell: async (sender, reply) => put('tell', `private:${sender.account}`, reply),
    update: async (id, reply) => void put('update', id, reply, id),
    hand: async (chat, file) => {
      const reply = { message: { ...EMPTY, title: file.name }, turn: null, page: 0 }
      shown.push({ id: file.path, how: 'hand', to: chat.id, reply, text: file.name, file })
      return file.path
    },
  }
}

const EMPTY = { tone: 'plain', blocks: [], sources: [], assumptions: [], suggestions: [] } as const

type Flows = Awaited<ReturnType<Desk['start']>>['flows']

/** A person at their own chat, or in the group. */
export function personAt(desk: Desk, name: string, flows: Flows) {
  const account = desk.accountOf(name)
  const own: Chat = { channel: 'web', id: `private:${account}`, type: 'private', thread: null }
  const sender = { channel: 'web', account, name } as const
  const since = async (work: () => Promise<unknown>): Promise<readonly Shown[]> => {
    const before = desk.shown.length
    await work()
    return desk.shown.slice(before)
  }
  return {
    account,
    say: (text: string, chat: Chat = own, id: string = randomUUID()) =>
      since(() =>
        flows.message({
          ...{ kind: 'message', id, messageId: id, chat, sender, text, mentioned: true, repliesTo: null },
          ...{ form: 'text', files: [], at: desk.clock.now },
        }),
      ),
    tap: async (action: Action, form: Readonly<Record<string, string>> = {}, chat: Chat = own) => {
      const id = randomUUID()
      const event = {
        kind: 'action',
        id,
        messageId: 'card',
        chat,
        sender,
        action,
        form,
        at: desk.clock.now,
      } as const
      const before = desk.shown.length
      const result = await flows.action(event)
      await result.later?.()
      return { ...result, said: desk.shown.slice(before) }
    },
  }
}

/** The button of these words on a card. */
export function button({ reply }: Pick<Shown, 'reply'>, words: string): Action {
  const forms = reply.message.blocks.flatMap((block): Button[] =>
    block.kind === 'form' ? [block.submit] : [],
  )
  const found = [...(reply.message.buttons ?? []), ...forms].find((b) => b.text === words)
  if (found === undefined) throw new Error(`no button ${words} on ${reply.message.title}`)
  return found.action
}
