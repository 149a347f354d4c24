import type { ClauseRow } from '../../answer/ledger.ts'
import type { Embedder } from '../../embed/embedder.ts'
import { clausesWithVectors } from '../../store/near-clauses.ts'
import { readClauses } from '../../store/read-clauses.ts'
import { questionTokens } from '../../text/question-tokens.ts'
import { embedPending } from '../embedding.ts'
import type { Session } from '../session.ts'

/** How deep each leg is read before the two are put together, as the answerers read. */
const DEPTH = 40

/** One search through the product's own store, best first. Vectors that fail are an error here, not a fallback. */
export async function searchClauses(
  { db, lexical }: Session,
  text: string,
  embedder: Embedder | null,
): Promise<readonly ClauseRow[]> {
  const read = { documents: null, tokens: questionTokens(text), text, limit: DEPTH }
  if (embedder === null) return readClauses(db, lexical, read)
  const failed = (error: unknown): never => {
    throw error
  }
  return clausesWithVectors({ db, lexical, embedder, failed })(read)
}

/** Makes a vector of every clause that has none. */
export async function embedClauses({ db }: Session, embedder: Embedder): Promise<void> {
  await embedPending({ db, embedder })
}
