import { afterEach, describe, expect, test } from 'vitest'
import { aloud, wholeSentences } from '../../src/llm/aloud.ts'
import { createModel } from '../../src/llm/create-model.ts'
import type { Conversing, Evidence } from '../../src/llm/model.ts'
import { type Script, type ScriptedEndpoint, scriptedEndpoint } from './scripted-endpoint.ts'

const TODAY = '2026-11-22'
const FACT = '第52项 新增低空商业航线不少于10条（牵头单位：市交通运输局；云政办〔2026〕5号）'

const open: ScriptedEndpoint[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((endpoint) => endpoint.close()))
})

async function scripted(script: Script) {
  const endpoint = await scriptedEndpoint(script)
  open.push(endpoint)
  const log = { info: () => {}, warn: () => {} }
  const limits = { place: 2000, word: 2000, converse: { timeout: 5000, calls: 4 } }
  const settings = { baseUrl: endpoint.baseUrl, apiKey: 'k', model: 'scripted' }
  return { model: createModel(settings, { log, now: () => 0, limits }), endpoint }
}

async function worded(script: Script) {
  const { model, endpoint } = await scripted(script)
  const heard: string[] = []
  const asked = { question: '低空航线目标多少', facts: [FACT], today: TODAY }
  const said = await model.word({ ...asked, heard: (text) => void heard.push(text) })
  return { said, heard, calls: endpoint.heard.length, plain: await model.word(asked) }
}

test.each([
  ['一是快。二是', '一是快。'],
  ['他说“快。”然后', '他说“快。”'],
  ['增长3.5', ''],
  ['一；二；三', '一；二；'],
  ['第一段\n第二', '第一段'],
  ['', ''],
])('%s: whole so far %s', (written, whole) => {
  expect(wholeSentences(written)).toBe(whole)
})

test('once a sentence fails nothing more is heard, though what follows would pass', () => {
  const heard: string[] = []
  const hear = aloud(
    (text) => heard.push(text),
    (text) => !text.includes('假'),
  )
  for (const written of ['真。', '真。假。', '真。假。真。']) hear(written)
  expect(heard).toEqual(['真。'])
})

test('thoughts and apologies are heard by nobody', () => {
  const heard: string[] = []
  const hear = aloud(
    (text) => heard.push(text),
    () => true,
  )
  for (const written of ['<think>先想。', '<think>先想。</think>', '<think>先想。</think>抱歉，不行。'])
    hear(written)
  expect(heard).toEqual([])
})

const TWO = '牵头单位是市交通运输局。目标是新增低空商业航线不少于10条。'

describe('wording', () => {
  test('heard sentence by sentence; the whole is what it would have been in one piece', async () => {
    const { said, heard, plain } = await worded(() => ({ say: TWO }))
    expect(heard).toEqual(['牵头单位是市交通运输局。', TWO])
    expect([said, plain]).toEqual([TWO, TWO])
  })

  test('a figure that is not in the evidence is heard by nobody, not even for a moment', async () => {
    const { said, heard } = await worded(() => ({ say: '目标是新增低空商业航线不少于10条。其中夜航12条。' }))
    expect(heard).toEqual(['目标是新增低空商业航线不少于10条。'])
    expect(said).toBeNull()
  })

  test.each<[string, Script]>([
    ['does not know how', ({ body }) => (body.stream ? { status: 400 } : { say: TWO })],
    ['says all at once', ({ body }) => (body.stream ? { raw: '{}' } : { say: TWO })],
  ])('a server that %s is asked again without', async (_, script) => {
    const { said, heard, calls } = await worded(script)
    expect([said, heard, calls]).toEqual([TWO, [], 2])
  })

  test.each<[string, Script]>([
    ['cut off by length', () => ({ say: TWO, finish: 'length' })],
    ['filtered', () => ({ say: TWO, finish: 'content_filter' })],
    ['refused', () => ({ say: TWO, refusal: '不便回答' })],
    ['empty', () => ({ say: '' })],
  ])('%s: no answer', async (_, script) => {
    expect((await worded(script)).said).toBeNull()
  })
})

describe('looking around', () => {
  const evidence: Evidence = {
    text: FACT,
    sources: [
      {
        documentId: 1,
        document: '云政办〔2026〕5号',
        title: '方案',
        path: ['二'],
        quote: FACT,
        start: 0,
        end: 9,
      },
    ],
  }
  const asked: Conversing = {
    ...{ text: '低空航线怎么安排', history: [], today: TODAY },
    lookup: { unit: () => null, document: () => null, documents: [] },
    tools: { query: async () => evidence, search: async () => evidence },
  }
  const looked: Parameters<Script>[0] extends infer H ? (heard: H) => boolean : never = ({ body }) =>
    (body.messages ?? []).some((m) => m.role === 'tool')

  async function conversed(script: Script) {
    const { model } = await scripted(script)
    const heard: [string, number][] = []
    const said = await model.converse({
      ...asked,
      heard: (text, found) => void heard.push([text, found.length]),
    })
    return { said: said?.text ?? null, heard, plain: (await model.converse(asked))?.text ?? null }
  }

  test('what is said after looking is heard by the sentence, with what was found', async () => {
    const { said, heard, plain } = await conversed((heard) =>
      looked(heard) ? { say: TWO } : { call: 'search', args: { text: '低空' } },
    )
    expect(heard).toEqual([
      ['牵头单位是市交通运输局。', 1],
      [TWO, 1],
    ])
    expect([said, plain]).toEqual([TWO, TWO])
  })

  test('what is said without having looked is heard by nobody', async () => {
    const { said, heard } = await conversed(() => ({ say: TWO }))
    expect([said, heard]).toEqual([null, []])
  })
})
