import { expect, test } from 'vitest'
import { periodOfDays } from '../../src/domain/period.ts'
import { intentOf } from '../../src/understand/intents.ts'

test.each([
  '名单什么时候之前报',
  '办理方案最迟几号前要报',
  '完成情况从第几季度开始报',
  '简报从几月报到几月',
  '附表1是报什么用的',
  '半年小结和年度总结是同一天交吗',
  '工作简报10号前报吗',
])('%s asks for a duty', (text) => {
  expect(intentOf(text)?.intent).toBe('duty')
})

test.each(['市水务局报了吗', '简报交上来了吗', '市水务局报没有', '哪家没报'])(
  '%s asks what was reported',
  (text) => {
    expect(intentOf(text)?.intent).toBe('progress')
  },
)

test.each([
  ['什么时候建成', 'deadline'],
  ['哪些任务几月底完成', 'deadline'],
  ['电报大楼片区改造多少平方米', 'metric'],
] as const)('%s does not', (text, intent) => {
  expect(intentOf(text)?.intent).toBe(intent)
})

test.each([
  ['2026-01-01', '2026-03-31', '2026Q1'],
  ['2026-02-01', '2026-02-28', '2026-02'],
  ['2026-01-01', '2026-06-30', '2026H1'],
  ['2026-01-01', '2026-12-31', '2026'],
  ['2026-01-05', '2026-03-31', null],
  ['2026-01-01', '2026-04-30', null],
])('%s to %s is %s', (start, end, period) => {
  expect(periodOfDays(start, end)).toBe(period)
})
