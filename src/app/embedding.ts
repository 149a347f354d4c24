import type { Embedder } from '../embed/embedder.ts'
import type { Log } from '../log.ts'
import type { Db } from '../store/db.ts'
import { clausesToEmbed, saveEmbeddings } from '../store/embeddings.ts'
import { keepDoing } from './every.ts'

const BATCH = 200
/** Another process may bring documents in: looked for this often. */
const LOOK_MS = 60_000

export interface EmbeddingDeps {
  readonly db: Db
  readonly embedder: Embedder
}

/** Makes a vector of every clause that has none; returns how many. Throws `model` when the embedder fails. */
export async function embedPending(deps: EmbeddingDeps, goOn: () => boolean = () => true): Promise<number> {
  let made = 0
  while (goOn()) {
    const some = await embedSome(deps)
    if (some === 0) break
    made += some
  }
  return made
}

async function embedSome({ db, embedder }: EmbeddingDeps): Promise<number> {
  const clauses = await clausesToEmbed(db, embedder.model, BATCH)
  if (clauses.length === 0) return 0
  const vectors = await embedder.embed(clauses.map((clause) => clause.text))
  const rows = clauses.map(({ id }, i) => ({ id, vector: vectors[i] ?? new Float32Array() }))
  await saveEmbeddings(db, embedder.model, rows)
  return clauses.length
}

/** Keeps the vectors up to date beside the talk. A failure is logged and tried again. Returns how to stop. */
export function keepEmbedding(deps: EmbeddingDeps & { readonly log: Log }): () => Promise<void> {
  let stopped = false
  const catchUp = async (): Promise<void> => {
    const made = await embedPending(deps, () => !stopped)
    if (made > 0) deps.log.info({ made, model: deps.embedder.model }, 'clauses embedded')
  }
  const stop = keepDoing(LOOK_MS, catchUp, (err) => deps.log.warn({ err }, 'clauses could not be embedded'))
  return () => {
    stopped = true
    return stop()
  }
}
