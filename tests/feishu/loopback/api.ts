import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Answer, type Call, data, faulty, top } from './answer.ts'
import { cardRefusal } from './card-rules.ts'
import { addCommand, listCommands, mendCommand } from './commands.ts'
import { department, formOf, resource, upload, user } from './files-people.ts'
import { admit, admitCall, lineOf, type Refusal } from './rates.ts'
import { type Fault, privateChatId, type Sent, type State } from './state.ts'

type Route = readonly [method: string, path: RegExp, serve: (call: Call) => Answer]

const ROUTES: readonly Route[] = [
  ['GET', /^\/bot\/v3\/info$/, ({ state }) => top({ bot: { open_id: state.botId, app_name: '督办助手' } })],
  ['POST', /^\/im\/v1\/messages$/, create],
  ['POST', /^\/im\/v1\/messages\/([^/]+)\/reply$/, reply],
  ['PATCH', /^\/im\/v1\/messages\/([^/]+)$/, patch],
  ['PATCH', /^\/im\/v1\/messages\/([^/]+)\/urgent_app$/, urgent],
  ['GET', /^\/im\/v1\/messages\/([^/]+)\/read_users$/, readUsers],
  ['GET', /^\/im\/v1\/messages\/([^/]+)\/resources\/([^/]+)$/, resource],
  ['POST', /^\/im\/v1\/files$/, upload],
  ['GET', /^\/application\/v7\/app_slash_commands$/, listCommands],
  ['POST', /^\/application\/v7\/app_slash_commands$/, addCommand],
  ['PATCH', /^\/application\/v7\/app_slash_commands\/([^/]+)$/, mendCommand],
  ['GET', /^\/im\/v1\/chats\/([^/]+)$/, chat],
  ['GET', /^\/contact\/v3\/users\/([^/]+)$/, user],
  ['GET', /^\/contact\/v3\/departments\/([^/]+)$/, department],
]

/** One call to /open-apis, after faults and the token were looked at. */
export async function serveApi(
  request: IncomingMessage,
  response: ServerResponse,
  state: State,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://loopback')
  const path = url.pathname.replace('/open-apis', '')
  const body = await bodyOf(request)
  const method = request.method ?? ''
  const line = lineOf(method, path)
  const limited = line === null ? null : admitCall(line, state)
  const at = limited ? -1 : state.faults.findIndex((f) => f.path.test(path))
  const fault = at < 0 ? undefined : state.faults.splice(at, 1)[0]
  const answer =
    refusalOf(fault, limited) ?? route({ method, path, query: url.searchParams, body }, request, state)
  const silent = fault?.lost === true || fault?.hang !== undefined
  state.requests.push({ method, path, status: silent ? 0 : answer.status })
  if (fault?.lost) response.destroy()
  else if (fault?.hang === undefined) send(response, answer)
  state.changed()
}

function refusalOf(fault: Fault | undefined, limited: Refusal | null): Answer | null {
  if (limited) return faulty(limited.status, limited.code, limited.headers)
  if (!fault || fault.lost || fault.hang === 'done') return null
  return faulty(fault.status ?? 500, fault.code ?? 0, fault.headers)
}

function send(response: ServerResponse, answer: Answer): void {
  const raw = answer.body instanceof Uint8Array
  const type = raw ? 'application/octet-stream' : 'application/json'
  response.writeHead(answer.status, { 'content-type': type, ...answer.headers })
  response.end(raw ? answer.body : JSON.stringify(answer.body))
}

function route(
  asked: {
    readonly method: string
    readonly path: string
    readonly query: URLSearchParams
    readonly body: Call['body']
  },
  request: IncomingMessage,
  state: State,
): Answer {
  if (asked.path === '/auth/v3/tenant_access_token/internal') return token(asked.body, state)
  const bearer = (request.headers.authorization ?? '').replace('Bearer ', '')
  if ((state.tokens.get(bearer) ?? 0) < Date.now()) return faulty(400, 99991663)
  for (const [method, pattern, serve] of ROUTES) {
    const match = method === asked.method ? pattern.exec(asked.path) : null
    if (match) return serve({ state, params: match.slice(1), query: asked.query, body: asked.body })
  }
  return faulty(404, 99991404)
}

