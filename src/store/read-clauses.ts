import type { ClauseRead, ClauseRow } from '../answer/ledger.ts'
import type { Db } from './db.ts'
import type { LexicalKind } from './lexical.ts'
import { CURRENT, DOCUMENT, SPAN } from './read-documents.ts'

const COLUMNS = `x.id, x.path, x.heading, x.body as text, ${DOCUMENT}, ${SPAN('x')}`
const FROM = `from chunk x join document d on d.id = x.document_id where ${CURRENT} and ($1::bigint[] is null or d.id = any ($1))`

/** Clauses best first when `tokens` rank them; those that hold a word of `words` in document order otherwise. */
export function readClauses(db: Db, kind: LexicalKind, read: ClauseRead): Promise<ClauseRow[]> {
  if (read.tokens !== undefined) return ranked(db, kind, { ...read, tokens: read.tokens })
  const words = (read.words ?? []).map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
  return db.query<ClauseRow>(
    `select ${COLUMNS} ${FROM} and translate(x.body, '“”《》〈〉', '') ilike any ($2) order by d.issued_on desc nulls last, d.id, x.ordinal limit $3`,
    [read.documents, words, read.limit],
  )
}

async function ranked(
  db: Db,
  kind: LexicalKind,
  read: ClauseRead & { readonly tokens: readonly string[] },
): Promise<ClauseRow[]> {
  if (read.tokens.length === 0) return []
  const unique = [...new Set(read.tokens)]
  return kind === 'bm25'
    ? db.query<ClauseRow>(BM25, [read.documents, unique.join(' '), read.limit])
    : db.query<ClauseRow>(FULLTEXT, [read.documents, unique, read.limit])
}

/** pg_textsearch scores below nought, best lowest; the index must be named where parameters hide the constant. */
const BM25 = `select ${COLUMNS} ${FROM} order by x.tokens <@> to_bm25query($2, 'chunk_bm25') limit $3`

/**
 * Without BM25: clauses holding any token through the text index, ranked by the sum of the tokens' rarity
 * (ln(N / n)), a little discounted for length.
 */
const FULLTEXT = `
with total as (select greatest(count(*), 1)::float as n from chunk),
token as (
  select q.token, ln(1 + (select n from total) / (1 + (select count(*) from chunk c
    where array_to_tsvector(string_to_array(c.tokens, ' ')) @@ quote_literal(q.token)::tsquery))) as weight
  from unnest($2::text[]) as q(token))
select ${COLUMNS} ${FROM}
  and array_to_tsvector(string_to_array(x.tokens, ' ')) @@ (select string_agg(quote_literal(token), ' | ')::tsquery from token)
order by (select sum(t.weight) from token t where position(' ' || t.token || ' ' in ' ' || x.tokens || ' ') > 0)
  / (1 + 0.15 * ln(1 + length(x.tokens) / 400.0)) desc nulls last
limit $3`
