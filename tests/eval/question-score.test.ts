import { describe, expect, test } from 'vitest'
import { nameDocuments } from '../../src/eval/document-ids.ts'
import { QUESTION_LABEL } from '../../src/eval/question-labels.ts'
import { type GivenAnswer, judge } from '../../src/eval/question-score.ts'

const ids = new Map([['云政办〔2026〕8号', '2026-8']])
const given = (change: Partial<GivenAnswer>): GivenAnswer => ({
  kind: 'tasks',
  text: '',
  tasks: [],
  ...change,
})
const task = (path: readonly string[], no: number | null = null, part: number | null = null) => ({
  document: '云政办〔2026〕8号',
  path,
  no,
  part,
})
const reasons = (expected: object, answer: Partial<GivenAnswer>, kind = 'metric') =>
  judge(QUESTION_LABEL.parse({ id: '1', kind, q: '问', expect: expected }), given(answer), ids)

describe('an answer', () => {
  test.each<[string, object, Partial<GivenAnswer>, readonly string[]]>([
    ['says the value in one of its forms', { values: ['4万|40000'] }, { text: '目标40,000个' }, []],
    ['does not say it', { values: ['4万|40000'] }, { text: '目标4千个' }, ['缺 4万|40000']],
    ['says one of several', { values_any: [['甲', '乙']] }, { text: '乙' }, []],
    ['says none of several', { values_any: [['甲', '乙']] }, { text: '丙' }, ['缺其一 甲/乙']],
    ['lacks a unit', { units: ['市水务局'] }, { text: '市财政局' }, ['缺单位 市水务局']],
    [
      'names the task by its path',
      { tasks: ['2026-8:二（一）1'] },
      { tasks: [task(['二', '（一）', '1'])] },
      [],
    ],
    ['by its running number', { tasks: ['2026-8:52'] }, { tasks: [task(['二', '3'], 52)] }, []],
    ['by a part of it', { tasks: ['2026-8:52'] }, { tasks: [task([], 52, 2)] }, []],
    ['lacks the task', { tasks: ['2026-8:52'] }, { tasks: [task([], 5)] }, ['缺任务 2026-8:52']],
    ['says none where there is an answer', { values: [] }, { kind: 'none' }, ['说没有']],
    ['says none where there is none', { none: true }, { kind: 'none' }, []],
    ['says so in words', { none: true }, { text: '文件未写明' }, []],
    ['invents', { none: true }, { text: '12条' }, ['文件没有写，应当说没有']],
  ])('%s', (_, expected, answer, wrong) => {
    expect(reasons(expected, answer)).toEqual(wrong)
  })

  test('a whole list is wrong with one more, unless that one is optional', () => {
    const two = { tasks: [task([], 1), task([], 2)] }
    expect(reasons({ tasks: ['2026-8:1'] }, two)).toEqual([])
    expect(reasons({ tasks: ['2026-8:1'] }, two, 'unit_tasks')).toEqual(['多任务 2026-8:'])
    expect(reasons({ tasks: ['2026-8:1'], tasks_optional: ['2026-8:2'] }, two, 'unit_tasks')).toEqual([])
    expect(reasons({ tasks: ['2026-8:1'], tasks_exact: false }, two, 'topic')).toEqual([])
  })
})

test('ids: by number, by labelled title, by what is left over', () => {
  const [numbered, titled, left] = [
    { number: '云政办[2026] 8号', title: '甲' },
    { number: null, title: '乙' },
    { number: null, title: '丙' },
  ]
  const groups = [
    { documents: [numbered, titled, left], ids: ['plan', 'report'] },
    { documents: [left], ids: ['report'] },
  ]
  expect([...nameDocuments(groups, new Map())]).toEqual([
    ['云政办[2026] 8号', '2026-8'],
    ['丙', 'report'],
    ['乙', 'plan'],
  ])
  expect(nameDocuments([{ documents: [titled], ids: [] }], new Map([['乙', 'second']])).get('乙')).toBe(
    'second',
  )
  expect([...nameDocuments([{ documents: [titled, left], ids: ['x'] }], new Map())]).toEqual([])
})
