import { describe, expect, test } from 'vitest'
import { type Checked, type Doubt, doubtsOf } from '../../src/domain/progress-check.ts'

const reading = (value: number, more: Partial<Checked> = {}): Checked => ({
  name: '低空物流航线',
  value,
  target: 1000,
  last: 800,
  kind: 'total',
  unit: '条',
  saidUnit: null,
  ...more,
})

const TABLE: readonly (readonly [string, Checked, readonly Doubt[]])[] = [
  ['on the way', reading(905), []],
  ['nothing reported before', reading(3, { last: null }), []],
  ['a little over the target', reading(1100), []],
  ['falls', reading(700), ['falls']],
  ['tenfold of the last and far above the target', reading(9050), ['tenfold', 'farAboveTarget']],
  [
    'four digits too small, in money',
    reading(168, { unit: '亿元', target: 1_680_000, last: null }),
    ['farBelowTarget'],
  ],
  ['a small count is no slip', reading(1, { last: null }), []],
  ['more than all', reading(103, { kind: 'share', unit: '%', target: 95, last: 92 }), ['impossible']],
  ['a share may fall without a word', reading(91, { kind: 'share', unit: '%', target: 95, last: 92 }), []],
  ['half a person', reading(22.6, { unit: '人', last: null }), ['fraction']],
  [
    'stations per ten thousand people',
    reading(31.5, { name: '每万人基站数', unit: '个', target: 35, last: null }),
    [],
  ],
  ['kilometres have fractions', reading(126.5, { unit: '公里', target: 180, last: null }), []],
  ['visits for people', reading(905, { saidUnit: '人' }), ['otherUnit']],
  [
    'a growth ten times the target',
    reading(150, { kind: 'growth', unit: '%', target: 15, last: null }),
    ['farAboveTarget'],
  ],
  ['a growth may be negative', reading(-3, { kind: 'growth', unit: '%', target: 15, last: 4 }), []],
  ['a total may not', reading(-3, { last: null }), ['impossible']],
  ['what is to stay below its target may fall', reading(700, { op: '<=' }), []],
  ['… and is asked about where it soars', reading(9000, { op: '<=', last: 950 }), ['farAboveTarget']],
  ['a target of a handful is easily passed', reading(6, { target: 1, last: null }), []],
]

describe('checks before a reading is confirmed', () => {
  test.each(TABLE)('%s', (_, checked, doubts) => {
    expect(doubtsOf(checked)).toEqual(doubts)
  })
})
