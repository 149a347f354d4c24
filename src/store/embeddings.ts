import { toSql } from 'pgvector'
import type { Db } from './db.ts'

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

/** Clauses nearest to a question, by cosine similarity 0–1, best first. Exact: tens of thousands of rows need no index. */
export function nearestClauses(
  db: Db,
  read: NearRead,
): Promise<{ readonly id: number; readonly score: number }[]> {
  return db.query(
    `select c.id, 1 - (e.embedding <=> $2::vector) as score
     from chunk_embedding e join chunk c on c.id = e.chunk_id join document d on d.id = c.document_id
     where e.model = $1 and vector_dims(e.embedding) = $5 and d.replaced_by is null and d.status = 'live'
       and ($3::bigint[] is null or d.id = any ($3))
     order by e.embedding <=> $2::vector limit $4`,
    [read.model, toSql([...read.vector]), read.documents, read.limit, read.vector.length],
  )
}
