import { expect, test } from 'vitest'
import { readingOf } from '../../src/domain/match-readings.ts'

type Target = Parameters<typeof readingOf>[0]
const target = (name: string, unit = '条', by: string | null = null): Target => ({ name, unit, by })
const said = (metric: string, value: number, unit = '条') => ({ metric, value, unit })

const LINE = target('低空飞行商业航线')
const GOVERN = target('低空治理类航线')

test.each([
  ['the same name', LINE, [said('低空飞行商业航线', 6)], [LINE, GOVERN], 6],
  ['punctuation aside', target('“一网通办”事项', '项'), [said('一网通办事项', 3, '项')], [], 3],
  ['worded anew', LINE, [said('商业航线', 6), said('治理类航线', 812)], [LINE, GOVERN], 6],
  ['worded anew, the other', GOVERN, [said('商业航线', 6), said('治理类航线', 812)], [LINE, GOVERN], 812],
  ['another matter', LINE, [said('起降点', 6)], [LINE], null],
  ['another measure', LINE, [said('商业航线', 6, '公里')], [LINE], null],
  [
    'another measure of the same name is told as it is',
    LINE,
    [said('低空飞行商业航线', 6, '公里')],
    [LINE],
    6,
  ],
  [
    'one name, two measures',
    target('增加值', '%'),
    [said('增加值', 30, '亿元'), said('增加值', 8, '%')],
    [target('增加值', '%'), target('增加值', '亿元')],
    8,
  ],
  [
    'one name, two measures, the other only',
    target('增加值', '%'),
    [said('增加值', 30, '亿元')],
    [target('增加值', '%'), target('增加值', '亿元')],
    null,
  ],
  ['in another scale', target('投资', '亿元'), [said('投资', 8000, '万元')], [target('投资', '亿元')], 8000],
  [
    'a district by its name',
    target('候车亭', '个', '江北区'),
    [said('候车亭', 40, '个'), said('江北区候车亭', 15, '个')],
    [target('候车亭', '个'), target('候车亭', '个', '江北区')],
    15,
  ],
  [
    'the whole, not a district',
    target('候车亭', '个'),
    [said('江北区候车亭', 15, '个')],
    [target('候车亭', '个'), target('候车亭', '个', '江北区')],
    null,
  ],
  [
    'a name another target claims',
    target('新建公路', '公里'),
    [said('新建农村公路', 9, '公里')],
    [target('新建公路', '公里'), target('新建农村公路', '公里')],
    null,
  ],
] as const)('%s', (_, own, readings, targets, value) => {
  expect(readingOf(own, readings, targets)?.value ?? null).toBe(value)
})
