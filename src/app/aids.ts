import type { Config } from '../config.ts'
import type { Embedder } from '../embed/embedder.ts'
import { openEmbedder } from '../embed/open-embedder.ts'
import { isAppError } from '../errors.ts'
import { createModel, type ModelLimits } from '../llm/create-model.ts'
import { type Model, noModel } from '../llm/model.ts'
import type { Log } from '../log.ts'
import { embeddingSettings, modelSettings } from './settings.ts'

/** What widens the rules where the settings name it: a model, and vectors beside the words. */
export interface Aids {
  readonly model: Model
  readonly embedder: Embedder | null
  readonly log: Pick<Log, 'debug' | 'warn'>
}

const silent = (): void => {}

/** The rules and the words alone. */
export const NO_AIDS: Aids = { model: noModel, embedder: null, log: { debug: silent, warn: silent } }

/** All seams together stay under 20 s, and a person waits for them. */
const LIMITS: ModelLimits = { place: 5_000, word: 5_000, converse: { timeout: 12_000, calls: 6 } }

/**
 * The model and the embedder of the settings. An embedder that cannot be opened is logged and done without, for
 * searching by words goes on; `doctor` says what to do. Throws `config` when a prompt file is wrong.
 */
export async function openAids(config: Config, log: Log): Promise<Aids> {
  const model = createModel(modelSettings(config), { log, now: () => performance.now(), limits: LIMITS })
  const embedder = await openEmbedder(embeddingSettings(config)).catch((error: unknown) => {
    if (!isAppError(error)) throw error
    log.warn({ err: error }, 'no vectors: words alone are searched')
    return null
  })
  return { model, embedder, log }
}
