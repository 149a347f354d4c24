import { describe, expect, test } from 'vitest'
import { type DeadlineContext, findCellDeadline, findDeadline } from '../../ingest/extract/deadline.ts'
import { cells, deadlines } from './deadline.corpus.ts'

const PLAN: DeadlineContext = {
  headings: ['二、重点任务', '（一）夯实基础'],
  title: '某市助老服务提升行动方案',
  period: { start: '2025-01-01', end: '2025-12-31', certainty: 'implied' },
}

describe('sentences', () => {
  const rows = deadlines.flatMap(([day, certainty, texts]) => texts.map((text) => ({ text, day, certainty })))
  test.each(rows)('$text', ({ text, day, certainty }) => {
    const found = findDeadline(text, PLAN)
    expect([found?.day ?? null, found?.certainty ?? null]).toEqual([day, certainty])
  })

  test.each(rows.filter((r) => r.day !== null))('$text has its words marked', ({ text }) => {
    const found = findDeadline(text, PLAN)
    expect(text.slice(found?.start, found?.end)).toBe(found?.raw)
  })
})

describe('cells', () => {
  const rows = cells.flatMap(([day, texts]) => texts.map((text) => ({ text, day })))
  test.each(rows)('$text', ({ text, day }) => {
    expect(findCellDeadline(text, PLAN)?.day ?? null).toBe(day)
  })
})

describe('the year', () => {
  const said = (context: Partial<DeadlineContext>) =>
    findDeadline('8月底前完成整改。', { ...PLAN, ...context })

  test('a heading goes before the title', () => {
    expect(said({ headings: ['2026年工作'], title: '2025年工作方案' })).toMatchObject({
      day: '2026-08-31',
      certainty: 'inherited',
    })
  })
  test('the title goes before the period', () => {
    expect(said({ title: '2026年工作方案' })).toMatchObject({ day: '2026-08-31', certainty: 'inherited' })
  })
  test('the first year of a plan of several', () => {
    const period = { start: '2025-01-01', end: '2027-12-31', certainty: 'stated' } as const
    expect(said({ title: '行动方案（2025—2027年）', period })).toMatchObject({
      day: '2025-08-31',
      certainty: 'implied',
    })
  })
  test('none told: no deadline is invented', () => {
    expect(said({ period: null })).toBeNull()
  })
})
