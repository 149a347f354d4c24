import { afterAll, beforeAll, expect, test } from 'vitest'
import { closePeriods } from '../../src/app/closing-periods.ts'
import { freshDatabase, type TestDatabase } from '../database.ts'

let base: TestDatabase
beforeAll(async () => {
  base = await freshDatabase()
  await base.db.query(
    `insert into unit (name, short, kind) values ('云川市水务局', '市水务局', 'department')`,
  )
  await base.db.query(
    `insert into request (unit_id, kind, period, due_on, stated_on, opens_on, grounds, state, opened_at)
     select 1, kind, period, due, due, due - 15, '[]', state, now() from (values
       ('progress', '2026Q3', date '2026-10-20', 'open'),
       ('progress', '2026-10', date '2026-11-05', 'answered'),
       ('progress', '2026Q4', date '2026-12-20', 'open'),
       ('progress', '2020Q1', date '2020-04-20', 'open'),
       ('progress', '2026-09', date '2026-10-10', 'dropped'),
       ('contacts', '2026-08', date '2026-09-05', 'open')) as r (kind, period, due, state)`,
  )
})
afterAll(() => base.close())

const on = (day: string, after = 10) =>
  closePeriods({ db: base.db, now: () => new Date(`${day}T09:00:00+08:00`), zone: 'Asia/Shanghai', after })

test('a period is closed ten working days after its last report was due, once, and only when it is over', async () => {
  expect(await on('2026-11-02')).toEqual([])
  expect(await on('2026-11-03', 0)).toEqual([])
  expect(await on('2026-11-03')).toEqual(['2026Q3'])
  expect(await on('2026-11-20')).toEqual(['2026-10'])
  expect(await on('2026-12-31')).toEqual([])
  expect(await on('2027-01-05')).toEqual(['2026Q4'])
})
