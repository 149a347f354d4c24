import type { Chunk } from '../domain/document.ts'
import { tokensOf } from '../text/tokens.ts'
import type { Db } from './db.ts'
import { jsonOf } from './json.ts'

/** Writes the retrieval units of a document; one whose words changed loses its embeddings, the others keep them. */
export async function saveChunks(db: Db, documentId: number, chunks: readonly Chunk[]): Promise<void> {
  const rows = chunks.map((chunk, ordinal) => ({
    ordinal,
    path: chunk.path,
    heading: chunk.heading,
    body: chunk.text,
    tokens: searchable(`${chunk.heading} ${chunk.text}`),
    span_start: chunk.source.start,
    span_end: chunk.source.end,
  }))
  const values = [documentId, jsonOf(rows)]
  await db.query('delete from chunk where document_id = $1 and ordinal >= $2', [documentId, rows.length])
  await db.query(
    `delete from chunk_embedding using chunk, jsonb_populate_recordset(null::chunk, $2::jsonb) as r
     where chunk_embedding.chunk_id = chunk.id and chunk.document_id = $1 and chunk.ordinal = r.ordinal
       and (chunk.body, chunk.heading) is distinct from (r.body, r.heading)`,
    values,
  )
  await db.query(
    `insert into chunk (document_id, ordinal, path, heading, body, tokens, span_start, span_end)
     select $1, ordinal, path, heading, body, tokens, span_start, span_end
     from jsonb_populate_recordset(null::chunk, $2::jsonb)
     on conflict (document_id, ordinal) do update set path = excluded.path, heading = excluded.heading,
       body = excluded.body, tokens = excluded.tokens, span_start = excluded.span_start, span_end = excluded.span_end`,
    values,
  )
}

/** Postgres takes words up to 2 KB and 1 MB of them in one entry; no clause people wrote comes near. */
const LONGEST_WORD = 100
const MOST_WORDS = 20_000

function searchable(text: string): string {
  const tokens = tokensOf(text.slice(0, MOST_WORDS))
  return tokens.map((token) => token.slice(0, LONGEST_WORD)).join(' ')
}
