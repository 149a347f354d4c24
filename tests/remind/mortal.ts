import type { Db } from '../../src/store/db.ts'
import { Killed } from './quarter.ts'

/** The same numbers in the same order for a seed: mulberry32. */
export function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * A database whose caller dies at some statements, counted from its first: before the statement, or after it was done and
 * before the caller hears of it. A transaction dies with its caller, or just after it was committed.
 */
export function mortal(db: Db, deaths: readonly number[]): Db {
  const at = new Set(deaths)
  let count = 0
  const step = async <T>(work: () => Promise<T>): Promise<T> => {
    count++
    if (!at.has(count)) return work()
    if (count % 2 === 0) await work()
    throw new Killed()
  }
  const wrap = (inner: Db): Db => ({
    ...inner,
    query: (sql, values) => step(() => inner.query(sql, values)),
    tx: (work) => step(() => inner.tx((tx) => work(wrap(tx)))),
  })
  return wrap(db)
}

/** Tells of each statement before it is done. */
export const heard = (db: Db, begun: () => void): Db => ({
  ...db,
  query: (sql, values) => {
    begun()
    return db.query(sql, values)
  },
  tx: (work) => {
    begun()
    return db.tx((tx) => work(heard(tx, begun)))
  },
})

/** Counts the statements of a life without deaths. */
export function counting(db: Db): { readonly db: Db; readonly count: () => number } {
  let count = 0
  return { db: heard(db, () => count++), count: () => count }
}
