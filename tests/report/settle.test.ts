import { describe, expect, test } from 'vitest'
import { periodFor, settleAsked } from '../../src/chat/report/settle.ts'
import type { ReportAsked } from '../../src/domain/order.ts'
import { STRANGER, type Viewer } from '../../src/domain/person.ts'

const asked = (more: Partial<ReportAsked> = {}): ReportAsked => ({
  ...{ report: null, period: null, scope: '', tasks: [], units: [], form: null },
  ...more,
})
const unit = (name: string) => ({ ids: [1], name, said: null })
const task = (no: number) => ({ id: no, document: '5号', path: [], no, part: null })
const SUPERVISOR: Viewer = { ...STRANGER, roles: ['supervisor'] }
const LEADER: Viewer = { ...STRANGER, roles: ['leader'] }

describe('which period', () => {
  test.each([
    // said: as said, fitted to the rhythm of the kind
    ['quarterly', '2026Q2', '2026-11-22', '2026Q2'],
    ['quarterly', '2026-08', '2026-11-22', '2026Q3'],
    ['monthly', '2026Q3', '2026-11-22', '2026-09'],
    ['monthly', '2026Q4', '2026-11-22', '2026-11'],
    ['annual', '2026Q2', '2026-11-22', '2026'],
    ['unit', '2026-08', '2026-11-22', '2026-08'],
    // unsaid: the last one while people still write about it
    ['monthly', null, '2026-11-01', '2026-10'],
    ['monthly', null, '2026-11-10', '2026-10'],
    ['monthly', null, '2026-11-11', '2026-11'],
    ['quarterly', null, '2026-10-20', '2026Q3'],
    ['quarterly', null, '2026-11-22', '2026Q4'],
    ['halfYear', null, '2026-07-20', '2026H1'],
    ['annual', null, '2027-01-15', '2026'],
    ['onePage', null, '2026-10-01', '2026Q4'],
  ] as const)('%s %s on %s → %s', (kind, said, today, want) => {
    expect(periodFor(kind, said, today)).toBe(want)
  })
})

describe('which kind', () => {
  test.each([
    [asked(), SUPERVISOR, 'monthly'],
    [asked(), LEADER, 'onePage'],
    [asked({ scope: '低空经济' }), LEADER, 'topic'],
    [asked({ units: [unit('市水务局')] }), LEADER, 'unit'],
    [asked({ units: [unit('市水务局'), unit('市经信局')] }), LEADER, 'comparison'],
    [asked({ tasks: [task(52)] }), SUPERVISOR, 'task'],
    [asked({ tasks: [task(52), task(53)] }), SUPERVISOR, 'ledger'],
    [asked({ form: 'xlsx' }), SUPERVISOR, 'ledger'],
    [asked({ scope: '滞后的' }), SUPERVISOR, 'ledger'],
    [asked({ report: 'topic', scope: '逾', form: 'xlsx' }), SUPERVISOR, 'ledger'],
    [asked({ report: 'topic', scope: '材料' }), SUPERVISOR, 'monthly'],
    [asked({ report: 'annual', scope: '低空经济' }), SUPERVISOR, 'annual'],
  ] as const)('%j', (words, viewer, kind) => {
    expect(settleAsked(words, viewer, '2026-10-20').kind).toBe(kind)
  })
})

describe('what of', () => {
  test.each([
    ['只要滞后的不算范围', '滞后的', true, ''],
    ['主题和滞后', '低空经济 逾期的', true, '低空经济'],
    ['全市就是全部', '全市', false, ''],
    ['主题', '老旧小区改造', false, '老旧小区改造'],
    ['报告的名字不是范围', '调度', false, ''],
    ['报告的名字不是范围', '材料汇总', false, ''],
    ['两头的去掉', '低空经济工作进展', false, '低空经济工作'],
    ['两头的去掉', '督查低空经济的情况', false, '低空经济'],
  ])('%s', (_, scope, lateOnly, about) => {
    expect(settleAsked(asked({ scope }), SUPERVISOR, '2026-10-20')).toMatchObject({ lateOnly, about })
  })

  test('twice the same: nothing is remembered between two', () => {
    const twice = [1, 2].map(() => settleAsked(asked({ scope: '滞后的' }), SUPERVISOR, '2026-10-20').lateOnly)
    expect(twice).toEqual([true, true])
  })

  test('what was taken for granted is said', () => {
    expect(settleAsked(asked({ report: 'monthly' }), SUPERVISOR, '2026-11-03').assumptions).toEqual([
      '没有说哪一期，按2026年10月出',
    ])
    expect(
      settleAsked(asked({ report: 'monthly', period: '2026-10' }), SUPERVISOR, '2026-11-03').assumptions,
    ).toEqual([])
  })
})
