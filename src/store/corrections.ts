import type { Correction } from '../domain/correction.ts'
import type { Db } from './db.ts'
import { jsonOf } from './json.ts'

export interface StoredCorrection extends Correction {
  readonly id: number
  /** null: a field of the document. */
  readonly taskId: number | null
  readonly madeBy: number | null
  readonly madeAt: Date
}

/** The corrections of a document that stand, oldest first. */
export async function standingCorrections(db: Db, documentId: number): Promise<StoredCorrection[]> {
  return db.query<StoredCorrection>(
    `select id, task_id as "taskId", field, was, value, made_by as "madeBy", made_at as "madeAt"
     from correction where document_id = $1 and undone_at is null order by id`,
    [documentId],
  )
}

export interface NewCorrection extends Correction {
  readonly documentId: number
  readonly taskId: number | null
  readonly madeBy: number | null
  readonly madeAt: Date
}

/** Records a correction. An earlier one of the same field is closed, and what the program had read is carried over. */
export async function insertCorrection(db: Db, made: NewCorrection): Promise<void> {
  const { documentId, taskId, field } = made
  const [earlier] = await db.query<{ was: unknown }>(
    `update correction set undone_at = $4
     where document_id = $1 and task_id is not distinct from $2 and field = $3 and undone_at is null returning was`,
    [documentId, taskId, field, made.madeAt],
  )
  const was = earlier === undefined ? made.was : earlier.was
  await db.query(
    `insert into correction (document_id, task_id, field, was, value, made_by, made_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [documentId, taskId, field, jsonOf(was), jsonOf(made.value), made.madeBy, made.madeAt],
  )
}
