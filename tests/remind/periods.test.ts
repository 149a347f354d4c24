import { describe, expect, test } from 'vitest'
import type { Recurrence } from '../../src/domain/document.ts'
import { kindsOf } from '../../src/remind/duty.ts'
import { recurringPeriod, singlePeriod } from '../../src/remind/reported-period.ts'

type Recurring = readonly [string, Recurrence, string, string]
const RECURRING: readonly Recurring[] = [
  ['上一季度责任事项进展情况', 'quarterly', '2026-07-20', '2026Q2'],
  ['责任事项完成情况', 'quarterly', '2026-07-20', '2026Q2'],
  ['责任事项完成情况', 'quarterly', '2027-01-20', '2026Q4'],
  ['本季度进展', 'quarterly', '2026-07-20', '2026Q3'],
  ['进展情况', 'quarterly', '2026-09-25', '2026Q3'],
  ['办理工作简报', 'monthly', '2026-11-25', '2026-11'],
  ['办理工作简报', 'monthly', '2026-11-05', '2026-10'],
  ['办理工作简报', 'monthly', '2026-01-10', '2025-12'],
  ['当月工作开展情况', 'monthly', '2026-11-05', '2026-11'],
  ['上月工作开展情况', 'monthly', '2026-11-25', '2026-10'],
  ['上个月情况', 'monthly', '2026-11-25', '2026-10'],
  ['半年进展和年度总结', 'semiannual', '2026-06-30', '2026H1'],
  ['半年进展', 'semiannual', '2026-12-31', '2026H2'],
  ['工作小结', 'semiannual', '2026-07-10', '2026H1'],
  ['工作小结', 'semiannual', '2027-01-10', '2026H2'],
  ['工作总结', 'annual', '2026-12-10', '2026'],
  ['工作总结', 'annual', '2027-01-15', '2026'],
  ['本年度计划', 'annual', '2027-01-15', '2027'],
]

test.each(RECURRING)('%s, %s, due %s → %s', (what, recurrence, due, period) => {
  expect(recurringPeriod(recurrence, due, { what, text: what })).toBe(period)
})

test('the sentence tells what the name of the report does not', () => {
  const text = '每月25日前，报送简报，反映上月情况。'
  expect(recurringPeriod('monthly', '2026-11-25', { what: '简报', text })).toBe('2026-10')
})

describe('a report due once', () => {
  test.each([
    ['上半年办理工作小结', '2026-07-05', '2026H1'],
    ['半年工作小结', '2026-06-30', '2026H1'],
    ['半年工作小结', '2026-10-15', '2026H2'],
    ['下半年工作小结', '2027-01-10', '2026H2'],
    ['全年办理情况总结', '2026-12-31', '2026'],
    ['全年办理情况总结', '2027-01-15', '2026'],
    ['年度小结', '2026-08-31', '2026'],
    ['办理工作总结', '2026-11-30', '2026'],
    ['办理工作总结', '2026-06-30', '2026-06'],
    ['第三季度进展情况', '2026-10-10', '2026Q3'],
    ['四季度进展情况', '2027-01-10', '2026Q4'],
    ['上季度进展', '2026-10-10', '2026Q3'],
    ['10月份进展情况', '2026-11-03', '2026-10'],
    ['12月份进展情况', '2027-01-03', '2026-12'],
    ['进展情况', '2026-08-31', '2026-08'],
    ['进展情况', '2026-08-05', '2026-07'],
  ])('%s due %s → %s', (what, due, period) => {
    expect(singlePeriod(due, { what, text: what })).toBe(period)
  })
})

test.each([
  ['制订的办理方案、督办工作人员名单及联系方式', ['handlingPlan', 'contacts']],
  ['办理方案和督办联络员名单', ['handlingPlan', 'contacts']],
  ['具体工作方案', ['handlingPlan']],
  ['分管负责人和联络员名单', ['contacts']],
  ['工作方案落实情况', ['progress']],
  ['办理工作简报', ['progress']],
  ['实施方案和进展情况', ['handlingPlan', 'progress']],
  ['月调度', ['progress']],
  ['书面材料', ['progress']],
])('%s is %j', (what, kinds) => {
  expect(kindsOf(what)).toEqual(kinds)
})
