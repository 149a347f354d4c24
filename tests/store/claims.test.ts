import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Question } from '../../src/chat/deps.ts'
import { type Claim, createClaims } from '../../src/store/claims.ts'
import type { Db } from '../../src/store/db.ts'
import { freshDatabase, type TestDatabase } from '../database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())
beforeEach(() => database.db.query('truncate intake'))

const AT = new Date('2026-07-01T09:00:00+08:00')

function claim(id: string, place: string | null = `oc_${id}/`, text = '问'): Claim {
  const key = `message:${id}`
  const question = { key, event: { id, text } } as unknown as Question
  return { channel: 'feishu', keys: [`event:${id}`, key], at: AT, question, place }
}

/** A database that counts the statements, and waits with the first until told. */
function watched() {
  const open = Promise.withResolvers<void>()
  let statements = 0
  const query: Db['query'] = async (sql, values) => {
    statements += 1
    if (statements === 1) await open.promise
    return database.db.query(sql, values)
  }
  return { db: { ...database.db, query }, open: open.resolve, count: () => statements }
}

const stored = async () =>
  (await database.db.query<{ key: string }>('select key from intake order by ordinal')).map((r) => r.key)

test('those that come while one is being stored go together', async () => {
  const { db, open, count } = watched()
  const take = createClaims(db, 'one')
  const all = Promise.all(Array.from({ length: 9 }, (_, i) => take(claim(`${i}`))))
  open()
  expect((await all).map((c) => c.fresh)).toEqual(Array(9).fill(true))
  expect([count(), (await stored()).length]).toEqual([2, 18])
})

test('of two alike the first is fresh; of one place the order is that of asking', async () => {
  const { db, open } = watched()
  const take = createClaims(db, 'one')
  const begun = take(claim('0'))
  const alike = Promise.all([take(claim('b', 'oc/')), take(claim('b', 'oc/')), take(claim('a', 'oc/'))])
  open()
  await begun
  expect((await alike).map((c) => c.fresh)).toEqual([true, false, true])
  expect((await stored()).filter((key) => /message:[ab]/.test(key))).toEqual(['message:b', 'message:a'])
})

test('one that cannot be stored fails alone', async () => {
  const { db, open } = watched()
  const take = createClaims(db, 'one')
  const begun = take(claim('0'))
  const broken = { ...claim('x'), at: new Date(Number.NaN), keys: ['event:x', 'x'.repeat(10_000)] }
  const rest = Promise.allSettled([take(claim('1')), take(broken), take(claim('2'))])
  open()
  await begun
  expect((await rest).map((r) => r.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})

test('an earlier question of the place, in the hands of another process, is seen', async () => {
  await createClaims(database.db, 'one')(claim('1', 'oc/'))
  const take = createClaims(database.db, 'other')
  expect(await take(claim('2', 'oc/'))).toEqual({ fresh: true, behind: true })
  expect(await take(claim('3', 'elsewhere/'))).toEqual({ fresh: true, behind: false })
})
