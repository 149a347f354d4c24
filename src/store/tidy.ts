import type { Db } from './db.ts'

/**
 * Frees dead rows and counts the live ones for the planner. The embedded database has no process of its own for that;
 * on a server it does no harm. To be called once a day, outside a transaction.
 */
export async function tidyDatabase(db: Db): Promise<void> {
  await db.query('vacuum (analyze)')
}
