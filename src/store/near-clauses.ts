import type { ClauseRead, ClauseRow } from '../answer/ledger.ts'
import type { Embedder } from '../embed/embedder.ts'
import type { Db } from './db.ts'
import { nearestClauses } from './embeddings.ts'
import type { LexicalKind } from './lexical.ts'
import { type FoundClause, rankClauses } from './rank-clauses.ts'
import { bestOf, readClauses } from './read-clauses.ts'

export interface NearDeps {
  readonly db: Db
  readonly lexical: LexicalKind
  readonly embedder: Embedder
  /** Hears why the vectors were of no use this time; the words answer alone then. */
  readonly failed: (error: unknown) => void
}

/**
 * `Ledger.clauses` with the vector leg: clauses found by words and clauses near in meaning, sought at once and fused. Reads
 * without `text` or tokens go by words alone.
 */
export function clausesWithVectors(deps: NearDeps): (read: ClauseRead) => Promise<ClauseRow[]> {
  const { db, lexical } = deps
  return async (read) => {
    const { text, tokens } = read
    if (text === undefined || tokens === undefined) return readClauses(db, lexical, read)
    const [words, near] = await Promise.all([
      rankClauses(db, lexical, { ...read, tokens }),
      nearestOf(deps, { ...read, text }),
    ])
    return bestOf(tokens, united(words, near)).slice(0, read.limit)
  }
}

/** Each clause once, with both its scores. */
function united(words: readonly FoundClause[], near: readonly FoundClause[]): FoundClause[] {
  const cosines = new Map(near.map((clause) => [clause.id, clause.near]))
  const said = words.map((clause) => ({ ...clause, near: cosines.get(clause.id) ?? 0 }))
  const ids = new Set(words.map(({ id }) => id))
  return [...said, ...near.filter(({ id }) => !ids.has(id))]
}

async function nearestOf(
  { db, embedder, failed }: NearDeps,
  { text, documents, limit }: ClauseRead & { readonly text: string },
): Promise<FoundClause[]> {
  try {
    const [vector] = await embedder.embed([text], 'query')
    if (vector === undefined) return []
    return await nearestClauses(db, { model: embedder.model, vector, documents, limit })
  } catch (error) {
    failed(error)
    return []
  }
}
