import type { ClauseRead, ClauseRow } from '../answer/ledger.ts'
import { fuse } from '../text/fuse.ts'
import type { Db } from './db.ts'
import type { LexicalKind } from './lexical.ts'
import { CLAUSE, CURRENT_OF, type FoundClause, rankClauses } from './rank-clauses.ts'

/** Clauses best first when `tokens` rank them; those that hold a word of `words` in document order otherwise. */
export async function readClauses(db: Db, kind: LexicalKind, read: ClauseRead): Promise<ClauseRow[]> {
  const { tokens, words = [], documents, limit } = read
  if (tokens !== undefined) return bestOf(tokens, await rankClauses(db, kind, { ...read, tokens }))
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
  return db.query<ClauseRow>(HOLDING, [documents, patterns, limit])
}

/** The finds of one or both searches in one order, without their scores. */
export function bestOf(tokens: readonly string[], found: readonly FoundClause[]): ClauseRow[] {
  return fuse(tokens, found).map(({ words: _, near: __, ...clause }) => clause)
}

const HOLDING = `
select ${CLAUSE} from chunk x join document d on d.id = x.document_id
where ${CURRENT_OF} and translate(x.body, '“”《》〈〉', '') ilike any ($2)
order by d.issued_on desc nulls last, d.id, x.ordinal limit $3`
