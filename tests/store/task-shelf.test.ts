import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TaskRead } from '../../src/answer/ledger.ts'
import {
  insertDocument,
  publishDocument,
  touchDocument,
  withdrawDocument,
} from '../../src/store/documents.ts'
import { insertFile } from '../../src/store/files.ts'
import { saveTasks } from '../../src/store/save-tasks.ts'
import { taskShelf } from '../../src/store/task-shelf.ts'
import { freshDatabase, type TestDatabase } from '../database.ts'
import { makeDocument, makeMetric, makeTask, makeUnits } from '../make-document.ts'

let base: TestDatabase
let unit = 0
beforeAll(async () => {
  base = await freshDatabase()
  const [row] = await base.db.query<{ id: number }>(
    `insert into unit (name, short, kind) values ('云川市数据局', '市数据局', 'department') returning id`,
  )
  unit = row?.id ?? 0
})
afterAll(() => base.close())

const TASKS = [
  makeTask({ text: '推进政务服务“一网通办”。', lead: makeUnits('市数据局'), metrics: [makeMetric()] }),
  makeTask({ path: ['一', '2'], no: 2, title: '5G基站', text: '建成2700个。' }),
  makeTask({
    path: ['二', '3'],
    no: 3,
    text: '按期办结。',
    deadline: { day: '2026-06-30', certainty: 'stated', raw: '6月底前', source: { start: 0, end: 5 } },
  }),
]

async function add(name: string, issuedOn: string, tasks = TASKS): Promise<number> {
  const { db } = base
  const file = { name, format: 'txt', hash: name, body: '', addedAt: new Date(0), addedBy: null }
  const fileId = await insertFile(db, file)
  const document = makeDocument({ title: name, issuedOn })
  const { id } = await insertDocument(db, { fileId, ordinal: 0, series: name, status: 'draft', document })
  await write(id, tasks)
  await publishDocument(db, id)
  return id
}

async function write(id: number, tasks: typeof TASKS): Promise<void> {
  const entries = tasks.map((task) => ({ id: null, originId: null, task, same: false }))
  await saveTasks(base.db, id, entries, new Map([['市数据局', unit]]))
}

test('reads narrow as asked, and what changes is read again', async () => {
  const shelf = taskShelf(base.db)
  const [old, young] = [await add('a', '2025-01-01', TASKS.slice(0, 1)), await add('b', '2026-01-01')]
  const found = async (read: TaskRead) =>
    (await shelf(read)).map((t) => `${t.document.id === old ? 'a' : 'b'}${t.no}`)

  const table: readonly (readonly [TaskRead, readonly string[]])[] = [
    [{}, ['b1', 'b2', 'b3', 'a1']],
    [{ documents: [old] }, ['a1']],
    [{ documents: [] }, []],
    [{ words: ['一网通办'] }, ['b1', 'a1']],
    [{ words: ['5g'] }, ['b2']],
    [{ words: ['无此事'] }, []],
    [{ numbers: [2, 3] }, ['b2', 'b3']],
    [{ part: 1 }, []],
    [{ path: ['二'] }, ['b3']],
    [{ dueFrom: '2026-06-30', dueTo: '2026-06-30' }, ['b3']],
    [{ dueTo: '2026-06-29' }, []],
    [{ units: [unit] }, ['b1', 'a1']],
    [{ units: [unit], roles: ['supporting'] }, []],
    [{ units: [0] }, []],
  ]
  for (const [read, expected] of table) expect([read, await found(read)]).toEqual([read, expected])

  const [first] = await shelf({ documents: [old] })
  expect(first).toMatchObject({ metrics: [{ value: 6, by: null }], document: { issuedOn: '2025-01-01' } })
  expect(first?.units.map((u) => [u.role, u.unitId])).toContainEqual(['lead', unit])

  await write(old, TASKS.slice(1, 2))
  await touchDocument(base.db, old, new Date(1))
  expect(await found({ documents: [old] })).toEqual(['a2'])
  await withdrawDocument(base.db, young)
  expect(await found({})).toEqual(['a2'])
})

test('questions asked at once read a document once', async () => {
  let readings = 0
  const counting: typeof base.db = {
    ...base.db,
    query: (sql, values) => {
      if (sql.includes('from task t')) readings++
      return base.db.query(sql, values)
    },
  }
  const shelf = taskShelf(counting)
  const all = await Promise.all([shelf({}), shelf({}), shelf({})])
  expect(new Set(all.map((rows) => rows.length)).size).toBe(1)
  expect(readings).toBe(1)
})
