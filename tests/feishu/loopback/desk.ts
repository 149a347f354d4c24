import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Loopback, startLoopback } from './server.ts'
import type { Options, Sent } from './state.ts'

interface Line {
  readonly id: string
  readonly chat: string
  readonly name: string
  readonly text: string
}

interface Asked {
  readonly from: string
  readonly chat: string
  readonly text: string
  readonly mention: boolean
  readonly messageId: string
  readonly value: unknown
  readonly form?: Readonly<Record<string, unknown>>
  /** A file: its name, and its bytes in base64. */
  readonly name: string
  readonly bytes: string
  readonly picture: boolean
}

/** The loopback platform with a page where one types as different people, in a group and in private. */
export async function openDesk(options: Options, names: readonly string[]): Promise<Loopback> {
  const said: Line[] = []
  const loopback = await startLoopback(options, (request, response) => {
    if (request.url !== '/' && !request.url?.startsWith('/loopback/')) return false
    serve(request, response).catch(() => response.destroy())
    return true
  })
  const people = names.map((name, i) => loopback.person(name, `ou_person${i + 1}`))
  const group = { id: loopback.chat('group'), name: '工作群' }
  const chats = [group, ...people.map((p) => ({ id: loopback.privateChat(p), name: `${p.name}的私聊` }))]

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url === '/') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      response.end(readFileSync(new URL('page.html', import.meta.url)))
      return
    }
    const body = await act(request.url ?? '', await read(request))
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body ?? {}))
  }

  async function act(path: string, asked: Asked): Promise<unknown> {
    const from = people.find((p) => p.openId === asked.from)
    if (path === '/loopback/drop') return loopback.drop()
    if (path === '/loopback/tap' && from) return tap(from, asked)
    if (path === '/loopback/say' && from) {
      const { messageId } = loopback.say({ from, chat: asked.chat, text: asked.text, mention: asked.mention })
      said.push({ id: messageId, chat: asked.chat, name: from.name, text: asked.text })
      return { messageId }
    }
    if (path === '/loopback/hand' && from) {
      const bytes = new Uint8Array(Buffer.from(asked.bytes, 'base64'))
      const { messageId } = loopback.hand({ from, chat: asked.chat }, asked.name, bytes, asked.picture)
      said.push({ id: messageId, chat: asked.chat, name: from.name, text: `[文件] ${asked.name}` })
      return { messageId }
    }
    return { said, sent: loopback.state.sent.map(latest), people, chats, connected: loopback.connected() }
  }

  async function tap(from: (typeof people)[number], { messageId, value, form }: Asked) {
    const ack = await loopback.tap({ from, messageId, value, ...(form && { form }) })
    const card = (ack.data as { card?: { data: unknown } } | undefined)?.card?.data
    const sent = loopback.state.sent.find((s) => s.id === messageId)
    if (card && sent) sent.patches.push(JSON.stringify(card))
    return ack
  }
  return loopback
}

/** A card as it looks after its patches. */
function latest(sent: Sent): Sent {
  return { ...sent, content: sent.patches.at(-1) ?? sent.content }
}

async function read(request: IncomingMessage): Promise<Asked> {
  const parts: Buffer[] = []
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part)
  return JSON.parse(Buffer.concat(parts).toString('utf8') || '{}')
}
