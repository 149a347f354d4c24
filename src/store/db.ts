import pg from 'pg'
import { databaseError } from './db-errors.ts'
import { storable } from './json.ts'

/** The only way to the database. `query` gives the rows; `tx` runs its work in one transaction on one connection. */
export interface Db {
  readonly query: <R extends object>(sql: string, values?: readonly unknown[]) => Promise<R[]>
  /**
   * Inside, use the `Db` handed in and no other: the embedded database has one session, and a query on another
   * connection would wait for this transaction for ever. Nested calls join the outer transaction.
   */
  readonly tx: <T>(work: (db: Db) => Promise<T>) => Promise<T>
  readonly close: () => Promise<void>
}

const { builtins } = pg.types
const asText = (value: string): string => value
const asNumbers = (value: string): number[] => value.slice(1, -1).split(',').filter(Boolean).map(Number)

/**
 * int8 and numeric as numbers (ids and targets stay far below 2^53), dates as `YYYY-MM-DD`: a calendar day must not
 * pass through a Date, which would shift it by the time zone.
 */
const PARSERS: ReadonlyMap<number, (value: string) => unknown> = new Map<number, (value: string) => unknown>([
  [builtins.INT8, Number],
  [builtins.NUMERIC, Number],
  [builtins.DATE, asText],
  [1016, asNumbers], // int8[]
])

const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    PARSERS.get(oid) ?? pg.types.getTypeParser(oid, format as 'text'),
} as pg.CustomTypesConfig

export interface ConnectOptions {
  /** Connections of this process; 5 unless said. */
  readonly max?: number
  /** Hears of connections lost while idle; queries in flight fail on their own. */
  readonly lost?: (error: Error) => void
}

/** Makes the pool; nothing is sent yet. Every failure of a query comes as AppError `database`, in Chinese. */
export function connect(url: string, options: ConnectOptions = {}): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 5,
    connectionTimeoutMillis: 15_000,
    application_name: 'duban',
    types,
  })
  pool.on('error', (error) => options.lost?.(error))
  return { query: runOn(pool), tx: (work) => transaction(pool, work), close: () => pool.end() }
}

function runOn(target: pg.Pool | pg.PoolClient): Db['query'] {
  return async <R extends object>(sql: string, values: readonly unknown[] = []): Promise<R[]> => {
    try {
      const result =
        values.length === 0
          ? await target.query<R>(sql)
          : await target.query<R>(sql, values.map(storableValue))
      return result.rows ?? []
    } catch (error) {
      throw databaseError(error)
    }
  }
}

const storableValue = (value: unknown): unknown =>
  typeof value === 'string' ? storable(value) : Array.isArray(value) ? value.map(storableValue) : value

async function transaction<T>(pool: pg.Pool, work: (db: Db) => Promise<T>): Promise<T> {
  const client = await pool.connect().catch((error: unknown) => {
    throw databaseError(error)
  })
  const query = runOn(client)
  const db: Db = { query, tx: (inner) => inner(db), close: async () => {} }
  let broken = false
  try {
    await query('begin')
    const value = await work(db)
    await query('commit')
    return value
  } catch (error) {
    await query('rollback').catch(() => {
      broken = true
    })
    throw error
  } finally {
    client.release(broken)
  }
}
