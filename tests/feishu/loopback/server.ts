import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serveApi } from './api.ts'
import { envelope, messageEvent, type Said, type Tapped, tapEvent } from './events.ts'
import { type Ack, clientConfig, createSocket } from './socket.ts'
import { createState, type Fault, type Options, type Person, privateChatId, type State } from './state.ts'

export type Loopback = Awaited<ReturnType<typeof startLoopback>>

type Page = (request: IncomingMessage, response: ServerResponse) => boolean

/** A Feishu on this machine: HTTP API and long connection on one port. `page` may serve what is no API. */
export async function startLoopback(options: Options = {}, page: Page = () => false) {
  const state = createState(options)
  const server = createServer((request, response) => {
    if (page(request, response)) return
    const serve = request.url === '/callback/ws/endpoint' ? serveEndpoint : serveApi
    serve(request, response, state).catch(() => response.destroy())
  })
  const socket = createSocket(server, state)
  await new Promise<void>((done) => server.listen(options.port ?? 0, '127.0.0.1', done))
  return {
    state,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...cast(state),
    ...deeds(state, socket.push),
    push: socket.push,
    drop: socket.drop,
    silence: socket.silence,
    connected: () => socket.open() > 0,
    fault: (fault: Fault) => void state.faults.push(fault),
    /** What the bot answered to a message, in order. */
    repliesTo: (messageId: string) => state.sent.filter((s) => s.to === messageId),
    close: async (): Promise<void> => {
      socket.close()
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

/** Where the long connection is to be opened: on this very server. */
async function serveEndpoint(
  request: IncomingMessage,
  response: ServerResponse,
  state: State,
): Promise<void> {
  for await (const _ of request);
  const url = `ws://${request.headers.host}/ws?device_id=d1&service_id=42`
  const refused = state.refuseConnections > 0
  if (refused) state.refuseConnections -= 1
  const body = { code: refused ? 514 : 0, msg: '', data: { URL: url, ClientConfig: clientConfig(state) } }
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

/** People and chats. */
function cast(state: State) {
  const opened = (id: string, mode: 'p2p' | 'group'): string => {
    state.chats.set(id, mode)
    return id
  }
  return {
    person(name: string, openId = state.id('ou')): Person {
      const made = { openId, name }
      state.people.set(openId, made)
      return made
    },
    chat: (mode: 'p2p' | 'group') => opened(state.id('oc'), mode),
    privateChat: (of: Person) => opened(privateChatId(of.openId), 'p2p'),
  }
}

/** What people do, each becoming an event on its way. */
function deeds(state: State, push: (event: unknown) => Promise<Ack>) {
  return {
    say(said: Said) {
      const event = messageEvent(said, state)
      return { event, messageId: event.event.message.message_id, ack: push(event) }
    },
    /** Someone sends a file, or with `picture` a picture, in a post where there are words. */
    hand(
      said: Omit<Said, 'text'> & { readonly text?: string },
      name: string,
      bytes: Uint8Array,
      picture = false,
    ) {
      const key = state.id(picture ? 'img' : 'file')
      state.files.set(key, { name, bytes, picture })
      const event = messageEvent(
        { ...said, text: '', ...carried(key, { name, picture, text: said.text }) },
        state,
      )
      return { event, messageId: event.event.message.message_id, ack: push(event) }
    },
    tap: (tapped: Tapped) => push(tapEvent(tapped, state)),
    /** Any other event. */
    happen: (type: string, event: object) => push(envelope(type, event, state)),
  }
}

interface Carried {
  readonly name: string
  readonly picture: boolean
  readonly text: string | undefined
}

function carried(key: string, { name, picture, text }: Carried): Pick<Said, 'type' | 'content'> {
  if (!picture) return { type: 'file', content: { file_key: key, file_name: name } }
  if (text === undefined) return { type: 'image', content: { image_key: key } }
  const line = [
    { tag: 'text', text },
    { tag: 'img', image_key: key },
  ]
  return { type: 'post', content: { title: '', content: [line] } }
}
