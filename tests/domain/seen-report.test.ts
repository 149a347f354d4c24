import { expect, test } from 'vitest'
import { type Role, STRANGER, type Viewer } from '../../src/domain/person.ts'
import type { Progress } from '../../src/domain/progress.ts'
import { seenReport } from '../../src/domain/seen-report.ts'

const UNIT = 1
const LEAD = 2
const OTHER = 3
const report = (over: Partial<Progress> = {}): Progress => ({
  ...{
    id: 1,
    taskId: 1,
    unitId: UNIT,
    unit: '市经信局',
    period: '2026Q3',
    capacity: 'responsible',
    state: 'blocked',
  },
  ...{ text: '开了6条，卡在用地上，年底能完成', readings: [], unchanged: false, expectedFinish: null },
  ...{
    difficulty: '卡在用地上',
    help: null,
    insisted: null,
    adoptedFrom: null,
    person: null,
    messageKey: 'm',
  },
  ...{ reportedAt: new Date(0), reportedOn: '2026-10-15', late: false, supersedes: null, supersededAt: null },
  ...{ review: 'pending', reviewedBy: null, reviewNote: null, ...over },
})
const viewer = (role: Role, unitId: number | null, oversees: readonly number[] = []): Viewer => ({
  ...STRANGER,
  roles: [role],
  unitId,
  oversees,
})

const CASES: readonly (readonly [string, Viewer | null, 'all' | 'confirmed' | 'nothing'])[] = [
  ['nobody in particular', null, 'all'],
  ['a stranger', STRANGER, 'confirmed'],
  ['an official of the unit', viewer('official', UNIT), 'all'],
  ['an official of the lead', viewer('official', LEAD), 'all'],
  ['an official of another unit', viewer('official', OTHER), 'confirmed'],
  ['a liaison of the unit', viewer('liaison', UNIT), 'all'],
  ['a liaison of the lead', viewer('liaison', LEAD), 'all'],
  ['a liaison of another unit', viewer('liaison', OTHER), 'confirmed'],
  ['a leader over the unit', viewer('leader', null, [UNIT]), 'all'],
  ['a leader over the lead', viewer('leader', null, [LEAD]), 'all'],
  ['a leader over others', viewer('leader', null, [OTHER]), 'confirmed'],
  ['oversight without being a leader', viewer('official', null, [UNIT]), 'confirmed'],
  ['a supervisor', viewer('supervisor', OTHER), 'all'],
  ['an operator', viewer('operator', OTHER), 'nothing'],
  ['an operator of the unit', viewer('operator', UNIT), 'nothing'],
]

test.each(CASES)('%s', (_, who, sees) => {
  const [pending, confirmed] = [report(), report({ review: 'confirmed' })]
  const open = { ...confirmed, difficulty: null, text: '开了6条，年底能完成', state: 'ongoing' }
  const expected = { all: [pending, confirmed], confirmed: [null, open], nothing: [null, null] }[sees]
  expect([pending, confirmed].map((r) => seenReport(r, [LEAD], who))).toEqual(expected)
})

test('difficulties told in other words take the whole text with them', () => {
  const told = report({
    review: 'confirmed',
    text: '土地指标没批下来',
    difficulty: '用地未批',
    help: '协调用地',
  })
  expect(seenReport(told, [], STRANGER)).toMatchObject({ text: '', difficulty: null, help: null })
})
