import { expect, test } from 'vitest'
import type { FiguresFacts } from '../../src/answer/figures-facts.ts'
import type { MetricQuery } from '../../src/answer/kinds/figure-facts.ts'
import { figureUnsaid } from '../../src/answer/kinds/unsaid-figure.ts'

const query = (more: Partial<MetricQuery>): MetricQuery => ({
  kind: 'metric',
  filter: { topics: ['培训'] },
  ...more,
})
const facts = (
  sentence: string,
  years: readonly [string, string],
  indicators: readonly object[] = [],
): FiguresFacts =>
  ({
    kind: 'figures',
    tasks: [
      { row: { document: { periodStart: `${years[0]}-01-01`, periodEnd: `${years[1]}-12-31` } }, sentence },
    ],
    goals: [],
    clauses: [],
    indicators,
  }) as unknown as FiguresFacts

/** 每年 is no sum, a sum is no 每年, a target is no result; a table has columns for them. */
test.each([
  ['每年培训500人', { total: true }, ['2025', '2027'], 'total'],
  ['到2027年培训500人', { total: true }, ['2025', '2027'], null],
  ['到2027年培训500人', { per: '年' }, ['2025', '2027'], 'rate'],
  ['培训500人', { per: '年' }, ['2025', '2025'], null],
  ['每年培训500人', { per: '年' }, ['2025', '2027'], null],
  ['每年培训500人', { per: '月' }, ['2025', '2027'], 'rate'],
  ['培训500人', { reached: true }, ['2025', '2025'], 'reached'],
] as const)('%s of %j', (sentence, asked, years, unsaid) => {
  expect(figureUnsaid(query(asked), facts(sentence, years))).toBe(unsaid)
})

test('a table tells', () => {
  expect(figureUnsaid(query({ reached: true }), facts('培训500人', ['2025', '2025'], [{}]))).toBeNull()
})
