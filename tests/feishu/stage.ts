import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { askedLine } from '../../src/cards/asked.ts'
import { cardOf } from '../../src/cards/print.ts'
import type { AnswerFlow, Asked, ChatDeps } from '../../src/chat/deps.ts'
import { createFlows } from '../../src/chat/flows.ts'
import { createInTurn } from '../../src/chat/in-turn.ts'
import type { Answer } from '../../src/domain/answer.ts'
import type { Message } from '../../src/domain/message.ts'
import { createFeishu } from '../../src/feishu/feishu.ts'
import type { LeaseRhythm } from '../../src/feishu/leader.ts'
import { type Pace, UNPACED } from '../../src/feishu/pace.ts'
import type { Printer } from '../../src/feishu/post.ts'
import type { RetryPlan } from '../../src/feishu/retry.ts'
import { createAccounts } from '../../src/store/accounts.ts'
import type { Db } from '../../src/store/db.ts'
import { createIntake } from '../../src/store/intake.ts'
import { createLease } from '../../src/store/lease.ts'
import { createOutbox } from '../../src/store/outbox.ts'
import { createRatings } from '../../src/store/ratings.ts'
import { createSlots } from '../../src/store/slots.ts'
import { createSpool } from '../../src/store/spool.ts'
import { createTurns } from '../../src/store/turns.ts'
import { startLoopback } from './loopback/server.ts'
import type { Options } from './loopback/state.ts'

/** Retries without pauses: the order of things is tested, not the clock. */
export const AT_ONCE: RetryPlan = {
  tries: 4,
  baseMs: 0,
  maxMs: 60_000,
  pause: async () => {},
  random: () => 0,
}

export const silentLog = { debug() {}, info() {}, warn() {}, error() {} }

export const printer: Printer = {
  card: (reply) => cardOf(reply, () => ''),
  text: ({ message, asked }) => `${askedLine(asked)}${message.title}（文字）`,
}

export function message(title: string, lines: readonly string[] = []): Message {
  const rows = lines.map((text, i) => ({ lead: `${i + 1}`, text }))
  const blocks = rows.length > 0 ? [{ kind: 'rows' as const, rows, pageSize: 5 }] : []
  return { title, tone: 'plain', blocks, sources: [], assumptions: [], suggestions: ['那责任单位的呢'] }
}

export function answerTo(asked: Asked, more: Partial<Answer> = {}): Answer {
  const said = asked.history.map((turn) => turn.text)
  const rows = Array.from({ length: 12 }, (_, i) => `第${i + 1}项`)
  const base = { kind: 'help', tasks: [], citations: [], query: { kind: 'help' }, trace: [] } as const
  return { ...base, message: message(`答：${[...said, asked.text].join('｜')}`, rows), ...more }
}

export interface Bot {
  readonly db: Db
  readonly answer?: AnswerFlow
  readonly deps?: Partial<ChatDeps>
  readonly printer?: Printer
  readonly pace?: Pace
  /** With the pauses of the product. */
  readonly paced?: boolean
  /** With the product's terms for leading, too. */
  readonly leading?: LeaseRhythm | null
}

export interface Stage extends Bot {
  readonly options?: Options
}

export interface Platform {
  readonly url: string
  readonly appId: string
  readonly appSecret: string
}

/** The bot as `src/app` makes it, on a given platform and database; only the answering is a fake. */
export async function makeBot(
  platform: Platform,
  { db, answer, deps, printer: print, paced, pace, leading }: Bot,
) {
  const { url: domain, appId, appSecret } = platform
  const settings = {
    appId,
    appSecret,
    domain,
    mode: 'websocket',
    encryptKey: null,
    verificationToken: null,
  } as const
  const folder = mkdtempSync(join(tmpdir(), 'duban-feishu-'))
  const now = deps?.now ?? (() => new Date())
  const feishu = await createFeishu({
    settings,
    printer: print ?? printer,
    log: silentLog,
    now,
    outbox: createOutbox(db),
    slots: createSlots(db),
    lease: createLease(db),
    ...(leading === null ? {} : { leading: leading ?? { everyMs: 200, termS: 1 } }),
    ...(paced ? {} : { retry: AT_ONCE, pace: pace ?? UNPACED }),
  })
  const chatDeps: ChatDeps = {
    now,
    log: silentLog,
    channel: feishu.channel,
    intake: createIntake(db),
    spool: createSpool(join(folder, 'spool.json')),
    accounts: createAccounts(db),
    contacts: feishu.contacts.find,
    turns: createTurns(db),
    ratings: createRatings(db),
    answer: answer ?? (async (asked) => answerTo(asked)),
    inTurn: createInTurn(),
    ...deps,
  }
  const flows = createFlows('feishu', chatDeps)
  const intake = feishu.listen(flows)
  const stop = async (): Promise<void> => {
    await intake.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { feishu, flows, intake, deps: chatDeps, stop }
}

/** The whole way: loopback platform, real SDK, real flows, real database. */
export async function setStage({ options, ...bot }: Stage) {
  // An app of its own: the right to listen is one process's per app.
  const appOfItsOwn = `cli_${randomBytes(8).toString('hex')}`
  const loopback = await startLoopback({ appId: appOfItsOwn, ...options })
  const { appId, appSecret } = loopback.state
  const made = await makeBot({ url: loopback.url, appId, appSecret }, bot)
  await made.intake.start()
  await loopback.state.until(() => loopback.connected())
  const close = async (): Promise<void> => {
    await made.stop()
    await loopback.close()
  }
  return { ...made, loopback, close }
}
