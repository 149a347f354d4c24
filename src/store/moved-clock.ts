import type { Db } from './db.ts'

/** By how many ms the clock of the sample city is ahead of the real one; 0 when it was never moved. */
export async function readMoved(db: Db): Promise<number> {
  const [row] = await db.query<{ ms: number }>('select moved_ms as ms from moved_clock')
  return row?.ms ?? 0
}

/** Never back: of two moves at once the further one holds, and is given back. */
export async function saveMoved(db: Db, ms: number): Promise<number> {
  const [row] = await db.query<{ ms: number }>(
    `insert into moved_clock (moved_ms) values ($1)
     on conflict (single) do update set moved_ms = greatest(moved_clock.moved_ms, excluded.moved_ms)
     returning moved_ms as ms`,
    [ms],
  )
  return row?.ms ?? ms
}
