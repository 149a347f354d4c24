import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AskContext } from '../../src/answer/deps.ts'
import { answerWithModel, lookupOf } from '../../src/answer/with-model.ts'
import { STRANGER } from '../../src/domain/person.ts'
import type { Query } from '../../src/domain/query.ts'
import { noModel, type Placing } from '../../src/llm/model.ts'
import { type Asking, openAsking } from './ask.ts'

let asking: Asking
beforeAll(async () => {
  asking = await openAsking()
}, 60_000)
afterAll(() => asking.close())

const CONTEXT: AskContext = { viewer: STRANGER, chat: 'private', history: [], today: '2026-11-22' }
const UNHEARD = '咱们那个造得最聪明的车间究竟要弄多少'

async function ask(text: string, place: (asked: Placing) => Query | null, context = CONTEXT) {
  const asked: string[] = []
  const model = {
    ...noModel,
    name: 'scripted',
    place: async (placing: Placing) => {
      asked.push(placing.text)
      return place(placing)
    },
  }
  const answer = await answerWithModel(text, context, { ...asking.deps, model, clock: () => 0 })
  return { answer, asked }
}

const factories: Query = { kind: 'metric', filter: { topics: ['智能工厂'] } }

test('where the rules find nothing, what the model understood is looked up', async () => {
  const { answer } = await ask(UNHEARD, () => factories)
  expect([answer.kind, answer.trace.at(-1)]).toEqual(['metric', 'model: place'])
  expect(answer.tasks.map((t) => t.no)).toEqual([1])
})

test('where the rules are sure, no model is asked', async () => {
  const { answer, asked } = await ask('智能工厂要建几家', () => null)
  expect([answer.kind, asked]).toEqual(['metric', []])
})

test.each<[string, Query | null]>([
  ['says nothing', null],
  ['means what is not there either', { kind: 'metric', filter: { topics: ['量子飞船'] } }],
])('a model that %s leaves the answer of the rules', async (_, query) => {
  const { answer } = await ask(UNHEARD, () => query)
  const ruled = await asking.ask(UNHEARD)
  expect([answer.kind, answer.query]).toEqual([ruled.kind, ruled.query])
})

test('rights hold for what a model asks', async () => {
  const operator: AskContext = { ...CONTEXT, viewer: { ...STRANGER, roles: ['operator'] } }
  const { answer } = await ask(UNHEARD, () => factories, operator)
  expect(answer.tasks).toEqual([])
})

test('names are read as a person would say them', async () => {
  const lookup = lookupOf(await asking.deps.lexicon(), CONTEXT)
  expect([lookup.unit('经信局')?.name, lookup.unit('市魔法局'), lookup.document('没有的文件')]).toEqual([
    expect.stringContaining('经'),
    null,
    null,
  ])
})
