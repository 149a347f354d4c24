import { createHash } from 'node:crypto'
import type { Db } from './db.ts'
import { LAZILY } from './lazily.ts'

const PART_BYTES = 256 * 1024

const KEEP = `
  insert into blob (hash, size, added_at) values ($1, $2, $3)
  on conflict (hash) do update set added_at = greatest(blob.added_at, excluded.added_at)`

/** Not on the disk by itself: the row that refers to the bytes is written after them and takes them along. */
const PART = `
  insert into blob_part (hash, ordinal, bytes) select $1, $2, $3::bytea where ${LAZILY}
  on conflict do nothing`

/**
 * Keeps the bytes once per content; returns their hash. Part by part, so that others get their turn: not for use inside a
 * transaction. Begun again after a kill it writes what is missing.
 */
export async function keepBlob(db: Db, bytes: Uint8Array, at: Date): Promise<string> {
  const hash = createHash('sha256').update(bytes).digest('hex')
  await db.query(KEEP, [hash, bytes.byteLength, at])
  for (let from = 0; from < bytes.byteLength; from += PART_BYTES) {
    const part = bytes.subarray(from, from + PART_BYTES)
    const buffer = Buffer.from(part.buffer, part.byteOffset, part.byteLength)
    await db.query(PART, [hash, from / PART_BYTES, buffer])
  }
  return hash
}

/** null: not kept, not whole, or put away. */
export async function readBlob(db: Db, hash: string): Promise<Uint8Array | null> {
  const [blob] = await db.query<{ size: number }>('select size from blob where hash = $1', [hash])
  if (!blob) return null
  const parts: Buffer[] = []
  for (let ordinal = 0; ordinal * PART_BYTES < blob.size; ordinal++) {
    const sql = 'select bytes from blob_part where hash = $1 and ordinal = $2'
    const [part] = await db.query<{ bytes: Buffer }>(sql, [hash, ordinal])
    if (!part) return null
    parts.push(part.bytes)
  }
  return Buffer.concat(parts)
}

/** Bytes nothing refers to: uploads that were read into the ledger or refused. */
export async function pruneBlobs(db: Db, before: Date): Promise<void> {
  await db.query(
    `delete from blob where added_at < $1
       and not exists (select from evidence e where e.hash = blob.hash)
       and not exists (select from report_file f where f.hash = blob.hash)`,
    [before],
  )
}