function token(body: Call['body'], state: State): Answer {
  state.tokenRequests += 1
  if (body.app_id !== state.appId || body.app_secret !== state.appSecret) return faulty(200, 10014)
  const expire = state.options.tokenSeconds ?? 7200
  const value = `t-${state.id('token')}`
  state.tokens.set(value, Date.now() + expire * 1000)
  return top({ tenant_access_token: value, expire })
}

function create({ state, query, body }: Call): Answer {
  const to = String(body.receive_id)
  const byChat = query.get('receive_id_type') === 'chat_id'
  if (byChat ? !state.chats.has(to) : !state.people.has(to)) return faulty(400, 230034)
  const chatId = byChat ? to : privateChatId(to)
  if (!byChat) state.chats.set(chatId, 'p2p')
  return keep({ state, body, kind: 'create', to, chat: chatId })
}

function reply({ state, params, body }: Call): Answer {
  const chatId = state.chatOf.get(params[0] ?? '')
  if (chatId === undefined) return faulty(400, 230011)
  return keep({ state, body, kind: 'reply', to: params[0] ?? '', chat: chatId })
}

interface Keeping extends Pick<Call, 'state' | 'body'>, Pick<Sent, 'kind' | 'to' | 'chat'> {}

function keep({ state, body, kind, to, chat: chatId }: Keeping): Answer {
  const uuid = String(body.uuid ?? '')
  const before = uuid === '' ? undefined : state.byUuid.get(uuid)
  if (before) return data({ message_id: before.id })
  const type = String(body.msg_type)
  const content = String(body.content)
  const refused = admit(chatId, state) ?? cardRefusal(type, content)
  if (refused) return faulty(refused.status, refused.code, refused.headers, refused.msg)
  const id = state.id('om')
  const inThread = body.reply_in_thread === true
  const sent: Sent = {
    id,
    kind,
    to,
    chat: chatId,
    inThread,
    type,
    content,
    uuid,
    at: performance.now(),
    patches: [],
    readBy: new Set(),
  }
  state.sent.push(sent)
  state.chatOf.set(id, chatId)
  if (uuid !== '') state.byUuid.set(uuid, sent)
  return data({ message_id: id, chat_id: chatId, msg_type: type })
}

function patch({ state, params, body }: Call): Answer {
  const sent = state.sent.find((s) => s.id === params[0])
  if (!sent) return faulty(400, 230011)
  const refused = cardRefusal('interactive', String(body.content))
  if (refused) return faulty(refused.status, refused.code, undefined, refused.msg)
  sent.patches.push(String(body.content))
  return data({})
}

function urgent({ state, params, body }: Call): Answer {
  const users = (body.user_id_list ?? []) as string[]
  state.urgent.push({ messageId: params[0] ?? '', users })
  return data({ invalid_user_id_list: users.filter((u) => !state.people.has(u)) })
}

function readUsers({ state, params }: Call): Answer {
  const sent = state.sent.find((s) => s.id === params[0])
  if (!sent) return faulty(400, 230011)
  const items = [...sent.readBy].map((id) => {
    return {
      user_id: id,
      user_id_type: 'open_id',
      timestamp: String(state.readAt.get(`${sent.id}/${id}`) ?? 1),
    }
  })
  return data({ items, has_more: false })
}

function chat({ state, params }: Call): Answer {
  const mode = state.chats.get(params[0] ?? '')
  return mode
    ? data({ chat_mode: mode, name: state.chatNames.get(params[0] ?? '') ?? '' })
    : faulty(400, 232006)
}

/** Bodies are JSON; GETs of the SDK may carry an empty one. */
async function bodyOf(request: IncomingMessage): Promise<Call['body']> {
  const parts: Buffer[] = []
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part)
  const type = request.headers['content-type'] ?? ''
  if (type.startsWith('multipart/')) return formOf(Buffer.concat(parts), type)
  const text = Buffer.concat(parts).toString('utf8')
  return text === '' ? {} : JSON.parse(text)
}
