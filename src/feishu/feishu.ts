import type { ChatFlows } from '../chat/deps.ts'
import type { Channel, MessageEvent } from '../domain/chat.ts'
import type { Lease } from '../domain/lease.ts'
import type { FailedSend, Outbox, Send, Slots } from '../domain/send.ts'
import { AppError } from '../errors.ts'
import { createChannel } from './channel.ts'
import { createFeishuClient, type FeishuClient } from './client.ts'
import { type Contacts, createContacts } from './contacts.ts'
import type { Notice, Self } from './events/envelope.ts'
import { failedSend, isTooFast, resetSeconds } from './failure.ts'
import { createHedge } from './hedge.ts'
import { createLeader, type LeaseRhythm } from './leader.ts'
import { learnSelf } from './learn-self.ts'
import { createLongConnection, type LongConnection, type LongConnectionDeps } from './long-connection.ts'
import { createPace, type Pace } from './pace.ts'
import { createPost, type Printer } from './post.ts'
import { createReceiver, type Receiver } from './receive.ts'
import type { RetryPlan } from './retry.ts'
import type { FeishuLog, FeishuSettings } from './settings.ts'
import type { SlashCommand } from './slash-commands.ts'
import { createWebhook, type WebhookHandler } from './webhook.ts'

export interface FeishuDeps {
  readonly settings: FeishuSettings
  readonly printer: Printer
  readonly log: FeishuLog
  readonly now: () => Date
  readonly outbox: Outbox
  readonly slots: Slots
  readonly lease: Lease
  readonly leading?: LeaseRhythm
  /** For the panel that opens on typing “/”; absent: it is left alone. */
  readonly commands?: readonly SlashCommand[]
  readonly retry?: RetryPlan
  readonly pace?: Pace
  readonly watch?: Pick<LongConnectionDeps, 'watchMs' | 'patience' | 'pingTimeoutS'>
}

/** Feishu in two halves, for the flows need the channel before events can be handed to them. */
export interface Feishu {
  readonly client: FeishuClient
  readonly channel: Channel
  readonly contacts: Contacts
  /** The bytes of a file of a message. */
  readonly download: (event: MessageEvent, key: string) => Promise<Uint8Array>
  /** Carries what the outbox planned; it gives way to answers. */
  readonly courier: {
    readonly channel: 'feishu'
    readonly post: (send: Send) => Promise<string>
    readonly failureOf: typeof bulkFailure
  }
  readonly listen: (flows: ChatFlows) => FeishuIntake
}

export interface FeishuIntake {
  /** Learns who the bot is, then takes events. Tries until it can; resolves when events come in. */
  start(): Promise<void>
  /** For `/readyz`: events come in. */
  ready(): boolean
  /** To be mounted at POST /feishu/events and /feishu/cards; null with the long connection. */
  readonly webhook: WebhookHandler | null
  /** Takes no more events and finishes those begun. */
  stop(): Promise<void>
}

const APP_ID = /^cli_[0-9a-fA-F]{16}$/
/** What is not done by then is kept in the intake and done after the next start. */
const DRAIN_MS = 8_000

/** Throws `config` for an app id the long connection could not be opened with: the SDK would keep silent for ever. */
export async function createFeishu(deps: FeishuDeps): Promise<Feishu> {
  const { appId, mode } = deps.settings
  if (mode === 'websocket' && !APP_ID.test(appId)) {
    const shape = '应为 cli_ 加 16 位十六进制字符，请照开放平台“凭证与基础信息”页填写'
    throw new AppError('config', `FEISHU_APP_ID 不对（现值“${appId}”）：${shape}。`)
  }
  const { log, now, printer, outbox } = deps
  const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))
  const clock = () => performance.now()
  const pace = deps.pace ?? createPace({ app: appId, slots: deps.slots, pause, clock })
  const hedge = createHedge({ clock, after })
  const options = { pace, hedge, ...(deps.retry && { retry: deps.retry }) }
  const client = await createFeishuClient(deps.settings, log, options)
  const contacts = createContacts(client, now)
  const post = createPost({ client, printer, outbox, log })
  const channel = createChannel({ client, printer, post, outbox, log, now })
  return {
    client,
    channel,
    contacts,
    download: ({ messageId, files }, key) =>
      client.download(messageId, key, files.find((f) => f.key === key)?.picture ? 'image' : 'file'),
    courier: { channel: 'feishu', post: (send) => post(send, true), failureOf: bulkFailure },
    listen: (flows) => listen(flows, { client, contacts }, deps),
  }
}

/** Too fast: come back later; the try does not count. */
function bulkFailure(error: unknown, now: Date): FailedSend | { readonly wait: number } {
  return isTooFast(error)
    ? { wait: Math.max(1_000, (resetSeconds(error) ?? 0) * 1000) }
    : failedSend(error, now)
}

interface Known {
  readonly client: FeishuClient
  readonly contacts: Contacts
}

function listen(flows: ChatFlows, { client, contacts }: Known, deps: FeishuDeps): FeishuIntake {
  const { settings, printer, log, now } = deps
  const stopping = new AbortController()
  let self: Self = { openId: null }
  const receiver: Receiver = createReceiver({
    ...{ flows, client, printer, log },
    self: () => self,
    notice: (notice) => noticed(notice, flows, { contacts, outbox: deps.outbox }),
    answered: (id, at) => deps.outbox.answered(id, at),
  })
  const known = () => self.openId !== null
  const line = settings.mode === 'websocket' ? createLine(receiver, deps) : null
  return {
    webhook: line ? null : createWebhook({ settings, receive: receiver.receive, ready: known, log, now }),
    ready: () => known() && (line?.ready() ?? true),
    async start() {
      self = await learnSelf(client, log, stopping.signal)
      if (stopping.signal.aborted) return
      if (deps.commands) void client.registerCommands(deps.commands)
      await line?.start()
    },
    async stop() {
      stopping.abort()
      await line?.stop()
      await Promise.race([receiver.drain(), patience(DRAIN_MS)])
    },
  }
}

/** The long connection, held by one process of several: the platform gives each event to one connection at random. */
function createLine({ receive }: Receiver, deps: FeishuDeps) {
  const { settings, log, lease, leading: rhythm } = deps
  let socket: LongConnection | null = null
  const leader = createLeader({
    ...{ lease, log, name: `feishu:${settings.appId}` },
    ...(rhythm && { rhythm }),
    async gained() {
      socket = createLongConnection({ settings, log, receive, ...deps.watch })
      await socket.open()
    },
    lost() {
      socket?.close()
      socket = null
    },
  })
  return {
    start: leader.start,
    stop: leader.stop,
    /** Another process listening is as good. */
    ready: () => !leader.leads() || (socket?.connected() ?? false),
  }
}

interface Noted {
  readonly contacts: Contacts
  readonly outbox: Outbox
}

async function noticed(notice: Notice, flows: ChatFlows, { contacts, outbox }: Noted): Promise<void> {
  if (notice.kind === 'read') return outbox.read(notice.messageIds, notice.at)
  contacts.forget(notice.account)
  if (notice.gone) await flows.left(notice.account)
}

function after(ms: number, work: () => void): () => void {
  const timer = setTimeout(work, ms)
  return () => clearTimeout(timer)
}

/** Does not hold the process up. */
function patience(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms).unref())
}
