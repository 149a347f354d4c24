import { expect, test } from 'vitest'
import { paceOf, shareOf } from '../../src/domain/pace.ts'
import { unitFactor } from '../../src/text/unit-scale.ts'

const year = { startsOn: '2026-01-01', dueOn: '2026-12-31' }

test.each([
  [year, '2025-12-31', 0],
  [year, '2026-01-01', 1 / 365],
  [year, '2026-11-21', 325 / 365],
  [year, '2026-12-31', 1],
  [year, '2027-03-01', 1],
  [{ startsOn: '2026-07-01', dueOn: '2026-07-01' }, '2026-07-01', 1],
  [{ startsOn: '2026-07-01', dueOn: '2026-06-30' }, '2026-06-01', 0],
  [{ startsOn: null, dueOn: '2026-12-31' }, '2026-06-01', null],
  [{ startsOn: '2026-01-01', dueOn: null }, '2026-06-01', null],
] as const)('pace between %o on %s', (window, on, pace) => {
  expect(paceOf(window, on)).toBe(pace)
})

const target = { op: '=', value: 12, valueMax: null, unit: '家', kind: 'total' } as const
test.each([
  [target, { value: 9, unit: '家' }, 0.75],
  [target, { value: 15, unit: '家' }, 1.25],
  [target, { value: 9, unit: '条' }, null],
  [target, null, null],
  [{ ...target, unit: '亿元' }, { value: 30_000, unit: '万元' }, 0.25],
  [{ ...target, op: '<=' as const }, { value: 9, unit: '家' }, null],
  [{ ...target, value: 0 }, { value: 1, unit: '家' }, null],
  [{ ...target, kind: 'growth' as const, unit: '%' }, { value: 9, unit: '%' }, null],
  [{ ...target, kind: 'share' as const, unit: '%' }, { value: 9, unit: '%' }, 0.75],
] as const)('share of %o at %o', (metric, reading, share) => {
  expect(shareOf(metric, reading)).toBe(share)
})

test.each([
  ['条', '条', 1],
  ['万元', '亿元', 0.0001],
  ['亿元', '万元', 10_000],
  ['个', '万个', 0.0001],
  ['万千瓦', '千瓦', 10_000],
  ['万亿元', '亿元', 10_000],
  ['条', '公里', null],
  ['%', '个百分点', null],
  ['千米', '米', 1000],
] as const)('%s → %s', (from, to, factor) => {
  expect(unitFactor(from, to)).toBe(factor)
})
