import { describe, expect, test } from 'vitest'
import type { ExtractedTask } from '../../src/eval/extracted.ts'
import { LAYOUT_LABEL } from '../../src/eval/layout-labels.ts'
import { scoreLayout } from '../../src/eval/layout-score.ts'
import { percent } from '../../src/eval/measure.ts'

const label = (tasks: readonly object[], more: object = {}) =>
  LAYOUT_LABEL.parse({ file: 'a.txt', tasks, ...more })
const task = (change: Partial<ExtractedTask>): ExtractedTask => ({
  path: ['一'],
  part: null,
  title: null,
  text: '建设乡村冷链仓库并投入使用。',
  lead: [],
  responsible: [],
  supporting: [],
  effectiveLead: [],
  metrics: [],
  deadline: null,
  ...change,
})
const KEY = { path: ['一'], key: '建设乡村冷链仓库' }
const scored = (tasks: readonly object[], got: readonly ExtractedTask[], more: object = {}) => {
  const score = scoreLayout('a', label(tasks, more), got)
  return Object.fromEntries(Object.entries(score).map(([field, measure]) => [field, percent(measure)]))
}

describe('tasks of another layout', () => {
  test.each<[string, Partial<ExtractedTask>, number]>([
    ['the key opens the text', {}, 100],
    ['after a numeral', { text: '第3项建设乡村冷链仓库' }, 100],
    ['after its title', { title: '冷链', text: '冷链。建设乡村冷链仓库' }, 100],
    ['figures and letters lost', { text: '3建设乡村A冷链仓库' }, 100],
    ['another text', { text: '修缮老街' }, 0],
  ])('%s', (_, change, recall) => {
    expect(scored([{ ...KEY, title: '冷链' }], [task(change)]).recall).toBe(recall)
  })

  test('the longer key decides between two that begin alike', () => {
    const labels = [
      { ...KEY, keyLong: '建设乡村冷链仓库十座', lead: ['甲局'] },
      { ...KEY, keyLong: '建设乡村冷链仓库五座', lead: ['乙局'] },
    ]
    const got = [
      task({ text: '建设乡村冷链仓库五座', lead: ['乙局'] }),
      task({ text: '建设乡村冷链仓库十座', lead: ['甲局'] }),
    ]
    expect(scored(labels, got)).toMatchObject({ recall: 100, lead: 100 })
  })

  test('uncertain ones are neither asked nor counted against', () => {
    expect(
      scored([KEY, { key: '修缮老街', uncertain: true }], [task({}), task({ text: '修缮老街' })]),
    ).toMatchObject({ recall: 100, precision: 100 })
    expect(scored([KEY], [task({}), task({ text: '修缮老街' })])).toMatchObject({
      recall: 100,
      precision: 50,
    })
  })

  test('units: role by role, and whatever their role', () => {
    const want = { ...KEY, lead: ['甲局'], responsible: ['乙局'] }
    expect(scored([want], [task({ responsible: ['甲局', '乙局'] })])).toMatchObject({
      lead: 0,
      responsible: 66.7,
      units: 100,
    })
  })

  test('the first named as lead may be said as the effective lead', () => {
    const want = { ...KEY, lead: ['甲局'], responsible: ['乙局'], leadRule: '列第一位的为牵头单位' }
    const got = task({ responsible: ['甲局', '乙局'], effectiveLead: ['甲局'] })
    expect(scored([want], [got])).toMatchObject({ lead: 100, responsible: 100 })
  })

  test('other accepted forms, optional and inherited units', () => {
    const want = { ...KEY, lead: ['甲乙两局'], optionalUnits: ['有关部门'], inherited: ['丙局'] }
    const got = task({ lead: ['甲局', '乙局'], responsible: ['有关部门', '丙局'] })
    const more = { accept: { 甲乙两局: [['甲局', '乙局']] } }
    expect(scored([want], [got], more)).toMatchObject({
      lead: 100,
      responsible: null,
      units: 100,
      inherited: 100,
    })
  })

  test('a document without units: each one read is invented', () => {
    expect(
      scored([KEY], [task({ lead: ['甲局'] })], { expectNoUnits: true, subjectUnits: ['乙局'] }).units,
    ).toBe(0)
  })

  test('deadlines: other right days, and days without a year', () => {
    const day = (deadline: string | null, got: string | null, ok: readonly string[] = []) =>
      scored([{ ...KEY, deadline, deadlineOk: ok }], [task({ deadline: got })]).deadline
    expect([day('2026-06-30', '2026-06-30'), day('2026-06-30', null), day(null, '2026-06-30')]).toEqual([
      100, 0, 0,
    ])
    expect([
      day('2026-06-30', '2026-12-31', ['2026-12-31']),
      day('-06-30', '2031-06-30'),
      day('-06-30', '2031-07-30'),
    ]).toEqual([100, 100, 0])
  })
})
