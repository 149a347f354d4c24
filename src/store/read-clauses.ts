import type { ClauseRead, ClauseRow } from '../answer/ledger.ts'
import type { Db } from './db.ts'
import type { LexicalKind } from './lexical.ts'
import { CURRENT, DOCUMENT, SPAN } from './read-documents.ts'

const COLUMNS = `x.id, x.path, x.heading, x.body as text, ${DOCUMENT}, ${SPAN('x')}`
const CURRENT_OF = `${CURRENT} and ($1::bigint[] is null or d.id = any ($1))`
const FROM = `from chunk x join document d on d.id = x.document_id where ${CURRENT_OF}`

/** Clauses best first when `tokens` rank them; those that hold a word of `words` in document order otherwise. */
export function readClauses(db: Db, kind: LexicalKind, read: ClauseRead): Promise<ClauseRow[]> {
  if (read.tokens !== undefined) return ranked(db, kind, { ...read, tokens: read.tokens })
  const words = (read.words ?? []).map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
  return db.query<ClauseRow>(
    `select ${COLUMNS} ${FROM} and translate(x.body, '“”《》〈〉', '') ilike any ($2) order by d.issued_on desc nulls last, d.id, x.ordinal limit $3`,
    [read.documents, words, read.limit],
  )
}

/** These clauses, in the order of `ids`; those no longer current are left out. */
export function clausesById(db: Db, ids: readonly number[]): Promise<ClauseRow[]> {
  return db.query<ClauseRow>(
    `select ${COLUMNS} from chunk x join document d on d.id = x.document_id
     where ${CURRENT} and x.id = any ($1) order by array_position($1::bigint[], x.id)`,
    [ids],
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
    ? db.query<ClauseRow>(BM25, [read.documents, read.tokens.join(' '), read.limit, unique])
    : db.query<ClauseRow>(FULLTEXT, [read.documents, unique, read.limit])
}

const BEST = `select ${COLUMNS} from best join chunk x on x.id = best.id join document d on d.id = x.document_id
  order by best.score desc, x.id`

/**
 * Parameters need the index named. The documents are looked up first and the clauses ranked without a join, else the
 * planner scores every clause instead of reading the best off the index; and the score itself is never asked for: it
 * costs 0.2 ms a clause, its place in the order nothing. The index also returns clauses without any token, last.
 * What a question says twice counts twice: each token once, law-articles fell from .603 hit@1 to .598.
 */
const BM25 = `
with best as materialized (
  select id, tokens, row_number() over () as place from (
    select id, tokens from chunk
    where document_id = any (array(select d.id from document d where ${CURRENT_OF}))
    order by tokens <@> to_bm25query($2, 'chunk_bm25') limit $3) as ranked)
select ${COLUMNS} from best join chunk x on x.id = best.id join document d on d.id = x.document_id
where string_to_array(best.tokens, ' ') && $4::text[] order by best.place`

/**
 * Without BM25 on the server: the same formula (k1 1.2, b 0.75) over the text index, each token counted once a clause.
 * Every token is looked up in the index by itself, so cost follows the number of finds and not of clauses.
 */
const FULLTEXT = `
with size as (select greatest(count(*), 1)::float as n, avg(length(tokens)) as mean from chunk),
hit as materialized (
  select q.token, c.id, length(c.tokens) as length
  from unnest($2::text[]) as q(token)
  join chunk c on array_to_tsvector(string_to_array(c.tokens, ' ')) @@ quote_literal(q.token)::tsquery),
rarity as (
  select token, ln(1 + (size.n - count(*) + 0.5) / (count(*) + 0.5)) as weight from hit, size group by token, size.n),
best as (
  select x.id, sum(rarity.weight * 2.2 / (1 + 1.2 * (0.25 + 0.75 * hit.length / size.mean))) as score
  from hit join rarity using (token) cross join size
  join chunk x on x.id = hit.id join document d on d.id = x.document_id
  where ${CURRENT_OF}
  group by x.id order by score desc, x.id limit $3)
${BEST}`
