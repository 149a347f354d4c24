import type { ClauseRead, ClauseRow } from '../answer/ledger.ts'
import type { Embedder } from '../embed/embedder.ts'
import { fuse } from '../text/fuse.ts'
import type { Db } from './db.ts'
import { nearestClauses } from './embeddings.ts'
import type { LexicalKind } from './lexical.ts'
import { clausesById, readClauses } from './read-clauses.ts'
import { scoreClauses } from './score-clauses.ts'

export interface NearDeps {
  readonly db: Db
  readonly lexical: LexicalKind
  readonly embedder: Embedder
  /** Hears why the vectors were of no use this time; the words answer alone then. */
  readonly failed: (error: unknown) => void
}

/**
 * `Ledger.clauses` with the vector leg: clauses found by words and clauses near in meaning, fused by score. Reads
 * without `text` or tokens go by words alone.
 */
export function clausesWithVectors(deps: NearDeps): (read: ClauseRead) => Promise<ClauseRow[]> {
  const { db, lexical } = deps
  return async (read) => {
    const words = await readClauses(db, lexical, read)
    if (read.text === undefined || read.tokens === undefined) return words
    const near = await nearestOf(deps, { ...read, text: read.text })
    if (near.length === 0) return words
    const ids = [...new Set([...words, ...near].map((found) => found.id))]
    const fused = fuse(await scoreClauses(db, lexical, { tokens: read.tokens, ids }), near)
    const best = fused.slice(0, read.limit).map((found) => found.id)
    return clausesById(db, best)
  }
}

async function nearestOf({ db, embedder, failed }: NearDeps, read: ClauseRead & { readonly text: string }) {
  try {
    const [vector] = await embedder.embed([read.text], 'query')
    if (vector === undefined) return []
    const { documents, limit } = read
    return await nearestClauses(db, { model: embedder.model, vector, documents, limit })
  } catch (error) {
    failed(error)
    return []
  }
}
