import { expect, test } from 'vitest'
import { NUMERAL, parseNumber, parseShare } from '../../src/text/numbers.ts'
import { numbers, shares } from './numbers.corpus.ts'

const rows = <T>(corpus: readonly (readonly [T, readonly string[]])[]) =>
  corpus.flatMap(([value, words]) => words.map((text) => ({ text, value })))

test.each(rows(numbers))('number $text → $value', ({ text, value }) => {
  expect(parseNumber(text)).toBe(value)
})

test.each(rows(shares))('share $text → $value', ({ text, value }) => {
  expect(parseShare(text)).toBe(value)
})

test('numerals are found whole', () => {
  expect('新增两千三百户、1.5万人和3,200亩，第八十条'.match(NUMERAL)).toEqual([
    '两千三百',
    '1.5万',
    '3,200',
    '八十',
  ])
})
