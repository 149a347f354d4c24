import { expect, test } from 'vitest'
import { findRecurrences } from '../../src/text/recurrence.ts'

const CORPUS: readonly (readonly [string | null, readonly string[]])[] = [
  ['monthly', ['每月', '每个月', '按月', '逐月', '月调度', '月通报', '月报', '每月5日前']],
  ['quarterly', ['每季度', '每个季度', '按季', '按季度', '季通报', '季调度', '季度通报', '季报']],
  ['semiannual', ['每半年', '按半年', '半年检查', '半年通报']],
  ['annual', ['每年', '全年总结', '年终总结', '按年度']],
  [
    null,
    [
      '3月报送',
      '三季度通报',
      '上半年总结',
      '月底前',
      '12月报告',
      '季节',
      '半年工作小结',
      '今年考核',
      '年度预算',
      '本季度',
      '个月报',
    ],
  ],
]

const rows = CORPUS.flatMap(([value, words]) => words.map((text) => ({ text, value })))

test.each(rows)('$text → $value', ({ text, value }) => {
  expect(findRecurrences(text).map((f) => f.value)).toEqual(value === null ? [] : [value])
})
