import type { Cache, Client, WSClient } from '@larksuiteoapi/node-sdk'
import { createHttp } from './http.ts'
import { sdkLog } from './sdk-log.ts'
import type { FeishuLog, FeishuSettings } from './settings.ts'

/** The one importer of the SDK, and only when Feishu is switched on: it is large and slow to load. */
const load = () => import('@larksuiteoapi/node-sdk')

export interface SdkClient {
  readonly client: Client
  /** The next call asks for a new token: the SDK keeps a refused one. */
  readonly dropToken: () => void
}

export async function createSdkClient(settings: FeishuSettings, log: FeishuLog): Promise<SdkClient> {
  const lark = await load()
  const tokens = new Map<string, { readonly value: unknown; readonly until: number }>()
  const client = new lark.Client({
    appId: settings.appId,
    appSecret: settings.appSecret,
    domain: settings.domain,
    httpInstance: createHttp() as never,
    cache: tokenCache(tokens),
    logger: sdkLog(log),
    loggerLevel: lark.LoggerLevel.warn,
  })
  return { client, dropToken: () => tokens.clear() }
}

/** Ours and not the SDK's, which is shared by all clients of one app id and cannot be cleared. */
function tokenCache(tokens: Map<string, { readonly value: unknown; readonly until: number }>): Cache {
  return {
    get: async (key) => {
      const kept = tokens.get(String(key))
      return kept && kept.until > Date.now() ? kept.value : undefined
    },
    set: async (key, value, until) => {
      tokens.set(String(key), { value, until: until ?? Number.POSITIVE_INFINITY })
      return true
    },
  }
}

export interface SdkHooks {
  /** Seconds without an answer to a ping until the connection counts as dead; 20 unless said. */
  readonly pingTimeoutS?: number
  readonly onReady: () => void
  readonly onReconnecting: () => void
  readonly onReconnected: () => void
  readonly onError: (error: Error) => void
  /** Gets the event as the platform sent it; what it returns goes back with the acknowledgement. */
  readonly onEnvelope: (envelope: unknown) => Promise<unknown>
}

export interface SdkConnection {
  readonly start: () => Promise<void>
  readonly close: () => void
  readonly state: () => string
}

/** Must stay below the platform's ping interval of 120 s: each ping starts the waiting anew. */
const PING_TIMEOUT_S = 20
const HANDSHAKE_MS = 15_000

export async function createSdkConnection(
  settings: FeishuSettings,
  log: FeishuLog,
  hooks: SdkHooks,
): Promise<SdkConnection> {
  const lark = await load()
  const logger = sdkLog(log)
  const socket: WSClient = new lark.WSClient({
    appId: settings.appId,
    appSecret: settings.appSecret,
    domain: settings.domain,
    httpInstance: createHttp() as never,
    logger,
    loggerLevel: lark.LoggerLevel.info,
    handshakeTimeoutMs: HANDSHAKE_MS,
    wsConfig: { pingTimeout: hooks.pingTimeoutS ?? PING_TIMEOUT_S },
    onReady: hooks.onReady,
    onReconnecting: hooks.onReconnecting,
    onReconnected: hooks.onReconnected,
    onError: hooks.onError,
  })
  // The SDK's dispatcher flattens header and event into one object and loses the header's token to the card's.
  const dispatcher = new lark.EventDispatcher({ logger, loggerLevel: lark.LoggerLevel.error })
  dispatcher.invoke = (data: unknown) => hooks.onEnvelope(data)
  return {
    start: () => socket.start({ eventDispatcher: dispatcher }),
    close: () => socket.close({ force: true }),
    state: () => socket.getConnectionStatus().state,
  }
}
