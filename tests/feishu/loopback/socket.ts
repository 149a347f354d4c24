import type { Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import { CONTROL, DATA, decodeFrame, encodeFrame } from './frame.ts'
import type { State } from './state.ts'

const SERVICE = 42

/** The acknowledgement of an event: `code` 200, and what the handler returned. */
export interface Ack {
  readonly code: number
  readonly data: unknown
}

interface Pending {
  readonly payload: Buffer
  readonly settle: (ack: Ack) => void
  tries: number
}

/** Events on their way: each to one client that has pinged, again until acknowledged. */
function createPost(ready: ReadonlySet<WebSocket>, state: State) {
  const pending = new Map<string, Pending>()
  const timers = new Set<NodeJS.Timeout>()
  const later = (work: () => void, ms: number): void => {
    const timer = setTimeout(() => {
      timers.delete(timer)
      work()
    }, ms)
    timers.add(timer)
  }
  const deliver = (id: string): void => {
    const event = pending.get(id)
    const socket = [...ready][event ? event.tries % ready.size : 0]
    if (!event || !socket) return
    const pause = state.options.redeliverMs?.[event.tries]
    event.tries += 1
    for (const frame of framesOf(id, event.payload, state.options.fragments ?? 1)) socket.send(frame)
    if (pause !== undefined) later(() => deliver(id), pause)
  }
  return {
    push: (envelope: unknown): Promise<Ack> =>
      new Promise((settle) => {
        const id = state.id('frame')
        pending.set(id, { payload: Buffer.from(JSON.stringify(envelope)), settle, tries: 0 })
        deliver(id)
      }),
    deliverAll: () => {
      for (const id of pending.keys()) deliver(id)
    },
    acknowledged: (id: string, payload: Buffer): void => {
      const told = JSON.parse(payload.toString('utf8')) as { code: number; data?: string }
      const event = pending.get(id)
      if (!event || told.code !== 200) return
      pending.delete(id)
      const data = told.data ? JSON.parse(Buffer.from(told.data, 'base64').toString('utf8')) : undefined
      event.settle({ code: told.code, data })
    },
    close: () => {
      for (const timer of timers) clearTimeout(timer)
    },
  }
}

/** The platform's side of the long connection. */
export function createSocket(server: Server, state: State) {
  const ready = new Set<WebSocket>()
  const all = new Set<WebSocket>()
  const post = createPost(ready, state)
  const wss = new WebSocketServer({ server, path: '/ws' })
  let answersPings = true
  const heard = (socket: WebSocket, bytes: Buffer): void => {
    const frame = decodeFrame(bytes)
    if (frame.method === DATA) post.acknowledged(frame.headers.message_id ?? '', frame.payload)
    else pinged(socket)
    state.changed()
  }
  const pinged = (socket: WebSocket): void => {
    if (answersPings) socket.send(pong(state))
    // Frames sent before the first ping are lost by the SDK, which listens only then.
    if (ready.has(socket)) return
    ready.add(socket)
    post.deliverAll()
  }
  wss.on('connection', (socket) => {
    all.add(socket)
    state.connections += 1
    socket.on('message', (bytes: Buffer) => heard(socket, bytes))
    socket.on('error', () => {})
    socket.on('close', () => {
      all.delete(socket)
      ready.delete(socket)
      state.changed()
    })
    state.changed()
  })
  /** Cuts every connection without a word. */
  const drop = (): void => {
    for (const socket of all) socket.terminate()
  }
  return {
    open: () => ready.size,
    push: post.push,
    drop,
    /** A connection that stands and says nothing: the half-open case. */
    silence: (silent: boolean) => {
      answersPings = !silent
    },
    close: () => {
      post.close()
      drop()
      wss.close()
    },
  }
}

export function clientConfig(state: State) {
  const PingInterval = state.options.pingSeconds ?? 120
  const ReconnectInterval = state.options.reconnectSeconds ?? 1
  const ReconnectNonce = state.options.nonceSeconds ?? 0
  return { ReconnectCount: -1, ReconnectInterval, ReconnectNonce, PingInterval }
}

function pong(state: State): Buffer {
  const payload = Buffer.from(JSON.stringify(clientConfig(state)))
  return encodeFrame({ service: SERVICE, method: CONTROL, headers: { type: 'pong' }, payload })
}

/** Fragments in reverse order: the client must join them by their number. */
function framesOf(id: string, payload: Buffer, parts: number): Buffer[] {
  const size = Math.ceil(payload.length / parts)
  const cut = Array.from({ length: parts }, (_, seq) => {
    const headers = { type: 'event', message_id: id, sum: String(parts), seq: String(seq), trace_id: id }
    const part = payload.subarray(seq * size, (seq + 1) * size)
    return encodeFrame({ service: SERVICE, method: DATA, headers, payload: part })
  })
  return cut.reverse()
}
