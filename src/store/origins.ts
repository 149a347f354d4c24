import type { Db } from './db.ts'

/** Row of any version of a task → its first version, on which progress hangs. */
export async function readOrigins(db: Db, taskIds: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const rows = await db.query<{ id: number; originId: number }>(
    'select id, coalesce(origin_id, id) as "originId" from task where id = any ($1::bigint[])',
    [taskIds],
  )
  return new Map(rows.map((row) => [row.id, row.originId]))
}
