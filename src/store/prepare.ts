import type { Db } from './db.ts'
import { type LexicalKind, prepareLexical } from './lexical.ts'
import { migrate } from './migrate.ts'

export interface Prepared {
  /** Names of the migrations that ran now; empty on a later start. */
  readonly ran: readonly string[]
  readonly lexical: LexicalKind
}

/** All a database needs before the product uses it: schema, then the word index. Every process may call it. */
export async function prepareDatabase(db: Db): Promise<Prepared> {
  const ran = await migrate(db)
  return { ran, lexical: await prepareLexical(db) }
}
