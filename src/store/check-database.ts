import { isAppError } from '../errors.ts'
import type { Db } from './db.ts'
import { findLexical, type LexicalKind } from './lexical.ts'
import { readMigrations } from './migrate.ts'

/** What `doctor` says about the database. `advice`: Chinese, what to do; null where all is well. */
export interface DatabaseCheck {
  readonly part: 'reachable' | 'version' | 'vector' | 'lexical' | 'migrations' | 'size'
  readonly ok: boolean
  /** Chinese, one line; no secrets. */
  readonly note: string
  readonly advice: string | null
}

/** Looks at a database without changing it. Never throws: an unreachable one is the first finding. */
export async function checkDatabase(db: Db): Promise<DatabaseCheck[]> {
  try {
    return [
      ...(await checkServer(db)),
      await checkMigrations(db),
      await checkLexical(db),
      await checkSize(db),
    ]
  } catch (error) {
    const note = isAppError(error) ? error.message : String(error)
    return [{ part: 'reachable', ok: false, note, advice: '检查 DATABASE_URL，或不设它而使用内置数据库' }]
  }
}

/** pgvector is wanted from 15 on; older servers lack `nulls not distinct` and are out of support soon. */
const OLDEST = 15

async function checkServer(db: Db): Promise<DatabaseCheck[]> {
  const [row] = await db.query<{ version: number; vector: string | null; offered: string | null }>(
    `select current_setting('server_version_num')::int / 10000 as version,
       (select extversion from pg_extension where extname = 'vector') as vector,
       (select default_version from pg_available_extensions where name = 'vector') as offered`,
  )
  const version = row?.version ?? 0
  const fresh = version >= OLDEST
  const vector = row?.vector ?? null
  const missing = row?.offered ? '首次启动时自动创建，无需处理' : '请在数据库服务器上安装 pgvector'
  return [
    { part: 'reachable', ok: true, note: '数据库连接正常', advice: null },
    {
      part: 'version',
      ok: fresh,
      note: `PostgreSQL ${version}`,
      advice: fresh ? null : `请升级到 PostgreSQL ${OLDEST} 或更新版本`,
    },
    {
      part: 'vector',
      ok: vector !== null,
      note: vector === null ? '扩展 vector 未启用' : `扩展 vector ${vector}`,
      advice: vector === null ? missing : null,
    },
  ]
}

async function checkMigrations(db: Db): Promise<DatabaseCheck> {
  const [there] = await db.query<{ found: boolean }>(
    `select to_regclass('schema_migration') is not null as found`,
  )
  const done = there?.found
    ? (await db.query<{ name: string }>('select name from schema_migration')).map((r) => r.name)
    : []
  const waiting = readMigrations().filter((m) => !done.includes(m.name))
  const ok = waiting.length === 0
  return {
    part: 'migrations',
    ok,
    note: ok ? `表结构是最新的（${done.length} 步）` : `表结构还差 ${waiting.length} 步`,
    advice: ok ? null : '启动一次 npm start 即自动补齐',
  }
}

const LEGS: Readonly<Record<LexicalKind, string>> = {
  bm25: '全文检索：BM25（pg_textsearch）',
  fulltext: '全文检索：PostgreSQL 文本索引（服务器没有 pg_textsearch，排序按同一公式计算）',
}

async function checkLexical(db: Db): Promise<DatabaseCheck> {
  const kind = await findLexical(db)
  const note = kind === null ? '全文检索索引尚未建立' : LEGS[kind]
  return {
    part: 'lexical',
    ok: kind !== null,
    note,
    advice: kind === null ? '启动一次 npm start 即自动建立' : null,
  }
}

async function checkSize(db: Db): Promise<DatabaseCheck> {
  const [row] = await db.query<{ bytes: number; largest: string | null }>(
    `select pg_database_size(current_database()) as bytes,
       (select string_agg(format('%s %s MB', relname, round(n / 1048576.0, 1)), '，') from (
         select relname, pg_total_relation_size(oid) as n from pg_class
         where relkind = 'r' and relnamespace = 'public'::regnamespace order by n desc limit 3) t) as largest`,
  )
  const megabytes = Math.round((row?.bytes ?? 0) / 1024 / 1024)
  const tables = row?.largest ? `；最大的表：${row.largest}` : ''
  return { part: 'size', ok: true, note: `数据库大小 ${megabytes} MB${tables}`, advice: null }
}
