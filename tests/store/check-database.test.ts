import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkDatabase } from '../../src/store/check-database.ts'
import { connect } from '../../src/store/db.ts'
import { freshDatabase, type TestDatabase } from '../database.ts'

let base: TestDatabase
beforeAll(async () => {
  base = await freshDatabase()
})
afterAll(() => base.close())

test('a prepared database is well', async () => {
  const checks = await checkDatabase(base.db)
  expect(checks.map((c) => [c.part, c.ok, c.advice])).toEqual(
    ['reachable', 'version', 'vector', 'migrations', 'lexical', 'size'].map((part) => [part, true, null]),
  )
  expect(checks.find((c) => c.part === 'version')?.note).toMatch(/^PostgreSQL \d\d$/)
})

test('what is missing is named, with what to do', async () => {
  await base.db.query(`delete from schema_migration where name = (select max(name) from schema_migration)`)
  await base.db.query('drop index if exists chunk_bm25, chunk_fulltext')
  const bad = (await checkDatabase(base.db)).filter((c) => !c.ok)
  expect(bad.map((c) => [c.part, c.note])).toEqual([
    ['migrations', '表结构还差 1 步'],
    ['lexical', '全文检索索引尚未建立'],
  ])
})

test('one that cannot be reached is one finding', async () => {
  const db = connect('postgres://nobody@127.0.0.1:1/none')
  expect(await checkDatabase(db)).toMatchObject([{ part: 'reachable', ok: false }])
  await db.close()
})
