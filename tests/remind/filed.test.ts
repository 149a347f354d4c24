import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../database.ts'
import { openBot, openSmallCity } from './small-city.ts'

const source = { start: 0, end: 10 }
const duty = {
  ...{
    who: '各牵头单位',
    to: '督查室',
    what: '办理方案和督办联络员名单',
    due: '2026-07-20',
    recurrence: null,
    source,
  },
  text: '各牵头单位于7月20日前报办理方案和督办联络员名单。',
}

let base: TestDatabase
let city: Awaited<ReturnType<typeof openSmallCity>>
let bot: ReturnType<typeof openBot>
beforeAll(async () => {
  base = await freshDatabase()
})
afterAll(() => base.close())
beforeEach(async () => {
  city = await openSmallCity(base.db, [duty])
  bot = openBot(base.db)
})

const owed = async () =>
  (await bot.requests('2026-07-09'))
    .filter(({ unitId }) => unitId === city.water)
    .map(({ kind, tasks }) => `${kind} ${tasks.map(({ state }) => state).join(' ')}`.trim())

test('a plan and a list are asked for on one card', async () => {
  await bot.tick('2026-07-09')
  expect(await owed()).toEqual(['handlingPlan asked asked', 'contacts'])
  expect(bot.world.delivered.map(({ account }) => account)).toEqual([
    `person:${city.jiang}`,
    `person:${city.miao}`,
  ])
})

test('what was filed before is not asked for', async () => {
  await base.db.query(
    `insert into handling_plan (unit_id, task_id, label, body, message_key, filed_at, filed_on)
     values ($1, 1, '1', '', 'a', now(), '2026-05-01')`,
    [city.water],
  )
  await base.db.query(
    `insert into contact_list (unit_id, message_key, filed_at, filed_on) values ($1, 'a', now(), '2026-05-01')`,
    [city.water],
  )
  await bot.tick('2026-07-09')
  expect(await owed()).toEqual(['handlingPlan known asked'])
})

test('a list of more than a year ago is asked for again', async () => {
  await base.db.query(
    `insert into contact_list (unit_id, message_key, filed_at, filed_on) values ($1, 'a', now(), '2025-05-01')`,
    [city.water],
  )
  await bot.tick('2026-07-09')
  expect(await owed()).toEqual(['handlingPlan asked asked', 'contacts'])
})
