import { expect, test } from 'vitest'
import type { Rhythm } from '../../src/domain/order.ts'
import { nextAt, rhythmWords } from '../../src/domain/rhythm.ts'
import { shownIn } from '../../src/text/instant.ts'
import { workingDays } from '../../src/text/working-days.ts'

const ZONE = 'Asia/Shanghai'
const clock = { zone: ZONE, isWorkingDay: workingDays().isWorkingDay }
const of = (
  every: Rhythm['every'],
  day: number | null = null,
  time: string | null = null,
  month: number | null = null,
): Rhythm => ({ every, day, month, time })

/** After 10:00 on Thursday 2026-10-01, a holiday. */
const AFTER = new Date('2026-10-01T02:00:00Z')

test.each([
  [of('month', 1, '08:00'), '每月1日8:00', '2026-11-01 08:00'],
  [of('month', 1, '18:30'), '每月1日18:30', '2026-10-01 18:30'],
  [of('month', 31), '每月31日9:00', '2026-10-31 09:00'],
  [of('month', 32), '每月最后一天9:00', '2026-10-31 09:00'],
  [of('week', 1, '08:30'), '每周一8:30', '2026-10-05 08:30'],
  [of('week', 7), '每周日9:00', '2026-10-04 09:00'],
  [of('week'), '每周一9:00', '2026-10-05 09:00'],
  [of('day', null, '07:00'), '每天7:00', '2026-10-02 07:00'],
  [of('workday'), '每个工作日9:00', '2026-10-08 09:00'],
  [of('quarter', 5), '每季度首月5日9:00', '2026-10-05 09:00'],
  [of('quarter', 32), '每季度最后一天9:00', '2026-12-31 09:00'],
  [of('halfYear'), '每半年首月1日9:00', '2027-01-01 09:00'],
  [of('year', 10, null, 1), '每年1月10日9:00', '2027-01-10 09:00'],
  [of('year', 32, null, 2), '每年2月最后一天9:00', '2027-02-28 09:00'],
])('%j → %s, next %s', (rhythm, words, next) => {
  expect(rhythmWords(rhythm)).toBe(words)
  const { day, time } = shownIn(ZONE, nextAt(rhythm, AFTER, clock))
  expect(`${day} ${time}`).toBe(next)
})

test('the 31st of a short month is its last day, and every month has one', () => {
  const days: string[] = []
  let at = new Date('2027-01-15T00:00:00Z')
  for (let i = 0; i < 5; i++) {
    at = nextAt(of('month', 31), at, clock)
    days.push(shownIn(ZONE, at).day)
  }
  expect(days).toEqual(['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30', '2027-05-31'])
})
