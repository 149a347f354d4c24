import type OpenAI from 'openai'
import { AppError } from '../errors.ts'

/** Any server that speaks the OpenAI chat interface. */
export interface Endpoint {
  readonly baseUrl: string | null
  readonly apiKey: string | null
  readonly model: string
}

export interface Call {
  readonly prompt: string
  readonly json: boolean
  /** Milliseconds until the call is given up. */
  readonly timeout: number
  readonly maxTokens: number
  /** Hears the text while it is written. */
  readonly heard?: (written: string) => void
}

/** One prompt in, the words out. Throws `model` with the reason; never tries twice on its own. */
export type Complete = (call: Call) => Promise<string>

/** The client is loaded and made at the first call: without a model nobody waits for it. */
export function completer(endpoint: Endpoint): Complete {
  let client: Promise<OpenAI> | null = null
  return async (call) => {
    client ??= connect(endpoint)
    return wordsOf(await request(await client, endpoint.model, call))
  }
}

async function connect({ baseUrl, apiKey }: Endpoint): Promise<OpenAI> {
  const { default: Client } = await import('openai')
  // Local servers want no key, the client insists on one.
  return new Client({ baseURL: baseUrl ?? undefined, apiKey: apiKey ?? 'none', maxRetries: 0 })
}

/** One answer, as far as we look at it. */
interface Written {
  readonly text: string
  readonly reason: string | null
  readonly refused: boolean
}

type Body = OpenAI.ChatCompletionCreateParamsNonStreaming

/** Some servers do not know response_format, or how to stream: they are asked once more without it, in what time is left. */
async function request(client: OpenAI, model: string, call: Call): Promise<Written> {
  const signal = AbortSignal.timeout(call.timeout)
  const body: Body = {
    model,
    temperature: 0,
    max_tokens: call.maxTokens,
    messages: [{ role: 'user', content: call.prompt }],
  }
  const whole = async (more: Partial<Body> = {}) =>
    read(await client.chat.completions.create({ ...body, ...more }, { signal }))
  const plain = async (error: unknown): Promise<Written> => {
    if (!isBadRequest(error)) throw error
    return whole()
  }
  if (call.json) return whole({ response_format: { type: 'json_object' } }).catch(plain)
  const { heard } = call
  if (!heard) return whole()
  return (await listen(client, { body, signal, heard }).catch(plain)) ?? whole()
}

function read(completion: OpenAI.ChatCompletion): Written {
  const choice = completion.choices?.[0]
  const message = choice?.message
  return { text: message?.content ?? '', reason: choice?.finish_reason ?? null, refused: !!message?.refusal }
}

interface Listening {
  readonly body: Body
  readonly signal: AbortSignal
  readonly heard: (written: string) => void
}

/** Null: the server said nothing in pieces. */
async function listen(client: OpenAI, { body, signal, heard }: Listening): Promise<Written | null> {
  let pieces = 0
  let text = ''
  let reason: string | null = null
  let refused = false
  for await (const piece of await client.chat.completions.create({ ...body, stream: true }, { signal })) {
    const choice = piece.choices?.[0]
    pieces += 1
    reason = choice?.finish_reason ?? reason
    refused ||= !!choice?.delta?.refusal
    const more = choice?.delta?.content ?? ''
    text += more
    if (more !== '') heard(text)
  }
  return pieces === 0 ? null : { text, reason, refused }
}

const isBadRequest = (error: unknown): boolean =>
  error instanceof Error && 'status' in error && (error.status === 400 || error.status === 422)

/** The words of an answer that is whole and no refusal. */
function wordsOf({ text: written, reason, refused }: Written): string {
  if (reason === 'length' || reason === 'content_filter') throw refusal(reason)
  if (refused) throw refusal('refusal')
  const text = withoutThought(written)
  if (text === '') throw refusal('empty')
  if (isRefusal(text)) throw refusal('refusal')
  return text
}

/** The error of words that are of no use. `reason` goes to the log. */
export const refusal = (reason: string) =>
  new AppError('model', '模型没有给出可用的回答。', { context: { reason } })

/** Reasoning models of some servers leave their thinking in the text. */
export const withoutThought = (text: string): string =>
  text.replace(/<think>[\s\S]*?(?:<\/think>|$)/g, '').trim()

/** 抱歉，我无法…: polite, and no answer. */
const isRefusal = (text: string): boolean =>
  /^(?:非常|很|十分)?(?:抱歉|对不起)|^作为(?:一个|一名)?(?:AI|人工智能|语言模型)|^(?:I'm sorry|I am sorry|Sorry|I cannot|I can't)/i.test(
    text,
  )

/** Why these words cannot be shown as a sentence; null: they can. Code and data are no sentence. */
export function faultOf(text: string): string | null {
  if (text === '') return 'empty'
  if (isRefusal(text)) return 'refusal'
  return /^[[{<]|```/.test(text) ? 'not prose' : null
}
