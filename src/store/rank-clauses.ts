import type { ClauseRead, ClauseRow } from '../answer/ledger.ts'
import { bm25 } from '../text/bm25.ts'
import type { Found } from '../text/fuse.ts'
import type { Db } from './db.ts'
import type { LexicalKind } from './lexical.ts'
import { CURRENT, DOCUMENT, SPAN } from './read-documents.ts'

/** A clause with what each search gives it. */
export type FoundClause = ClauseRow & Found

export const CLAUSE = `x.id, x.path, x.heading, x.body as text, ${DOCUMENT}, ${SPAN('x')}`
export const CURRENT_OF = `${CURRENT} and ($1::bigint[] is null or d.id = any ($1))`

type RankedRead = ClauseRead & { readonly tokens: readonly string[] }

/** Clauses that hold one of the tokens, by BM25, best first. */
export async function rankClauses(db: Db, kind: LexicalKind, read: RankedRead): Promise<FoundClause[]> {
  const { documents, tokens, limit } = read
  if (tokens.length === 0) return []
  if (documents !== null && documents.length <= FEW) return rankOwn(db, read)
  if (kind === 'fulltext') return db.query<FoundClause>(FULLTEXT, [documents, [...new Set(tokens)], limit])
  const query = tokens.join(' ')
  const found = await readBest(db, documents, { query, limit })
  const [first] = found
  const scored = found.some(({ words }) => words !== first?.words) ? found : await rescored(db, found, query)
  return scored.filter(({ words }) => words > 0)
}

interface Sought {
  readonly query: string
  readonly limit: number
}

/** Nearly all clauses are of current documents: twice as many are read as wanted, and only where that is too few are others passed over. */
async function readBest(
  db: Db,
  documents: readonly number[] | null,
  { query, limit }: Sought,
): Promise<FoundClause[]> {
  const open = documents === null ? await db.query<FoundClause>(OPEN, [query, 2 * limit, limit]) : []
  return open.length === limit ? open : db.query<FoundClause>(WITHIN, [documents, query, limit])
}

/**
 * An index scan throws away what other documents hold until enough is left: for one plan of a thousand 300 to 1,300 ms.
 * Taking all clauses of a few plans and ranking them here takes 2 to 10, and rarity is that of their own words.
 */
const FEW = 5

async function rankOwn(db: Db, { documents, tokens, limit }: RankedRead): Promise<FoundClause[]> {
  const own = await db.query<{ id: number; tokens: string }>(OWN, [documents])
  const scores = bm25(
    tokens,
    own.map((clause) => clause.tokens.split(' ')),
  )
  const scored = own.map(({ id }, i) => ({ id, words: scores[i] ?? 0 })).filter(({ words }) => words > 0)
  const best = scored.sort((a, b) => b.words - a.words).slice(0, limit)
  return db.query<FoundClause>(GIVEN, [best.map(({ id }) => id), best.map(({ words }) => words)])
}

const OWN = `select x.id, x.tokens from chunk x join document d on d.id = x.document_id where ${CURRENT_OF} order by x.id`

const GIVEN = `
select ${CLAUSE}, best.words, 0 as near
from unnest($1::bigint[], $2::float8[]) as best (id, words)
join chunk x on x.id = best.id join document d on d.id = x.document_id order by best.words desc, x.id`

/**
 * Parameters need the index named. The score is the one the index scan has just made: asked for by the operator it costs
 * 0.2 ms a clause, and so does the order by it in a `with` query, where the extension does not see that it has it. What a
 * question says twice counts twice: each token once, law-articles fell from .603 hit@1 to .598.
 */
const ranked = (where: string, [query, limit]: readonly [string, string]): string => `
select ${CLAUSE}, best.score as words, 0 as near
from (
  select id, score, row_number() over () as place from (
    select id, -bm25_get_current_score() as score from chunk ${where}
    order by tokens <@> to_bm25query(${query}, 'chunk_bm25') limit ${limit}) as scan) as best
join chunk x on x.id = best.id join document d on d.id = x.document_id`

const OPEN = `${ranked('', ['$1', '$2'])} where ${CURRENT} order by best.place limit $3`

/**
 * The documents are looked up first and the clauses ranked without a join, else the planner scores every clause instead of
 * reading the best off the index. How many pass the index cannot guess, and ranks thousands: of 300,000 clauses 9 ms, against 3.
 */
const WITHIN = `${ranked(`where document_id = any (array(select d.id from document d where ${CURRENT_OF}))`, ['$2', '$3'])}
order by best.place`

/** A table of a few rows is sorted without the index, and the scan's score is then one figure for all: the dear way. */
async function rescored(db: Db, found: readonly FoundClause[], query: string): Promise<FoundClause[]> {
  if (found.length === 0) return []
  const ids = found.map(({ id }) => id)
  const rows = await db.query<{ id: number; words: number }>(SCORES, [ids, query])
  const scores = new Map(rows.map(({ id, words }) => [id, words]))
  return found.map((clause) => ({ ...clause, words: scores.get(clause.id) ?? 0 }))
}

const SCORES = `select id, -(tokens <@> to_bm25query($2, 'chunk_bm25')) as words from chunk where id = any ($1)`

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
  select id, score, row_number() over (order by score desc, id) as place from (
    select x.id, sum(rarity.weight * 2.2 / (1 + 1.2 * (0.25 + 0.75 * hit.length / size.mean))) as score
    from hit join rarity using (token) cross join size
    join chunk x on x.id = hit.id join document d on d.id = x.document_id
    where ${CURRENT_OF}
    group by x.id order by score desc, x.id limit $3) as scored)
select ${CLAUSE}, best.score as words, 0 as near
from best join chunk x on x.id = best.id join document d on d.id = x.document_id order by best.place`
