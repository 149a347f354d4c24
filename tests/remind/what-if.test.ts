import { afterAll, beforeAll, expect, test } from 'vitest'
import { idleWords, lineWords } from '../../src/cards/remind/wording.ts'
import { freshDatabase, type TestDatabase } from '../database.ts'
import { openBot, openSmallCity, quarterlyDuty } from './small-city.ts'

let base: TestDatabase
let bot: ReturnType<typeof openBot>
beforeAll(async () => {
  base = await freshDatabase()
  await openSmallCity(base.db, [quarterlyDuty, { ...quarterlyDuty, who: '领导小组办公室', what: '书面报告' }])
  bot = openBot(base.db)
})
afterAll(() => base.close())

const NAME = '市水务局　第二季度报送 2/2项（7月20日前）　'
const DAYS: readonly (readonly [string, readonly string[]])[] = [
  ['2026-07-08', []],
  ['2026-07-09', [`${NAME}提前7个工作日提醒 → 江小波：发送，到了该提醒的日子`]],
  ['2026-07-10', [`${NAME}提前7个工作日提醒 → 江小波：不发，这一次已在7月9日处理过`]],
  ['2026-07-18', [`${NAME}提前1个工作日提醒 → 江小波：不发，今天不是工作日`]],
  ['2026-07-20', [`${NAME}到期当天提醒 → 江小波：发送，到了该提醒的日子`]],
  [
    '2026-07-23',
    [
      `${NAME}逾期第3个工作日提醒 → 江小波：发送，到了该提醒的日子`,
      `${NAME}告知单位负责同志：不发，没有登记单位负责同志或分管领导，到时直接列入督查室清单`,
    ],
  ],
  [
    '2026-07-27',
    [
      `${NAME}逾期第5个工作日提醒 → 江小波：发送，到了该提醒的日子`,
      `${NAME}告知单位负责同志：不发，没有登记单位负责同志或分管领导，到时直接列入督查室清单`,
      `${NAME}列入督查室逾期清单 → 李敏：列入督查室清单，到了该提醒的日子`,
    ],
  ],
  [
    '2026-07-28',
    [
      `${NAME}逾期第6个工作日提醒 → 江小波：不再催，已提醒9次，到了每次报送的上限`,
      `${NAME}告知单位负责同志：不发，没有登记单位负责同志或分管领导，到时直接列入督查室清单`,
      `${NAME}列入督查室逾期清单 → 李敏：不发，这一次已在7月27日处理过`,
    ],
  ],
]

test.each(DAYS)('%s, every line of one unit', async (day, expected) => {
  const { lines } = await bot.explain(day)
  const own = lines.filter(({ request }) => request.unit === '市水务局')
  expect(own.map((line) => lineWords(line, day))).toEqual(expected)
})

test('duties that ask nobody say why, unknown calendars are named, and nothing was written', async () => {
  const { idle, unknownYears } = await bot.explain('2027-01-11')
  expect(idle.map(idleWords)).toEqual([
    '云政办〔2026〕1号　领导小组办公室书面报告：写的单位不在任务的承办单位里，或名录里没有，不自动提醒',
  ])
  expect(unknownYears).toEqual([2027])
  expect(await base.db.query('select from request')).toEqual([])
})

test('the next day anybody is asked', async () => {
  await bot.tick('2026-06-01')
  expect(await bot.reminding.nextAsk()).toBe('2026-07-09')
  await bot.tick('2026-07-09')
  expect(await bot.reminding.nextAsk()).toBe('2026-07-15')
})
