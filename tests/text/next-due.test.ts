import { expect, test } from 'vitest'
import type { Recurrence } from '../../src/domain/document.ts'
import { nextDue } from '../../src/text/next-due.ts'

type Row = readonly [
  string,
  Recurrence,
  { month?: number; day?: number; from?: string; until?: string },
  string,
  string | null,
]
const ROWS: readonly Row[] = [
  ['每月25日前', 'monthly', { day: 25 }, '2026-11-22', '2026-11-25'],
  ['每月25日前, the day itself', 'monthly', { day: 25 }, '2026-11-25', '2026-11-25'],
  ['每月25日前, over the turn of the year', 'monthly', { day: 25 }, '2026-12-26', '2027-01-25'],
  ['每月31日前 in a short month', 'monthly', { day: 31 }, '2027-02-03', '2027-02-28'],
  ['每季度第1个月的20日前', 'quarterly', { month: 1, day: 20 }, '2026-11-22', '2027-01-20'],
  ['每季度第1个月的20日前, still ahead', 'quarterly', { month: 1, day: 20 }, '2026-10-08', '2026-10-20'],
  ['每季度最后一个月', 'quarterly', { month: 3 }, '2026-11-22', '2026-12-31'],
  ['每半年 6月底', 'semiannual', { month: 6 }, '2026-11-22', '2026-12-31'],
  ['每年12月10日', 'annual', { month: 12, day: 10 }, '2026-12-11', '2027-12-10'],
  ['自2026年第二季度起', 'quarterly', { month: 1, day: 20, from: '2026-04-01' }, '2026-01-05', '2026-04-20'],
  ['over', 'monthly', { day: 25, until: '2026-12-31' }, '2026-12-28', null],
  ['每季度, no day told', 'quarterly', {}, '2026-11-22', null],
]

test.each(ROWS)('%s', (_, recurrence, said, today, expected) => {
  const { month = null, day = null, from = null, until = null } = said
  expect(nextDue(recurrence, { month, day, from, until }, today)).toBe(expected)
})
