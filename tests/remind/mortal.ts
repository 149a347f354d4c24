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
 * A database whose caller dies at some statements: by turns before the statement, and after it was done but before the caller
 * hears of it. A transaction dies with its caller, or just after it was committed. `dies` is asked at every statement.
 */
export function mortal(db: Db, dies: () => boolean): Db {
  let deaths = 0
  const step = async <T>(work: () => Promise<T>): Promise<T> => {
    if (!dies()) return work()
    if (deaths++ % 2 === 0) await work()
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

/** Counts the statements of a life by its days. */
export function counting(today: () => string): {
  readonly counts: Map<string, number>
  readonly count: () => number
} {
  const counts = new Map<string, number>()
  const count = (): number => {
    const n = (counts.get(today()) ?? 0) + 1
    counts.set(today(), n)
    return n
  }
  return { counts, count }
}
