import { EventEmitter } from 'node:events'

/** A message the bot sent, as the platform keeps it. */
export interface Sent {
  readonly id: string
  readonly kind: 'reply' | 'create'
  /** The message it answers, or who receives it. */
  readonly to: string
  readonly chat: string
  readonly inThread: boolean
  readonly type: string
  readonly content: string
  readonly uuid: string
  /** When it was accepted, by performance.now(). */
  readonly at: number
  /** Versions a patch put in its place, oldest first. */
  readonly patches: string[]
  readonly readBy: Set<string>
}

/**
 * A fault the next matching request meets. `lost`: done, but the connection ends without an answer. `hang`: the connection
 * stands and no answer ever comes, the thing done or not.
 */
export interface Fault {
  readonly path: RegExp
  readonly status?: number
  readonly code?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly lost?: boolean
  readonly hang?: 'done' | 'undone'
}

export interface Person {
  readonly openId: string
  readonly name: string
  readonly mobile?: string
  readonly departments?: readonly string[]
}

export interface Options {
  readonly appId?: string
  readonly appSecret?: string
  readonly port?: number
  /** Begins every id, so that a second run by hand is not taken for a redelivery of the first. */
  readonly run?: string
  /** Seconds a token lives. */
  readonly tokenSeconds?: number
  readonly pingSeconds?: number
  /** What the client is told about coming back: at most so long until the first try, then in this rhythm. */
  readonly nonceSeconds?: number
  readonly reconnectSeconds?: number
  /** Parts each event is cut into. */
  readonly fragments?: number
  /** Pauses before an unacknowledged event is sent again, ms. The platform: 15 s, 5 min, 1 h, 6 h. */
  readonly redeliverMs?: readonly number[]
  /** Messages per second; none: no limit. */
  readonly perChat?: number
  readonly perApp?: number
  readonly perMinute?: number
}

/** All the loopback platform knows; changes are told, so that tests await conditions and never sleep. */
export function createState(options: Options) {
  const changed = new EventEmitter({ captureRejections: false })
  changed.setMaxListeners(0)
  let serial = 0
  const state = {
    appId: options.appId ?? 'cli_0123456789abcdef',
    appSecret: options.appSecret ?? 'loopback-secret',
    botId: 'ou_bot',
    options,
    tokens: new Map<string, number>(),
    tokenRequests: 0,
    requests: [] as { readonly method: string; readonly path: string; readonly status: number }[],
    people: new Map<string, Person>(),
    chats: new Map<string, 'p2p' | 'group'>(),
    chatNames: new Map<string, string>(),
    /** Chat of each message anyone sent. */
    chatOf: new Map<string, string>(),
    sent: [] as Sent[],
    byUuid: new Map<string, Sent>(),
    /** Files by key: what people sent, and what the bot brought. */
    files: new Map<
      string,
      { readonly name: string; readonly bytes: Uint8Array; readonly picture?: boolean }
    >(),
    urgent: [] as { readonly messageId: string; readonly users: readonly string[] }[],
    /** When someone read a message: `message/person` → ms. */
    readAt: new Map<string, number>(),
    /** The panel that opens on typing “/”, by id. */
    commands: new Map<string, { readonly command: string; readonly description: unknown }>(),
    faults: [] as Fault[],
    sendTimes: new Map<string, number[]>(),
    connections: 0,
    /** So many requests for a connection are turned down. */
    refuseConnections: 0,
    changed: () => void changed.emit('change'),
    /** om_…, oc_…: no two alike. */
    id: (prefix: string) => `${prefix}_${options.run ?? ''}${(++serial).toString().padStart(6, '0')}`,
    async until<T>(look: () => T | null | undefined | false): Promise<T> {
      for (;;) {
        const seen = look()
        if (seen) return seen
        await new Promise((done) => changed.once('change', done))
      }
    },
  }
  return state
}

export type State = ReturnType<typeof createState>

/** Every person has one private chat with the bot. */
export function privateChatId(openId: string): string {
  return `oc_p2p_${openId}`
}
