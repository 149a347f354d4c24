import { expect, test } from 'vitest'
import { reportName } from '../../src/cards/progress/naming.ts'

test.each([
  ['2026-10', '10月报送'],
  ['2025-12', '2025年12月报送'],
  ['2026Q3', '第三季度报送'],
  ['2026H1', '上半年报送'],
  ['2026', '全年报送'],
  ['2025', '2025年全年报送'],
])('%s in 2026 is called %s', (period, name) => {
  expect(reportName(period, '2026-11-21')).toBe(name)
})
