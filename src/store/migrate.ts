import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError, isAppError } from '../errors.ts'
import type { Db } from './db.ts'

const FOLDER = join(import.meta.dirname, 'migrations')
const LOCK = 760215

export interface Migration {
  readonly name: string
  readonly sql: string
  readonly hash: string
}

/** The numbered files of `migrations/`, in order. A released file is never edited: write the next number. */
export function readMigrations(folder = FOLDER): Migration[] {
  const names = readdirSync(folder).filter((name) => /^\d{4}_.+\.sql$/.test(name))
  return names.sort().map((name) => {
    const sql = readFileSync(join(folder, name), 'utf8')
    return { name, sql, hash: createHash('sha256').update(sql).digest('hex') }
  })
}

/**
 * Brings the schema up to date, each file in a transaction of its own; several processes may start at once.
 * Returns the names it ran. Throws `database` where an applied file was changed or is unknown to this program.
 */
export async function migrate(db: Db, migrations = readMigrations()): Promise<string[]> {
  const ran: string[] = []
  for (const migration of migrations) if (await apply(db, migration)) ran.push(migration.name)
  await refuseUnknown(db, migrations)
  return ran
}

async function apply(db: Db, migration: Migration): Promise<boolean> {
  return db.tx(async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [LOCK])
    await tx.query(
      'create table if not exists schema_migration (name text primary key, hash text not null, applied_at timestamptz not null default now())',
    )
    const [done] = await tx.query<{ hash: string }>('select hash from schema_migration where name = $1', [
      migration.name,
    ])
    if (done !== undefined) {
      refuseChanged(migration, done.hash)
      return false
    }
    await run(tx, migration)
    await tx.query('insert into schema_migration (name, hash) values ($1, $2)', [
      migration.name,
      migration.hash,
    ])
    return true
  })
}

async function run(tx: Db, migration: Migration): Promise<void> {
  try {
    await tx.query(migration.sql)
  } catch (error) {
    throw missingExtension(error) ?? error
  }
}

/** `create extension vector` fails with 0A000 or 58P01 where the server was not given pgvector. */
function missingExtension(error: unknown): AppError | null {
  if (!isAppError(error, 'database') || !/^(0A000|58P01)$/.test(String(error.context.code))) return null
  return new AppError('database', '数据库缺少扩展 vector，请在数据库服务器上安装 pgvector 后再启动。', {
    cause: error,
  })
}

function refuseChanged(migration: Migration, hash: string): void {
  if (hash === migration.hash) return
  throw new AppError(
    'database',
    `数据库结构与程序不符（${migration.name} 在执行之后被改动过），请换回原来的程序版本，或改用空的数据库。`,
  )
}

async function refuseUnknown(db: Db, migrations: readonly Migration[]): Promise<void> {
  const known = migrations.map((m) => m.name)
  const [unknown] = await db.query<{ name: string }>(
    'select name from schema_migration where name <> all ($1) order by name limit 1',
    [known],
  )
  if (unknown === undefined) return
  throw new AppError('database', `数据库由更新版本的程序建立（含 ${unknown.name}），请升级程序后再启动。`)
}
