import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the endpoint was asked, as far as tests look at it. */
export interface Heard {
  readonly path: string
  readonly body: {
    readonly messages?: readonly {
      readonly role: string
      readonly content: unknown
      readonly tool_call_id?: string
    }[]
    readonly tools?: readonly { readonly function: { readonly name: string } }[]
    readonly response_format?: unknown
    readonly input?: readonly string[]
    readonly dimensions?: number
    readonly model?: string
    readonly stream?: boolean
  }
}

export type Scripted =
  | { readonly say: string; readonly finish?: string; readonly refusal?: string }
  | { readonly call: string; readonly args: unknown }
  | { readonly status: number; readonly raw?: string }
  | { readonly raw: string }
  | { readonly silence: true }
  | { readonly vectors: readonly (readonly number[])[] }

export type Script = (heard: Heard, turn: number) => Scripted

export interface ScriptedEndpoint {
  readonly baseUrl: string
  readonly heard: readonly Heard[]
  readonly close: () => Promise<void>
}

/** An OpenAI-compatible server on loopback that says what the script says. */
export async function scriptedEndpoint(script: Script): Promise<ScriptedEndpoint> {
  const heard: Heard[] = []
  const server = createServer((req, res) => {
    void readBody(req).then((body) => {
      heard.push({ path: req.url ?? '', body })
      const scripted = script(heard.at(-1)!, heard.length)
      if (body.stream === true && ('say' in scripted || 'call' in scripted)) stream(res, scripted)
      else reply(res, scripted)
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const close = async () => {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
  return { baseUrl: `http://127.0.0.1:${port}/v1`, heard, close }
}

async function readBody(req: IncomingMessage): Promise<Heard['body']> {
  const parts: Buffer[] = []
  for await (const part of req) parts.push(part as Buffer)
  return JSON.parse(Buffer.concat(parts).toString('utf8') || '{}') as Heard['body']
}

function reply(res: ServerResponse, scripted: Scripted): void {
  if ('silence' in scripted) return
  const status = 'status' in scripted ? scripted.status : 200
  res.writeHead(status, { 'content-type': 'application/json' })
  res.end('raw' in scripted && scripted.raw !== undefined ? scripted.raw : JSON.stringify(bodyOf(scripted)))
}

type Spoken = Extract<Scripted, { readonly say: string } | { readonly call: string }>

/** A few letters at a time, as servers do. */
const PIECE = 4

function stream(res: ServerResponse, scripted: Spoken): void {
  res.writeHead(200, { 'content-type': 'text/event-stream' })
  const id = `c${++completions}`
  const write = (delta: object, finish: string | null = null) => {
    const choices = [{ index: 0, delta, finish_reason: finish }]
    const body = { id, object: 'chat.completion.chunk', created: 0, model: 'scripted', choices }
    res.write(`data: ${JSON.stringify(body)}\n\n`)
  }
  write({ role: 'assistant', content: '' })
  if ('say' in scripted) {
    for (let i = 0; i < scripted.say.length; i += PIECE) write({ content: scripted.say.slice(i, i + PIECE) })
    if (scripted.refusal) write({ refusal: scripted.refusal })
    write({}, scripted.finish ?? 'stop')
  } else {
    const call = { name: scripted.call, arguments: JSON.stringify(scripted.args) }
    write({ tool_calls: [{ index: 0, id: 'call_1', type: 'function', function: call }] })
    write({}, 'tool_calls')
  }
  res.end('data: [DONE]\n\n')
}

function bodyOf(scripted: Scripted): unknown {
  if ('vectors' in scripted)
    return {
      object: 'list',
      data: scripted.vectors.map((embedding, index) => ({ object: 'embedding', index, embedding })),
    }
  if ('status' in scripted) return { error: { message: 'scripted failure' } }
  if ('say' in scripted) {
    const message = { role: 'assistant', content: scripted.say, refusal: scripted.refusal ?? null }
    return completion(message, scripted.finish ?? 'stop')
  }
  if ('call' in scripted) {
    const call = { name: scripted.call, arguments: JSON.stringify(scripted.args) }
    const tool_calls = [{ id: 'call_1', type: 'function', function: call }]
    return completion({ role: 'assistant', content: null, tool_calls }, 'tool_calls')
  }
  return {}
}

let completions = 0
/** Ids differ, as they do on a real server: the agent tells messages apart by them. */
const completion = (message: object, finish: string) => ({
  id: `c${++completions}`,
  object: 'chat.completion',
  created: 0,
  model: 'scripted',
  choices: [{ index: 0, message, finish_reason: finish }],
  usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
})
