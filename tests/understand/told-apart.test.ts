import { expect, test } from 'vitest'
import { STRANGER } from '../../src/domain/person.ts'
import type { Query } from '../../src/domain/query.ts'
import { plainText } from '../../src/understand/plain-text.ts'
import { understand } from '../../src/understand/understand.ts'
import { LEXICON } from './lexicon.ts'

const context = { viewer: STRANGER, history: [], today: '2026-11-22', lexicon: LEXICON }
const read = (text: string): Query => understand(text, context).query
const parts = (query: Query): readonly Query[] => (query.kind === 'several' ? query.queries : [query])

test.each([
  ['老字号累计要保护多少家', 'all'],
  ['老字号新增多少家', 'new'],
  ['老字号累计新增多少家', undefined],
  ['老字号三年累计多少家', undefined],
  ['老字号要保护多少家', undefined],
])('%s asks for %s', (text, extent) => {
  expect(read(text)).toMatchObject({ kind: 'metric' })
  expect((read(text) as { extent?: string }).extent).toBe(extent)
})

test.each([
  ['2026年1号议案有几项任务没有写市经信局？', 'none'],
  ['2026年1号议案没写各区人民政府的有几项', 'none'],
  ['2026年1号议案写了市经信局的有几项', undefined],
  ['2026年1号议案有没有写市经信局的任务', undefined],
])('%s: the unit is %s', (text, join) => {
  expect((read(text) as { filter?: { unitsJoin?: string } }).filter?.unitsJoin).toBe(join)
})

test.each([
  ['提到桥的任务有哪几条', ['桥']],
  ['写到茶的有几项任务', ['茶']],
  ['提到它的任务有哪几条', undefined],
])('%s: %j', (text, topics) => {
  expect((read(text) as { filter?: { topics?: string[] } }).filter?.topics).toEqual(topics)
})

test.each([
  ['公交专用道2023年和2026年都由谁管', 2],
  ['公交专用道2026年由谁管', 1],
  ['2026年1号议案4月底要报什么，9月底要报什么', 2],
  ['2026年1号议案4月底要报什么', 1],
  ['2026年1号议案有几项任务，市经信局牵头的有几项', 2],
  ['2026年1号议案市经信局牵头的有几项', 1],
])('%s is asked as %i', (text, count) => {
  expect(parts(read(text))).toHaveLength(count)
})

test.each([
  ['市园林部门（市园林局）牵头什么', '市园林局牵头什么'],
  ['小组组长是那位？', '小组组长是哪位？'],
  ['办公室设在那里', '办公室设在哪里'],
  ['那位组长是谁', '那位组长是谁'],
  ['那里的任务有几项', '那里的任务有几项'],
])('%s is %s', (said, meant) => {
  expect(plainText(said)).toBe(meant)
})

test('第二季度的责任事项完成情况 is of that quarter, under its name', () => {
  expect(read('第二季度的责任事项完成情况几号之前报')).toMatchObject({
    kind: 'duty',
    topic: '责任事项完成情况',
    of: '2026Q2',
  })
})

test('分别是多少 after the targets of a task were counted are those', () => {
  const query = read('2026年第7条有几个指标')
  const next = understand('分别是多少', { ...context, history: [{ query, tasks: [] }] }).query
  expect(next).toMatchObject({ kind: 'metric', filter: { numbers: [7] } })
})

test.each([
  ['投促26年牵头几项', [11]],
  ['投促有几项任务', [11]],
  ['投资26年增长多少', undefined],
  ['科技园区26年有几个', undefined],
])('%s is of the units %j', (text, ids) => {
  const filter = (read(text) as { filter?: { units?: { ids: number[] }[] } }).filter
  expect(filter?.units?.flatMap((unit) => unit.ids)).toEqual(ids)
})
