import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NO_AIDS } from '../../../src/app/aids.ts'
import { answerFlow, createAsk } from '../../../src/app/answering.ts'
import { createFormsDesk } from '../../../src/app/forms-desk.ts'
import { createProgressDeps, evidenceFiles } from '../../../src/app/progress-talk.ts'
import { createReminding } from '../../../src/app/reminding.ts'
import { createTalking } from '../../../src/app/talking.ts'
import type { ButtonElement, Card, Element, Form } from '../../../src/cards/card.ts'
import { checkCard } from '../../../src/cards/check-card.ts'
import { childrenOf } from '../../../src/cards/limits.ts'
import { cardOf } from '../../../src/cards/print.ts'
import { messageText } from '../../../src/cards/text.ts'
import { createProgressFlows } from '../../../src/chat/progress/flows.ts'
import { loadConfig } from '../../../src/config.ts'
import type { Channel, Chat, MessageEvent, Reply } from '../../../src/domain/chat.ts'
import type { Db } from '../../../src/store/db.ts'
import { findLexical } from '../../../src/store/lexical.ts'
import { freshDatabase } from '../../database.ts'
import { loadTown } from './town.ts'

/** The Monday of the third quarter's reporting week: requests are open, nobody is late. */
export const MONDAY = '2026-10-12T01:30:00Z'

export interface Shown {
  readonly id: string
  readonly to: string
  readonly how: 'reply' | 'tell' | 'say' | 'update'
  readonly text: string
  readonly card: Card
}

/** A town with its requests open, and the flows as the product makes them. */
export async function openTown(at: string = MONDAY, load: (db: Db) => Promise<void> = loadTown) {
  const { db, close } = await freshDatabase()
  await load(db)
  const clock = { now: new Date(at) }
  const config = loadConfig({}, '/nowhere')
  const lexical = (await findLexical(db)) ?? 'fulltext'
  const shown: Shown[] = []
  /** Bytes of files people send, by name; any other holds its name. */
  const files = new Map<string, Uint8Array>()
  const channel = channelTo(shown)
  const log = { ...silent, debug: () => {} }
  const now = () => clock.now
  const reminding = createReminding({ db, config, now, log, channels: { web: channel } })
  const forms = createFormsDesk({ db, zone: 'Asia/Shanghai', now })
  const dataDir = mkdtempSync(join(tmpdir(), 'duban-progress-'))
  /** A process of its own over the same database: what it kept in memory is gone. */
  const start = () => {
    const answer = answerFlow(createAsk({ db, lexical }, { ...NO_AIDS, log }), 'Asia/Shanghai')
    const deps = createProgressDeps({ db, lexical, zone: 'Asia/Shanghai', reminding, forms, config })
    const talking = createTalking({ db, dataDir, now, log, answer, progress: createProgressFlows(deps) })
    const download = async (_: MessageEvent, key: string) => files.get(key) ?? new TextEncoder().encode(key)
    const ingest = () => Promise.reject(new Error('not here'))
    return talking('web', channel, { files: { download, ingest, evidence: evidenceFiles(deps, now) } })
  }
  await reminding.tick()
  const people = await db.query<{ id: number; name: string; unitId: number }>(
    'select id, name, unit_id as "unitId" from person',
  )
  return {
    db,
    clock,
    shown,
    files,
    reminding,
    start,
    unitOf: (name: string) => people.find((p) => p.name === name)?.unitId ?? 0,
    idOf: (name: string) => people.find((p) => p.name === name)?.id ?? 0,
    accountOf: (name: string) => `person:${people.find((p) => p.name === name)?.id}`,
    /** As it was opened: nothing said, nothing reported, everything asked. */
    reset: async () => {
      clock.now = new Date(at)
      shown.length = 0
      await db.query(
        `truncate draft, progress, reading, closing, task_decline, hand_over, turn, intake, outbox, evidence, ask, snooze cascade`,
      )
      await db.query(`update request_task set state = 'asked', note = null`)
      await db.query(`update request set state = 'open', answered_at = null, reopened_on = null`)
    },
    close: async () => {
      rmSync(dataDir, { recursive: true, force: true })
      await close()
    },
  }
}

export type Town = Awaited<ReturnType<typeof openTown>>

const silent = {
  info: () => {},
  warn: () => {},
  error: (facts: object, words: string) => console.error(words, facts),
}

/** Every card is printed and held against the platform's rules, so that one that cannot be shown fails. */
function channelTo(shown: Shown[]): Channel {
  const put = (how: Shown['how'], to: string, reply: Reply, id = `card${randomUUID()}`): string => {
    const card = cardOf(reply, () => '')
    const faults = checkCard(card)
    if (faults.length > 0) throw new Error(`${reply.message.title}: ${faults.join('; ')}`)
    shown.push({ id, how, to, card, text: messageText(reply.message) })
    return id
  }
  return {
    reply: async (event, reply) => put('reply', event.chat.id, reply),
    say: async (chat, reply) => put('say', chat.id, reply),
    tell: async (sender, reply) => put('tell', `private:${sender.account}`, reply),
    update: async (id, reply) => void put('update', id, reply, id),
  }
}

