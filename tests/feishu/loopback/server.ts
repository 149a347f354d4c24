import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serveApi } from './api.ts'
import { envelope, messageEvent, type Said, type Tapped, tapEvent } from './events.ts'
import { clientConfig, createSocket } from './socket.ts'
import { createState, type Fault, type Options, type Person, privateChatId } from './state.ts'

export type Loopback = Awaited<ReturnType<typeof startLoopback>>

type Page = (request: IncomingMessage, response: ServerResponse) => boolean

/** A Feishu on this machine: HTTP API and long connection on one port. `page` may serve what is no API. */
export async function startLoopback(options: Options = {}, page: Page = () => false) {
  const state = createState(options)
  const server = createServer((request, response) => {
    if (page(request, response)) return
    if (request.url === '/callback/ws/endpoint') return endpoint(request, response)
    serveApi(request, response, state).catch(() => response.destroy())
  })
  const socket = createSocket(server, state)
  await new Promise<void>((done) => server.listen(options.port ?? 0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo

  async function endpoint(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for await (const _ of request);
    const url = `ws://127.0.0.1:${port}/ws?device_id=d1&service_id=42`
    const refused = state.refuseConnections > 0
    if (refused) state.refuseConnections -= 1
    const body = { code: refused ? 514 : 0, msg: '', data: { URL: url, ClientConfig: clientConfig(state) } }
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }
  const person = (name: string, openId = state.id('ou')): Person => {
    const made = { openId, name }
    state.people.set(made.openId, made)
    return made
  }
  const chat = (mode: 'p2p' | 'group'): string => {
    const id = state.id('oc')
    state.chats.set(id, mode)
    return id
  }
  const privateChat = (of: Person): string => {
    const id = privateChatId(of.openId)
    state.chats.set(id, 'p2p')
    return id
  }
  const say = (said: Said) => {
    const event = messageEvent(said, state)
    return { event, messageId: event.event.message.message_id, ack: socket.push(event) }
  }
  const tap = (tapped: Tapped) => socket.push(tapEvent(tapped, state))
  const happen = (type: string, event: object) => socket.push(envelope(type, event, state))
  const close = async (): Promise<void> => {
    socket.close()
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
  return {
    state,
    url: `http://127.0.0.1:${port}`,
    person,
    chat,
    privateChat,
    say,
    tap,
    /** Any other event. */
    happen,
    push: socket.push,
    drop: socket.drop,
    silence: socket.silence,
    connected: () => socket.open() > 0,
    fault: (fault: Fault) => void state.faults.push(fault),
    /** What the bot answered to a message, in order. */
    repliesTo: (messageId: string) => state.sent.filter((s) => s.to === messageId),
    close,
  }
}
