import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWebMessages } from '../../src/store/web-messages.ts'
import { createWebDocuments, createWebPeople } from '../../src/store/web-pages.ts'
import type { TalkMessage } from '../../src/web/deps.ts'
import { freshDatabase, type TestDatabase } from '../database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

const said = (id: string, second: number, over: Partial<TalkMessage> = {}): TalkMessage => ({
  id,
  chat: 'group:main',
  author: 'zhou',
  name: '周敏',
  body: { text: `第${second}句` },
  repliesTo: null,
  at: new Date(Date.UTC(2026, 10, 21, 1, 0, second)),
  ...over,
})

test('talk comes back in order, newest kept, cards replaced', async () => {
  const store = createWebMessages(database.db)
  const card = said('m-3', 3, {
    author: null,
    name: '督办助手',
    body: { card: { page: 0 } },
    repliesTo: 'm-2',
  })
  for (const m of [said('m-1', 1), said('m-2', 2), card, said('m-9', 9, { chat: 'private:zhou' })])
    await store.save(m)
  await store.save({ ...card, body: { card: { page: 1 } } })
  expect(await store.recent('group:main', 2)).toEqual([
    said('m-2', 2),
    { ...card, body: { card: { page: 1 } } },
  ])
  expect(await store.find('m-9')).toEqual(said('m-9', 9, { chat: 'private:zhou' }))
  expect(await store.find('m-0')).toBeNull()
})

test('documents show their own part of the file, by UTF-16 places, with headings; drafts do not show', async () => {
  const { db } = database
  const body = '𠮷前言\n一、任务\n新建工厂12家。\n尾'
  const start = body.indexOf('一、')
  const end = body.indexOf('\n尾')
  await db.query(
    `
    insert into file (name, format, content_hash, body, added_at)
    values ('a.txt', 'txt', 'h', $1, '2026-01-01')`,
    [body],
  )
  const add = `
    insert into document (file_id, ordinal, series, version, status, title, number, issued_on, span_start, span_end, replaced_by)
    values (1, $1, 's', $2, $3, '方案', '云政办〔2026〕5号', '2026-02-10', $4, $5, $6) returning id`
  const [now] = await db.query<{ id: number }>(add, [1, 2, 'live', start, end, null])
  const [old] = await db.query<{ id: number }>(add, [2, 1, 'live', start, end, now!.id])
  const [draft] = await db.query<{ id: number }>(add, [3, 3, 'draft', 0, 1, null])
  await db.query(
    `insert into section (document_id, ordinal, path, heading, span_start, span_end) values ($1, 0, '{一}', '一、任务', $2, $3)`,
    [now!.id, start, end],
  )
  const documents = createWebDocuments(db)
  expect((await documents.list()).map((d) => [d.id, d.replacedBy])).toEqual([
    [old!.id, now!.id],
    [now!.id, null],
  ])
  expect(await documents.find(now!.id)).toEqual({
    ...{ id: now!.id, title: '方案', number: '云政办〔2026〕5号', issuer: null, issuedOn: '2026-02-10' },
    ...{
      version: 2,
      replacedBy: null,
      tasks: 0,
      fileName: 'a.txt',
      text: '一、任务\n新建工厂12家。',
      start,
      end,
    },
    headings: [{ heading: '一、任务', depth: 1, start }],
  })
  expect(await documents.find(draft!.id)).toBeNull()
})

test('people of the web chat, with unit and roles', async () => {
  const { db } = database
  await db.query(
    `insert into unit (name, kind, short) values ('云川市经济和信息化局', 'department', '市经信局')`,
  )
  await db.query(`insert into person (name, title, unit_id) values ('周敏', '科员', 1), ('外人', null, null)`)
  await db.query(`insert into person_role values (1, 'official'), (1, 'liaison')`)
  await db.query(`insert into account values ('web', 'zhou', 1), ('feishu', 'ou_1', 2)`)
  expect(await createWebPeople(db).list()).toEqual([
    { account: 'zhou', name: '周敏', title: '科员', unit: '市经信局', roles: ['liaison', 'official'] },
  ])
})