/** A person at their chat, in one process. */
export function talkOf(town: Town, name: string, flows = town.start()) {
  const account = town.accountOf(name)
  const chat: Chat = { channel: 'web', id: `private:${account}`, type: 'private', thread: null }
  const group: Chat = { channel: 'web', id: 'group:main', type: 'group', thread: null }
  const sender = { channel: 'web', account, name } as const
  const message = (text: string, more: Partial<MessageEvent> = {}): MessageEvent => {
    const id = randomUUID()
    const words = { text, mentioned: true, repliesTo: null, form: 'text', files: [] } as const
    return { kind: 'message', id, messageId: id, chat, sender, at: town.clock.now, ...words, ...more }
  }
  const latest = (): Shown => {
    const own = town.shown.filter((s) => s.to === chat.id || faceOfOwn(s))
    return own.at(-1)!
  }
  const faceOfOwn = (s: Shown): boolean =>
    s.how === 'update' && town.shown.some((o) => o.id === s.id && o.how !== 'update' && o.to === chat.id)
  const send = async (event: MessageEvent): Promise<Shown> => {
    const before = town.shown.length
    await flows.message(event)
    const said = town.shown.slice(before)
    return said.find((s) => s.how !== 'update') ?? said[0]!
  }
  const tap = async (card: Shown, words: string, form: Readonly<Record<string, string>> = {}) => {
    const button = buttonOf(card, words)
    const [behavior] = button.behaviors
    if (behavior?.type !== 'callback') throw new Error(`${words} is a link`)
    const result = await flows.action({
      kind: 'action',
      id: randomUUID(),
      messageId: card.id,
      chat,
      sender,
      action: JSON.parse(JSON.stringify(behavior.value)),
      form,
      at: town.clock.now,
    })
    const update = result.update
    if (update) await channelTo(town.shown).update(card.id, update)
    await result.later?.()
    return {
      toast: result.toast?.text ?? null,
      face: update ? town.shown.findLast((s) => s.id === card.id)! : card,
    }
  }
  return {
    say: (text: string) => send(message(text)),
    send,
    message,
    inGroup: (text: string) => send(message(text, { chat: group })),
    tap,
    latest,
    /** What was sent to this person unasked. */
    told: () =>
      town.db.query<{ key: string; reply: Reply }>(
        `select key, reply from outbox where address ->> 'account' = $1 order by ordinal`,
        [account],
      ),
    /** The card the person would be reminded with now. */
    reminded: async (): Promise<Shown> => {
      const message = await town.reminding.card(town.idOf(name), 0)
      if (message === null) throw new Error(`${name} owes nothing`)
      await channelTo(town.shown).tell(sender, { message, turn: null, page: 0 })
      return town.shown.at(-1)!
    },
    /** The card of a planned message, as if it had arrived. */
    arrived: async (prefix: string): Promise<Shown> => {
      const [row] = await town.db.query<{ reply: Reply }>(
        `select reply from outbox where address ->> 'account' = $1 and key like $2 order by ordinal desc limit 1`,
        [account, `${prefix}%`],
      )
      if (!row) throw new Error(`nothing planned under ${prefix} for ${name}`)
      await channelTo(town.shown).tell(sender, row.reply)
      return town.shown.at(-1)!
    },
    flows,
  }
}

export function buttonOf(card: Shown, words: string): ButtonElement {
  const found = card.card.body.elements.flatMap(buttonsIn).find((b) => b.text.content.includes(words))
  if (!found) throw new Error(`no button ${words} on: ${card.text} [${buttonNames(card).join('] [')}]`)
  return found
}

export const buttonNames = (card: Shown): string[] =>
  card.card.body.elements.flatMap(buttonsIn).map((b) => b.text.content)

const buttonsIn = (e: Element): ButtonElement[] =>
  e.tag === 'button' ? [e] : childrenOf(e).flatMap(buttonsIn)

/** Fields of the form on a card, with what they hold. */
export function fieldsOf(card: Shown): Readonly<Record<string, string>> {
  const forms = card.card.body.elements.filter((e): e is Form => e.tag === 'form')
  const fields = forms
    .flatMap((f) => f.elements)
    .flatMap((e): [string, string][] => {
      if (e.tag === 'input') return [[e.name, e.default_value ?? '']]
      if (e.tag === 'select_static') return [[e.name, e.initial_option ?? '']]
      return e.tag === 'date_picker' ? [[e.name, e.initial_date ?? '']] : []
    })
  return Object.fromEntries(fields)
}
