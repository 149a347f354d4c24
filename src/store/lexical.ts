import type { Db } from './db.ts'

/**
 * How the server ranks words: BM25 by the extension pg_textsearch where it can be had, else Postgres' own text
 * index, with the rarity of each token weighed in SQL. Decided once at start; both read the same tokens.
 */
export type LexicalKind = 'bm25' | 'fulltext'

/** Builds the index this server can carry and says which. Safe to run at every start. */
export async function prepareLexical(db: Db): Promise<LexicalKind> {
  const kind = (await canBm25(db)) ? 'bm25' : 'fulltext'
  await db.query(kind === 'bm25' ? BM25_INDEX : FULLTEXT_INDEX)
  return kind
}

const BM25_INDEX = `create index if not exists chunk_bm25 on chunk using bm25 (tokens) with (text_config = 'simple')`

/** No text parser: our tokens are final, and a parser would cut 5g or drop what its locale does not know. */
const FULLTEXT_INDEX = `create index if not exists chunk_fulltext on chunk
  using gin (array_to_tsvector(string_to_array(tokens, ' ')))`

/** Read-only look at which kind a prepared database has; null before the first start. */
export async function findLexical(db: Db): Promise<LexicalKind | null> {
  const rows = await db.query<{ name: string }>(
    `select indexname as name from pg_indexes where schemaname = any (current_schemas(false)) and indexname in ('chunk_bm25', 'chunk_fulltext')`,
  )
  if (rows.some((r) => r.name === 'chunk_bm25')) return 'bm25'
  return rows.length > 0 ? 'fulltext' : null
}

/** The extension may be there but not loadable (it wants shared_preload_libraries on a real server): then do without. */
async function canBm25(db: Db): Promise<boolean> {
  const [offered] = await db.query(`select 1 from pg_available_extensions where name = 'pg_textsearch'`)
  if (offered === undefined) return false
  return db.query('create extension if not exists pg_textsearch').then(
    () => givesScores(db),
    () => false,
  )
}

/** The score an index scan has just made is to be had since its version 1.0. */
async function givesScores(db: Db): Promise<boolean> {
  const [row] = await db.query(`select 1 from pg_proc where proname = 'bm25_get_current_score'`)
  return row !== undefined
}
