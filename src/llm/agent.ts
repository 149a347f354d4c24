import { z } from 'zod'
import { type Endpoint, faultOf, refusal, withoutThought } from './endpoint.ts'
import type { Conversing, Evidence, Spoken } from './model.ts'
import { DRAFT, type Draft, toQuery } from './query-schema.ts'

export interface AgentLimits {
  /** Milliseconds for the whole talk with the model. */
  readonly timeout: number
  /** Calls of the model, the last one included. */
  readonly calls: number
}

export interface Talk {
  readonly system: string
  readonly limits: AgentLimits
  /** Hears the last answer while it is written, and what was looked up before it. */
  readonly heard?: (written: string, evidence: readonly Evidence[]) => void
}

/**
 * Lets the model look things up and answer. Throws `model` when it looks nothing up, runs in circles, refuses, or
 * runs out of time. Its tools only read; there are no others it could call.
 */
export async function converseWith(endpoint: Endpoint, asked: Conversing, talk: Talk): Promise<Spoken> {
  const { createAgent, modelCallLimitMiddleware } = await import('langchain')
  const gathered: Evidence[] = []
  const agent = createAgent({
    model: await chatModel(endpoint, talk.limits),
    tools: await toolsOf(asked, gathered),
    systemPrompt: talk.system,
    middleware: [modelCallLimitMiddleware({ runLimit: talk.limits.calls, exitBehavior: 'error' })],
  })
  const messages = [...asked.history, asked.text].map((content) => ({ role: 'user', content }))
  const how = {
    signal: AbortSignal.timeout(talk.limits.timeout),
    recursionLimit: talk.limits.calls * 4,
  }
  if (!talk.heard) return spoken(lastWords(await agent.invoke({ messages }, how)), gathered)
  let state: State = { messages: [] }
  const hear = createEar((written) => talk.heard?.(written, gathered))
  for await (const [mode, value] of await agent.stream({ messages }, { ...how, streamMode: [...MODES] })) {
    if (mode === 'values') state = value
    else hear(value[0])
  }
  return spoken(lastWords(state), gathered)
}

const MODES = ['values', 'messages'] as const

interface Piece {
  readonly id?: string | undefined
  readonly type: string
  readonly text: string
}
interface State {
  readonly messages: readonly Piece[]
}

const lastWords = ({ messages }: State): string => messages.findLast((m) => m.type === 'ai')?.text ?? ''

/** Pieces of one message belong together; what the tools bring is nobody's words. */
function createEar(heard: (written: string) => void): (piece: Piece) => void {
  let id: string | undefined
  let written = ''
  return (piece) => {
    if (piece.type !== 'ai' || piece.text === '') return
    written = piece.id === id ? written + piece.text : piece.text
    id = piece.id
    heard(written)
  }
}

function spoken(words: string, evidence: readonly Evidence[]): Spoken {
  const text = withoutThought(words)
  const reason = faultOf(text) ?? (evidence.length === 0 ? 'no evidence' : null)
  if (reason !== null) throw refusal(reason)
  return { text, evidence }
}

async function chatModel({ baseUrl, apiKey, model }: Endpoint, { timeout }: AgentLimits) {
  const { ChatOpenAI } = await import('@langchain/openai')
  const configuration = { baseURL: baseUrl ?? undefined }
  return new ChatOpenAI({
    model,
    apiKey: apiKey ?? 'none',
    configuration,
    timeout,
    maxRetries: 0,
    temperature: 0,
  })
}

async function toolsOf(asked: Conversing, gathered: Evidence[]) {
  const { tool } = await import('langchain')
  const keep = (evidence: Evidence): string => {
    gathered.push(evidence)
    return material(evidence.text)
  }
  const lookUp = async (draft: Draft): Promise<string> => {
    const query = toQuery(draft, asked.text, asked.lookup)
    return query === null
      ? '名录里没有这个单位或文件，请换一个名称再查。'
      : keep(await asked.tools.query(query))
  }
  return [
    tool(lookUp, {
      name: 'look_up',
      description: '按单位、文件、序号、指标、时限等条件查任务库（只读）',
      schema: DRAFT,
    }),
    tool(async ({ text }: { text: string }) => keep(await asked.tools.search(text)), {
      name: 'search',
      description: '在文件原文里找有关条款（只读）',
      schema: z.object({ text: z.string().min(1).max(200).describe('要找的内容') }),
    }),
  ]
}

/** Document text is fenced, and cannot close its own fence. */
const material = (text: string): string => `<资料>\n${text.replaceAll('资料>', '资料＞')}\n</资料>`
