import type { Db } from './db.ts'

export interface StoredFile {
  readonly id: number
  readonly name: string
  readonly format: string
  readonly addedAt: Date
}

export interface NewFile {
  readonly name: string
  readonly format: string
  /** sha-256 of the bytes, hexadecimal. */
  readonly hash: string
  /** The text as read; every span refers to it. */
  readonly body: string
  readonly addedAt: Date
  readonly addedBy: number | null
}

export async function findFile(db: Db, hash: string): Promise<StoredFile | null> {
  const [row] = await db.query<StoredFile>(
    'select id, name, format, added_at as "addedAt" from file where content_hash = $1',
    [hash],
  )
  return row ?? null
}

export async function countFiles(db: Db): Promise<number> {
  const [row] = await db.query<{ count: number }>('select count(*) as count from file')
  return row?.count ?? 0
}

export async function insertFile(db: Db, file: NewFile): Promise<number> {
  const [row] = await db.query<{ id: number }>(
    `insert into file (name, format, content_hash, body, added_at, added_by)
     values ($1, $2, $3, $4, $5, $6) returning id`,
    [file.name, file.format, file.hash, file.body, file.addedAt, file.addedBy],
  )
  return row?.id ?? 0
}

const LOCK = 760216

/** Until the transaction ends nobody else writes a file: two people may hand in the same one at once. */
export async function lockWriting(db: Db): Promise<void> {
  await db.query('select pg_advisory_xact_lock($1)', [LOCK])
}

/** A better reader may read the same bytes into another text; the spans are written anew with it. */
export async function updateFileBody(db: Db, id: number, body: string): Promise<void> {
  await db.query('update file set body = $2 where id = $1', [id, body])
}
