import type { Message } from '../../src/domain/message.ts'
import { createModel } from '../../src/llm/create-model.ts'
import type { Model } from '../../src/llm/model.ts'
import { type Script, type ScriptedEndpoint, scriptedEndpoint } from '../llm/scripted-endpoint.ts'

/** Milliseconds: short, so that a silent endpoint is given up while the test waits. */
const LIMITS = { place: 200, word: 200, converse: { timeout: 600, calls: 4 } } as const

export interface ScriptedModel {
  readonly model: Model
  readonly endpoint: ScriptedEndpoint
  readonly warned: string[]
}

/** The product's own model code against an endpoint that says what the script says. */
export async function scriptedModel(script: Script): Promise<ScriptedModel> {
  const endpoint = await scriptedEndpoint(script)
  const warned: string[] = []
  const log = {
    info: () => {},
    warn: (facts: object, message: string) => void warned.push(`${message} ${JSON.stringify(facts)}`),
  }
  const model = createModel(
    { baseUrl: endpoint.baseUrl, apiKey: null, model: 'scripted' },
    { log, now: () => performance.now(), limits: LIMITS },
  )
  return { model, endpoint, warned }
}

/** What stands on the card in the bot's own voice: quotations of documents are theirs. */
export const voiceOf = (message: Message): string =>
  [
    message.title,
    ...message.blocks.flatMap((b) => (b.kind === 'text' || b.kind === 'note' ? [b.text] : [])),
  ].join('\n')
