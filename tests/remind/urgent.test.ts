import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../database.ts'
import { at } from './quarter.ts'
import { openBot, openSmallCity, quarterlyDuty } from './small-city.ts'

let base: TestDatabase
let city: Awaited<ReturnType<typeof openSmallCity>>
let bot: ReturnType<typeof openBot>
beforeAll(async () => {
  base = await freshDatabase()
})
afterAll(() => base.close())
beforeEach(async () => {
  city = await openSmallCity(base.db, [quarterlyDuty])
  bot = openBot(base.db)
})

const press = async (day: string, urgent: boolean) => {
  const requestIds = (await bot.requests(day)).filter((r) => r.unitId === city.water).map(({ id }) => id)
  const hand = { personId: city.li, at: at(day, '10:00'), today: day, messageKey: 'tap:p' }
  return bot.reminding.press({ requestIds, key: 'p', hand, dry: false, urgent })
}

test('approved with the press: the card it sends is marked urgent once it has arrived, and once only', async () => {
  await bot.tick('2026-07-09')
  await press('2026-07-10', true)
  expect(bot.urged).toEqual([])
  await bot.tick('2026-07-10', '10:01')
  await bot.tick('2026-07-10', '10:02')
  await bot.tick('2026-07-10', '10:03')
  expect(bot.urged).toEqual([`person:${city.jiang} m:press:p:${city.jiang}`])
})

test('whoever had a card today gets no second one: that card is marked', async () => {
  await bot.tick('2026-07-09')
  expect((await press('2026-07-09', true)).spared.map(({ unit }) => unit)).toEqual(['市水务局'])
  await bot.tick('2026-07-09', '10:01')
  expect(bot.urged).toEqual([`person:${city.jiang} m:liaison:${city.jiang}:2026-07-09:1`])
  expect(bot.world.delivered.length).toBe(2)
})

test('never unless somebody said so', async () => {
  await bot.tick('2026-07-09')
  await press('2026-07-10', false)
  for (const day of ['2026-07-10', '2026-07-20', '2026-07-27']) await bot.tick(day, '11:00')
  expect(bot.urged).toEqual([])
})
