import type { Message } from '../../src/domain/message.ts'
import { createModel, type ModelLimits } from '../../src/llm/create-model.ts'
import type { Model } from '../../src/llm/model.ts'
import { type Script, type ScriptedEndpoint, scriptedEndpoint } from '../llm/scripted-endpoint.ts'

/** Milliseconds: more than a busy machine needs to hear the script. */
const LIMITS: ModelLimits = { place: 5_000, word: 5_000, converse: { timeout: 10_000, calls: 4 } }
/** For an endpoint that never answers. */
export const SHORT: ModelLimits = { place: 100, word: 100, converse: { timeout: 200, calls: 4 } }

export interface ScriptedModel {
  readonly model: Model
  readonly endpoint: ScriptedEndpoint
  readonly warned: string[]
}

/** The product's own model code against an endpoint that says what the script says. */
export async function scriptedModel(script: Script, limits = LIMITS): Promise<ScriptedModel> {
  const endpoint = await scriptedEndpoint(script)
  const warned: string[] = []
  const log = {
    info: () => {},
    warn: (facts: object, message: string) => void warned.push(`${message} ${JSON.stringify(facts)}`),
  }
  const model = createModel(
    { baseUrl: endpoint.baseUrl, apiKey: null, model: 'scripted' },
    { log, now: () => performance.now(), limits },
  )
  return { model, endpoint, warned }
}

/** What stands on the card in the bot's own voice: quotations of documents are theirs. */
export const voiceOf = (message: Message): string =>
  [
    message.title,
    ...message.blocks.flatMap((b) => (b.kind === 'text' || b.kind === 'note' ? [b.text] : [])),
  ].join('\n')
