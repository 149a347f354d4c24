import { freshDatabase, type TestDatabase } from '../database.ts'

/** Rows that come with the schema, and what holds the schema itself. */
const KEPT = ['schema_migration']

interface Kept {
  dubanTestDatabase?: Promise<TestDatabase>
}

/**
 * One database for all files of this folder that a worker runs (they are not isolated from one another: see
 * vitest.config), emptied for each. Opening one takes longer than most of the files.
 */
export async function sharedDatabase(): Promise<TestDatabase> {
  const kept = globalThis as Kept
  kept.dubanTestDatabase ??= freshDatabase()
  const database = await kept.dubanTestDatabase
  const tables = await database.db.query<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename <> all ($1)`,
    [KEPT],
  )
  await database.db.query(`truncate ${tables.map((t) => t.name).join(', ')} restart identity cascade`)
  // The worker ends with the process, and the database with it.
  return { ...database, close: async () => {} }
}
