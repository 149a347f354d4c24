import { createSdkConnection, type SdkConnection } from './sdk.ts'
import type { FeishuLog, FeishuSettings } from './settings.ts'

export interface LongConnection {
  /** Resolves when the connection stands for the first time. */
  open(): Promise<void>
  close(): void
  connected(): boolean
}

export interface LongConnectionDeps {
  readonly settings: FeishuSettings
  readonly log: FeishuLog
  readonly receive: (raw: unknown) => Promise<unknown>
  /** How often the state is looked at, ms. */
  readonly watchMs?: number
  /** Looks in a row that find no connection, after which the socket is thrown away for a new one. */
  readonly patience?: number
  /** Seconds without an answer to a ping until the connection counts as dead. */
  readonly pingTimeoutS?: number
}

const WATCH_MS = 15_000
/**
 * A connection lost is opened anew at once, after a moment by chance: the platform spreads its clients over 30 s, in which
 * nobody would hear a question. One that is lost again within a minute waits half a second, then 1, 2, 4 … seconds.
 */
const AT_ONCE_MS = 300
const AGAIN_MS = 500
const AGAIN_MOST_MS = 30_000
const FORGIVEN_MS = 60_000
/** 45 s: the platform lets the SDK try again after up to 30 s, then every 120 s only. */
const PATIENCE = 3

/**
 * The long connection, kept alive: the SDK pings, notices silence and reconnects; what it gives up on (a refusal, a
 * loop that hangs) is thrown away here and begun anew.
 */
export function createLongConnection(deps: LongConnectionDeps): LongConnection {
  let current: SdkConnection | null = null
  let watch: NodeJS.Timeout | null = null
  let misses = 0
  let closed = false
  let losses = 0
  let begun = 0
  const first = Promise.withResolvers<void>()

  const connected = () => current?.state() === 'connected'
  const begin = async (): Promise<void> => {
    begun += 1
    const mine = begun
    current?.close()
    const fresh = await createSdkConnection(deps.settings, deps.log, hooks(deps, first.resolve, hurry))
    // Another one was begun meanwhile: two would share the events between them.
    if (closed || mine !== begun) return
    current = fresh
    await fresh.start()
  }
  const recycle = (): void => {
    begin().catch((err) => deps.log.error({ err }, 'feishu connection could not be begun'))
  }
  const look = (): void => {
    misses = connected() ? 0 : misses + 1
    if (misses < (deps.patience ?? PATIENCE)) return
    misses = 0
    deps.log.warn({ state: current?.state() }, 'feishu connection recycled')
    recycle()
  }
  const hurry = (): void => {
    const waited = losses === 0 ? 0 : Math.min(AGAIN_MOST_MS, AGAIN_MS * 2 ** (losses - 1))
    losses += 1
    setTimeout(() => {
      losses -= 1
    }, FORGIVEN_MS).unref()
    setTimeout(() => closed || connected() || recycle(), waited + Math.random() * AT_ONCE_MS)
  }
  return {
    connected,
    async open() {
      watch = setInterval(look, deps.watchMs ?? WATCH_MS)
      await begin()
      await first.promise
    },
    close() {
      closed = true
      if (watch) clearInterval(watch)
      current?.close()
      current = null
      first.resolve()
    },
  }
}

function hooks({ log, receive, pingTimeoutS }: LongConnectionDeps, ready: () => void, lost: () => void) {
  return {
    ...(pingTimeoutS !== undefined && { pingTimeoutS }),
    onReady: () => {
      log.info({}, 'feishu connected')
      ready()
    },
    onReconnecting: () => {
      log.warn({}, 'feishu connection lost, reconnecting')
      lost()
    },
    onReconnected: () => log.info({}, 'feishu reconnected'),
    onError: (err: Error) => log.error({ err }, 'feishu refused the connection'),
    onEnvelope: receive,
  }
}
