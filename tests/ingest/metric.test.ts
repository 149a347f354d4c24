import { describe, expect, test } from 'vitest'
import { findMetrics } from '../../ingest/extract/metric.ts'
import { type MetricRow, metrics } from './metric.corpus.ts'

const rows = metrics.flatMap(([wanted, sentences]) => sentences.map((text) => ({ text, wanted })))
const full = ([name, op, value, unit, kind = 'total', period = null]: MetricRow) => ({
  name,
  op,
  value,
  unit,
  kind,
  period,
})

describe('targets of a sentence', () => {
  test.each(rows)('$text', ({ text, wanted }) => {
    const found = findMetrics(text).map(({ value: { name, op, value, unit, kind, period } }) => ({
      name,
      op,
      value,
      unit,
      kind,
      period,
    }))
    expect(found).toEqual(wanted.map(full))
  })
})

test('raw words are those of the text, and every figure stays in its own sentence', () => {
  const text = rows.map((r) => r.text.replace(/。?$/, '。')).join('')
  const found = findMetrics(text)
  expect(found.every((f) => text.slice(f.start, f.end) === f.value.raw)).toBe(true)
  expect(found.length).toBe(rows.reduce((n, r) => n + r.wanted.length, 0))
})

test('the upper end of a range is kept', () => {
  expect(findMetrics('引入1—3家头部企业。')[0]?.value).toMatchObject({ value: 1, valueMax: 3 })
})

test('costs in proportion to length', () => {
  const cost = (times: number): number => {
    const text = '建成绿道85公里、口袋公园26个'.repeat(times)
    const start = process.cpuUsage().user
    findMetrics(text)
    return process.cpuUsage().user - start
  }
  cost(500)
  expect(cost(5000) / cost(500)).toBeLessThan(30)
})
