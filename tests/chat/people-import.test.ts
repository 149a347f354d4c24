import * as xlsx from '@e965/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importPeople } from '../../src/app/people-import.ts'
import { createAccounts } from '../../src/store/accounts.ts'
import { readViewers } from '../../src/store/people.ts'
import { freshDatabase, type TestDatabase } from '../database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
  await database.db.query(
    `insert into unit (name, place, short, kind) values ('云川市交通运输局', '云川市', '市交通运输局', 'department'),
       ('云川市财政局', '云川市', '市财政局', 'department'), ('云川市人民政府', '云川市', '市政府', 'government')`,
  )
})
afterAll(() => database.close())

function sheet(rows: readonly (readonly string[])[]) {
  const book = xlsx.utils.book_new()
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(rows.map((row) => [...row])), '名单')
  const bytes = new Uint8Array(xlsx.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer)
  return { name: '名单.xlsx', bytes }
}

const people = async () =>
  (await readViewers(database.db)).map(({ name, unit, title, roles, oversees }) => [
    name,
    unit,
    title,
    roles,
    oversees.length,
  ])

test('brought in, brought in again, and changed: one person each; an account finds them by mobile', async () => {
  const head = ['单位', '姓名', '手机', '职务', '分管', '角色']
  const zhang = ['市交通运输局', '张航', '13800000001', '副主任', '', '联络员']
  const zhao = ['市政府', '赵强', '', '副市长', '市交通运输局、市财政局', '']
  const first = await importPeople(
    database.db,
    sheet([head, zhang, zhao, ['市火星局', '李敏', '', '', '', '']]),
  )
  expect(first).toMatchObject({ added: 2, updated: 0, problems: [{ row: 4 }] })
  expect(first.problems[0]?.words).toContain('市火星局')
  const again = await importPeople(
    database.db,
    sheet([head, ['市财政局', '张航', '13800000001', '', '', '联络员'], zhao]),
  )
  expect(again).toMatchObject({ added: 0, updated: 2, problems: [] })
  expect(await people()).toEqual([
    ['张航', '市财政局', '副主任', ['liaison'], 0],
    ['赵强', '市政府', '副市长', ['leader'], 2],
  ])
  const sender = { channel: 'feishu', account: 'ou_1', name: null } as const
  const contact = { name: '张航', mobile: '+8613800000001', email: null }
  expect(await createAccounts(database.db).tie(sender, contact)).toMatchObject({
    name: '张航',
    roles: ['liaison'],
  })
})
