import { afterAll, beforeAll, expect, test } from 'vitest'
import { lexiconOf } from '../../src/app/lexicon.ts'
import { warmUp } from '../../src/app/warm.ts'
import { findLexical } from '../../src/store/lexical.ts'
import { taskShelf } from '../../src/store/task-shelf.ts'
import { freshDatabase, type TestDatabase } from '../database.ts'

let base: TestDatabase
beforeAll(async () => {
  base = await freshDatabase()
  await base.db.query(`
    with f as (insert into file (name, format, content_hash, body, added_at) values ('a', 'txt', 'a', '', now()) returning id),
      d as (insert into document (file_id, ordinal, series, version, status, title, span_start, span_end)
        select id, 0, 'a', 1, 'live', '方案', 0, 0 from f returning id)
    insert into task (document_id, ordinal, path, section, body, span_start, span_end)
    select id, 0, '{一}', '一、任务', '开通航线。', 0, 5 from d`)
})
afterAll(() => base.close())

/** The database with a list of what it was asked, or one that fails. */
async function watched(fails = false) {
  const asked: string[] = []
  const query = async <R extends object>(sql: string, values?: readonly unknown[]): Promise<R[]> => {
    asked.push(sql)
    if (fails) throw new Error('gone')
    return base.db.query<R>(sql, values)
  }
  const lexical = (await findLexical(base.db)) ?? 'fulltext'
  return { asked, db: { ...base.db, query }, lexical }
}

const warned: string[] = []
const log = {
  debug: () => {},
  info: () => {},
  warn: (_: object, message: string) => warned.push(message),
  error: () => {},
}

test('the first question reads neither names nor tasks any more', async () => {
  const { asked, ...stored } = await watched()
  await warmUp(stored, log).done
  const before = asked.length
  await lexiconOf(stored)()
  const tasks = await taskShelf(stored.db)({})
  expect(tasks.map(({ text }) => text)).toEqual(['开通航线。'])
  expect(asked.length - before, 'one look each whether anything has changed').toBe(2)
  expect(warned).toEqual([])
})

test('a database that fails is logged, and one let go is not', async () => {
  await warmUp(await watched(true), log).done
  expect(warned).toEqual(['names and tasks were not read ahead'])
  const leaving = warmUp(await watched(true), log)
  await leaving.stop()
  await leaving.done
  expect(warned).toHaveLength(1)
})
