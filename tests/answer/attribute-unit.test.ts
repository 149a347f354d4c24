import { expect, test } from 'vitest'
import { isOfAttribute } from '../../src/answer/kinds/attribute-unit.ts'
import { amount } from '../../src/cards/answer/figure-words.ts'

test.each([
  ['集体经济收入', '%', 'share', false],
  ['粮食产量', '万亩', 'total', false],
  ['播种面积', '亿斤', 'total', false],
  ['绿道里程', '个', 'total', false],
  ['激活率', '人', 'total', false],
  ['集体经济收入', '亿元', 'total', true],
  // 增长7%左右 is how the target of an added value is set
  ['工业增加值', '%', 'growth', true],
  ['粮食产量', '亿斤', 'total', true],
  ['播种面积', '万亩', 'total', true],
  ['机架', '万个', 'total', true],
  ['办事效率', '项', 'total', true],
] as const)('%s in %s (%s): %s', (topic, unit, kind, can) => {
  expect(isOfAttribute(topic, { unit, kind })).toBe(can)
})

test('a range is said whole', () => {
  expect(amount({ op: '=', value: 1, valueMax: 2, unit: '家' })).toBe('1—2家')
  expect(amount({ op: '>=', value: 10, valueMax: null, unit: '条' })).toBe('不少于10条')
})
