import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepHeard } from '../../src/answer/keep-heard.ts'
import { STRANGER } from '../../src/domain/person.ts'
import type { Query } from '../../src/domain/query.ts'
import { readSlots } from '../../src/understand/read.ts'
import { type Asking, openAsking } from './ask.ts'

let asking: Asking
beforeAll(async () => {
  asking = await openAsking()
}, 60_000)
afterAll(() => asking.close())

async function kept(question: string, query: Query) {
  const lexicon = await asking.deps.lexicon()
  const { slots } = readSlots(question, { viewer: STRANGER, today: '2026-11-22', lexicon })
  return { kept: keepHeard(query, slots), slots }
}

const factories: Query = { kind: 'metric', filter: { topics: ['智能工厂'] } }

test('what a model left out is put back: unit, number', async () => {
  const { kept: query, slots } = await kept('市经信局第1项里最聪明的车间', {
    kind: 'tasks',
    filter: { topics: ['智能工厂'] },
  })
  expect(query).toMatchObject({ filter: { topics: ['智能工厂'], units: slots.units, numbers: [1] } })
})

test('the year of the question stays with the figure', async () => {
  expect((await kept('2026年最聪明的车间多少', factories)).kept).toMatchObject({ year: 2026 })
})

test.each<[string, string, Query]>([
  [
    'another unit',
    '市财政局管的聪明车间',
    { kind: 'tasks', filter: { units: [{ ids: [-1], name: '别的局', said: null }] } },
  ],
  ['another number', '第3项的聪明车间', { kind: 'tasks', filter: { numbers: [4] } }],
  ['another district', '江北区的聪明车间多少', { ...factories, by: '临港区' }],
  ['a district nobody knows, left out', '洪泽区造几个聪明车间', factories],
  ['the matter itself, left out', '量子飞船谁负责', { kind: 'tasks', filter: {} }],
  ['the matter of a duty, left out', '量子飞船多久报一次', { kind: 'duty' }],
  ['a Latin name, left out', '6G聪明车间多少', factories],
])('%s: no answer to this question', async (_, question, query) => {
  expect((await kept(question, query)).kept).toBeNull()
})

test('words of a topic may be said otherwise', async () => {
  expect((await kept('造得最聪明的车间要弄多少', factories)).kept).toEqual(factories)
})
