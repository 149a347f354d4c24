import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../database.ts'
import { openBot, openSmallCity, quarterlyDuty } from './small-city.ts'

const monthlyDuty = {
  ...{
    ...quarterlyDuty,
    what: '工作简报',
    recurrence: 'monthly' as const,
    text: '各牵头单位每月25日前报送简报。',
  },
  timing: { from: null, until: null, month: null, day: 25 },
}

let base: TestDatabase
let bot: ReturnType<typeof openBot>
beforeAll(async () => {
  base = await freshDatabase()
})
afterAll(() => base.close())
beforeEach(async () => {
  await openSmallCity(base.db, [monthlyDuty])
  bot = openBot(base.db)
})

const periods = async (day: string) => [...new Set((await bot.requests(day)).map(({ period }) => period))]
const cards = () => bot.world.delivered.map(({ title }) => title)

test('the first time ever nobody is pressed for what was due before', async () => {
  await bot.tick('2026-06-29')
  expect(await periods('2026-06-29')).toEqual([])
  await bot.tick('2026-07-20')
  expect(await periods('2026-07-20')).toEqual(['2026-07'])
})

test('after standing still for two months nothing is lost, and one card comes, not a pile', async () => {
  await bot.tick('2026-06-16')
  await bot.tick('2026-08-19')
  expect(await periods('2026-08-19')).toEqual(['2026-06', '2026-07', '2026-08'])
  expect(cards().slice(2)).toEqual([
    '6项待报，最早的已过期39个工作日（应于6月25日前）',
    '3项待报，最早的已过期39个工作日（应于6月25日前）',
    '还有2个单位没报',
  ])
  const rungs = await base.db.query(`select distinct rung from ask where asked_on = '2026-08-19' order by 1`)
  expect(rungs.map(({ rung }: { rung?: string }) => rung)).toEqual(['T-7', 'late:18', 'late:39', 'list'])
})
