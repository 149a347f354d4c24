import { toSql } from 'pgvector'
import type { Db } from './db.ts'
import { CLAUSE, CURRENT_OF, type FoundClause } from './rank-clauses.ts'

/** The vector leg: embeddings of clauses, several models side by side, one row a clause and model. */
export interface ClauseToEmbed {
  readonly id: number
  /** Heading path and words, as they are embedded. */
  readonly text: string
}

/** Clauses of current documents that `model` has not seen, oldest first. */
export function clausesToEmbed(db: Db, model: string, limit: number): Promise<ClauseToEmbed[]> {
  return db.query<ClauseToEmbed>(
    `select c.id, concat_ws(' ', nullif(c.heading, ''), c.body) as text
     from chunk c join document d on d.id = c.document_id
     where d.replaced_by is null and d.status <> 'withdrawn'
       and not exists (select 1 from chunk_embedding e where e.chunk_id = c.id and e.model = $1)
     order by c.id limit $2`,
    [model, limit],
  )
}

export interface Embedded {
  readonly id: number
  readonly vector: Float32Array
}

/** Keeps what the model made of the clauses; one that was removed or changed meanwhile is passed over. */
export async function saveEmbeddings(db: Db, model: string, rows: readonly Embedded[]): Promise<void> {
  await db.query(
    `insert into chunk_embedding (chunk_id, model, embedding)
     select r.id, $1, r.vector::vector from unnest($2::bigint[], $3::text[]) as r (id, vector)
     join chunk on chunk.id = r.id
     on conflict (chunk_id, model) do update set embedding = excluded.embedding`,
    [model, rows.map((r) => r.id), rows.map((r) => toSql([...r.vector]) as string)],
  )
}

export interface NearRead {
  readonly model: string
  readonly vector: Float32Array
  /** null: all current documents. */
  readonly documents: readonly number[] | null
  readonly limit: number
}

/**
 * Clauses nearest to a question, by cosine similarity 0–1, best first. Exact: tens of thousands of rows need no index. The
 * nearest are picked before their words are read.
 */
export function nearestClauses(db: Db, read: NearRead): Promise<FoundClause[]> {
  const { model, vector, documents, limit } = read
  return db.query<FoundClause>(NEAREST, [documents, toSql([...vector]), limit, model, vector.length])
}

const NEAREST = `
with best as materialized (
  select e.chunk_id as id, e.embedding <=> $2::vector as distance
  from chunk_embedding e join chunk c on c.id = e.chunk_id
  where e.model = $4 and vector_dims(e.embedding) = $5
    and c.document_id = any (array(select d.id from document d where ${CURRENT_OF}))
  order by distance limit $3)
select ${CLAUSE}, 0 as words, 1 - best.distance as near
from best join chunk x on x.id = best.id join document d on d.id = x.document_id order by best.distance`
