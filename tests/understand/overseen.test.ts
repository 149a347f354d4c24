import { expect, test } from 'vitest'
import { STRANGER, type Viewer } from '../../src/domain/person.ts'
import type { Query } from '../../src/domain/query.ts'
import { understand } from '../../src/understand/understand.ts'
import { LEXICON, TODAY } from './lexicon.ts'

const LEADER: Viewer = { ...STRANGER, name: '林雨桐', roles: ['leader'], oversees: [2, 4] }

const read = (text: string, viewer = LEADER) =>
  understand(text, { viewer, history: [], today: TODAY, lexicon: LEXICON })

const unitsOf = (query: Query) =>
  'filter' in query ? query.filter.units?.flatMap((unit) => unit.ids) : undefined

test.each([
  '我分管的单位牵头哪些任务',
  '我分管的单位今年有哪些任务',
  '我分管的部门牵头几项',
  '我主管的几个局有哪些任务',
])('%s: the units under the asker, with their old names', (question) => {
  const { query, assumptions } = read(question)
  expect(unitsOf(query)).toEqual([2, 4, 3])
  expect(assumptions).toEqual(['“我分管的”按市经信局、市科技创新局理解'])
})

test('who has nobody under them is told so', () => {
  expect(read('我分管的单位牵头哪些任务', STRANGER).query).toMatchObject({ kind: 'clarify' })
})

test.each(['分管领导是谁', '谁分管交通工作', '市经信局牵头哪些任务'])('%s: nobody of mine', (question) => {
  expect(unitsOf(read(question).query) ?? []).not.toContain(4)
})
