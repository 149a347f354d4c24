import { expect, test } from 'vitest'
import { numeralOf } from '../../src/text/numerals.ts'

test('headings count 一 to 九十九', () => {
  expect([1, 9, 10, 11, 20, 21, 99].map(numeralOf)).toEqual([
    '一',
    '九',
    '十',
    '十一',
    '二十',
    '二十一',
    '九十九',
  ])
})

test.each([0, 100, 1.5, -1])('%d has no heading numeral', (n) => {
  expect(() => numeralOf(n)).toThrow(RangeError)
})
