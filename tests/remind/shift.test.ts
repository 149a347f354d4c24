import { expect, test } from 'vitest'
import type { SaidDate } from '../../src/domain/duty-change.ts'
import { shiftOf } from '../../src/remind/shift.ts'

const on = (due: string): SaidDate => ({ due })
const day = (n: number | null): SaidDate => ({ recurrence: null, month: null, day: n })

test.each<readonly [string, SaidDate, string | null, string, string | null]>([
  ['the next one', on('2026-10-25'), null, '2026-10-02', '2026-10-20 → 2026-10-25'],
  ['brought forward', on('2026-10-15'), null, '2026-10-02', '2026-10-20 → 2026-10-15'],
  ['a day of its own month', day(25), null, '2026-09-22', '2026-10-20 → 2026-10-25'],
  ['the end of the month', day(null), null, '2026-10-02', '2026-10-20 → 2026-10-31'],
  ['the month behind, where the day is past', day(5), null, '2026-10-08', '2026-10-20 → 2026-11-05'],
  ['what has just fallen due', on('2026-10-12'), '2026-10-01', '2026-10-08', '2026-10-20 → 2026-10-12'],
  [
    'what has just fallen due is nearer',
    on('2026-10-09'),
    '2026-10-01',
    '2026-10-08',
    '2026-10-01 → 2026-10-09',
  ],
  ['a day that is past', on('2026-10-01'), null, '2026-10-02', null],
  ['a rhythm is no single day', { recurrence: 'monthly', month: null, day: 5 }, null, '2026-10-02', null],
])('%s', (_, said, last, today, want) => {
  const shift = shiftOf(said, { next: '2026-10-20', last }, today)
  expect(shift && `${shift.of} → ${shift.due}`).toBe(want)
})
