import { afterAll, beforeAll, expect, test } from 'vitest'
import { openClock } from '../../src/app/clock.ts'
import { createDays } from '../../src/app/days.ts'
import { dayIn } from '../../src/app/zone.ts'
import { freshDatabase, type TestDatabase } from '../database.ts'

const ZONE = 'Asia/Shanghai'
const REAL = new Date('2026-11-22T15:20:00+08:00')

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

const open = () => openClock({ db: database.db, zone: ZONE, real: () => REAL })

test('the day moves on to nine in the morning, never back, and a restart keeps it', async () => {
  const clock = await open()
  expect(clock.now()).toEqual(REAL)
  await clock.moveTo('2026-11-25')
  expect(clock.now()).toEqual(new Date('2026-11-25T09:00:00+08:00'))
  await expect(clock.moveTo('2026-11-25')).rejects.toThrow('只能往后走')
  await expect(clock.moveTo('2026-11-01')).rejects.toThrow('只能往后走')
  await expect(clock.moveTo('2029-01-01')).rejects.toThrow('一年')
  expect((await open()).now()).toEqual(new Date('2026-11-25T09:00:00+08:00'))
})

test('the days offered: the next one, and the next on which anybody is asked', async () => {
  const clock = await open()
  const asked = ['2026-11-27', '2026-12-17']
  const settled: string[] = []
  const days = createDays({
    clock,
    dayOf: (at) => dayIn(ZONE, at),
    nextAsk: async (today) => asked.find((day) => day > today) ?? null,
    settle: async () => void settled.push(dayIn(ZONE, clock.now())),
  })
  expect(await days.choices()).toEqual([
    { text: '下一天', to: '2026-11-26' },
    { text: '到下次提醒', to: '2026-11-27' },
  ])
  await days.moveTo('2026-11-26')
  expect(await days.choices()).toEqual([{ text: '下一天', to: '2026-11-27' }])
  await days.moveTo('2026-12-17')
  expect(await days.choices()).toEqual([{ text: '下一天', to: '2026-12-18' }])
  expect(settled).toEqual(['2026-11-26', '2026-12-17'])
})
