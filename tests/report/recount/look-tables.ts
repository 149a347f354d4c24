import type { Db } from '../../../src/store/db.ts'
import { type Look, lookSql } from './standing-sql.ts'

const made = new WeakMap<Db, Map<string, string>>()

/** The table of this look in this database, made when it is first asked for. */
export async function tableOf(db: Db, look: Look): Promise<string> {
  const known = made.get(db) ?? new Map<string, string>()
  made.set(db, known)
  const key = JSON.stringify(look)
  const name = known.get(key) ?? `recount_${known.size}`
  if (!known.has(key)) await db.query(lookSql(look, name))
  known.set(key, name)
  return name
}

/** After rows were changed: all looks are made anew. */
export async function forgetTables(db: Db): Promise<void> {
  for (const name of made.get(db)?.values() ?? []) await db.query(`drop table ${name}`)
  made.delete(db)
}
