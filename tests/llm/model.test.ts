import { afterEach, describe, expect, test } from 'vitest'
import type { Query } from '../../src/domain/query.ts'
import { createModel } from '../../src/llm/create-model.ts'
import { type Conversing, type Evidence, noModel } from '../../src/llm/model.ts'
import type { Lookup } from '../../src/llm/query-schema.ts'
import { type Script, type ScriptedEndpoint, scriptedEndpoint } from './scripted-endpoint.ts'

const TODAY = '2026-11-22'
const FACT = '第52项 新增低空商业航线不少于10条（牵头单位：市交通运输局；云政办〔2026〕5号）'
const lookup: Lookup = {
  unit: (name) => (name === '市交通运输局' ? { ids: [7], name, said: null } : null),
  document: (name) => (name === '任务分解' ? { ids: [1], name: '云政办〔2026〕5号', said: name } : null),
  documents: ['云政办〔2026〕5号 2026年市《政府工作报告》目标任务责任分解方案'],
}

const open: ScriptedEndpoint[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((endpoint) => endpoint.close()))
})

async function scripted(script: Script) {
  const endpoint = await scriptedEndpoint(script)
  open.push(endpoint)
  const logged: string[] = []
  const log = { info: () => {}, warn: (facts: object, _: string) => void logged.push(JSON.stringify(facts)) }
  const limits = { place: 600, word: 600, converse: { timeout: 1500, calls: 4 } }
  const settings = { baseUrl: endpoint.baseUrl, apiKey: 'k', model: 'scripted' }
  const clock = { at: 0 }
  const model = createModel(settings, { log, now: () => clock.at, limits })
  return { model, endpoint, logged, clock }
}

const place = (text = '交通局管的航线那事谁负责') => ({ text, history: [], today: TODAY, lookup })
const word = { question: '低空航线目标多少', facts: [FACT], today: TODAY }

describe('place', () => {
  test.each<[string, string, Query | null]>([
    [
      'a draft',
      '{"kind":"tasks","units":["市交通运输局"],"roles":["lead"],"document":"任务分解"}',
      {
        kind: 'tasks',
        filter: {
          units: [{ ids: [7], name: '市交通运输局', said: null }],
          roles: ['lead'],
          documents: { ids: [1], name: '云政办〔2026〕5号', said: '任务分解' },
        },
      },
    ],
    [
      'fences, thinking, blanks',
      '<think>它在问{数字}</think>好的：\n```json\n{"kind":"metric","topics":["低空航线"],"units":[],"year":null}\n```',
      { kind: 'metric', filter: { topics: ['低空航线'] } },
    ],
    ['no text of its own', '{"kind":"passages"}', { kind: 'passages', text: place().text }],
    ['a unit nobody knows', '{"kind":"tasks","units":["市魔法局"]}', null],
    ['a kind that does not exist', '{"kind":"delete_tasks","numbers":[1]}', null],
    ['a wrong type', '{"kind":"tasks","numbers":"52"}', null],
    ['a day that is none', '{"kind":"tasks","dueTo":"年底"}', null],
    ['broken JSON', '{"kind":"tasks","units":["市交', null],
    ['no JSON', '这个问题是在问交通局。', null],
    ['an array', '[1,2]', null],
  ])('%s', async (_, say, query) => {
    const { model } = await scripted(() => ({ say }))
    expect(await model.place(place())).toEqual(query)
  })

  test('a server without response_format is asked again without it', async () => {
    const { model, endpoint } = await scripted(({ body }) =>
      body.response_format ? { status: 400 } : { say: '{"kind":"help"}' },
    )
    expect(await model.place(place())).toEqual({ kind: 'help' })
    expect(endpoint.heard).toHaveLength(2)
  })
})

describe('a model that fails says nothing, and soon', () => {
  test.each<[string, Script]>([
    ['silence', () => ({ silence: true })],
    ['500', () => ({ status: 500 })],
    ['401', () => ({ status: 401 })],
    ['429', () => ({ status: 429 })],
    ['a page of HTML', () => ({ raw: '<html>502 Bad Gateway</html>' })],
    ['an empty object', () => ({ raw: '{}' })],
    ['no words', () => ({ say: '' })],
    ['only thoughts', () => ({ say: '<think>嗯……' })],
    ['a refusal', () => ({ say: '', refusal: '不行' })],
    ['a polite refusal', () => ({ say: '抱歉，我无法回答这个问题。' })],
    ['cut off', () => ({ say: '低空商业航线', finish: 'length' })],
    ['filtered', () => ({ say: '低空', finish: 'content_filter' })],
  ])('%s', async (_, script) => {
    const { model, logged } = await scripted(script)
    expect(await Promise.all([model.place(place()), model.word(word)])).toEqual([null, null])
    expect(logged).not.toEqual([])
  })

  test('nobody listens', async () => {
    const { model, endpoint } = await scripted(() => ({ silence: true }))
    await endpoint.close()
    expect(await model.word(word)).toBeNull()
  })

  test('after three failures it is left alone for a minute', async () => {
    let broken = true
    const { model, endpoint, clock } = await scripted(() =>
      broken ? { status: 500 } : { say: '不少于10条。' },
    )
    for (const _ of [1, 2, 3, 4, 5]) await model.word(word)
    expect(endpoint.heard).toHaveLength(3)
    broken = false
    clock.at += 60_001
    expect(await model.word(word)).toBe('不少于10条。')
  })

  test('no model set', async () => {
    const log = { info: () => {}, warn: () => {} }
    const off = createModel(
      { baseUrl: 'http://127.0.0.1:9', apiKey: null, model: null },
      { log, now: () => 0 },
    )
    expect(off).toBe(noModel)
    expect(await off.place(place())).toBeNull()
  })
})

describe('word', () => {
  test('words that say the facts are taken', async () => {
    const { model } = await scripted(() => ({
      say: '目标是新增低空商业航线不少于10条，由市交通运输局牵头。',
    }))
    expect(await model.word(word)).toBe('目标是新增低空商业航线不少于10条，由市交通运输局牵头。')
  })

  test.each([
    '目标是不少于12条。',
    '目标是10条，明年6月底前完成。',
    '由市财政局牵头。',
    '文件要求“大力发展低空经济”。',
    '已完成80%。',
    '<at id=all></at> 请各单位今天报数。',
    '详情见 http://evil.example/login',
  ])('invented: %s', async (say) => {
    const { model, logged } = await scripted(() => ({ say }))
    expect(await model.word(word)).toBeNull()
    expect(logged.join()).toMatch(/faults|not prose/)
  })

  test('braces in a question are not filled', async () => {
    const { model, endpoint } = await scripted(() => ({ say: '不少于10条。' }))
    await model.word({ ...word, question: '{{facts}} {{today}}' })
    expect(JSON.stringify(endpoint.heard[0]?.body.messages)).toContain('{{facts}} {{today}}')
  })
})

/** A conversation over tools that keep count of what was asked of them. */
function conversation(text = '低空航线的目标是什么', found: string = FACT) {
  const used: string[] = []
  const evidence: Evidence = { text: found, sources: [] }
  const asked: Conversing = {
    ...place(text),
    tools: {
      query: async (query) => {
        used.push(query.kind)
        return evidence
      },
      search: async (words) => {
        used.push(words)
        return evidence
      },
    },
  }
  return { asked, used, evidence }
}

describe('converse', () => {
  test('looks up, then answers from what it found', async () => {
    const { model, endpoint } = await scripted((_, turn) =>
      turn === 1 ? { call: 'look_up', args: { kind: 'metric', topics: ['低空'] } } : { say: '不少于10条。' },
    )
    const { asked, used, evidence } = conversation()
    expect(await model.converse(asked)).toEqual({ text: '不少于10条。', evidence: [evidence] })
    expect(used).toEqual(['metric'])
    expect(JSON.stringify(endpoint.heard[1]?.body.messages)).toContain('<资料>')
  })

  test('only the two reading tools are offered', async () => {
    const { model, endpoint } = await scripted(() => ({ say: '好' }))
    await model.converse(conversation().asked)
    expect(endpoint.heard[0]?.body.tools?.map((t) => t.function.name)).toEqual(['look_up', 'search'])
  })

  test.each<[string, Script]>([
    ['never looks anything up', () => ({ say: '目标是10条。' })],
    ['loops', () => ({ call: 'search', args: { text: '低空' } })],
    [
      'calls a tool that does not exist, for ever',
      () => ({ call: 'send_message', args: { to: 'all', text: '催办' } }),
    ],
    ['calls with nonsense, for ever', () => ({ call: 'look_up', args: { kind: 'drop', numbers: 'x' } })],
    [
      'fails after a look',
      (_, turn) => (turn === 1 ? { call: 'search', args: { text: '低空' } } : { status: 500 }),
    ],
    [
      'is silent after a look',
      (_, turn) => (turn === 1 ? { call: 'search', args: { text: '低空' } } : { silence: true }),
    ],
    [
      'refuses',
      (_, turn) =>
        turn === 1 ? { call: 'search', args: { text: '低空' } } : { say: '对不起，我不能回答。' },
    ],
    [
      'invents',
      (_, turn) => (turn === 1 ? { call: 'search', args: { text: '低空' } } : { say: '目标是25条。' }),
    ],
  ])('%s: null', async (_, script) => {
    const { model } = await scripted(script)
    expect(await model.converse(conversation().asked)).toBeNull()
  })

  test('a wrong tool name can be mended', async () => {
    const { model } = await scripted((_, turn) =>
      turn === 1
        ? { call: 'lookup', args: {} }
        : turn === 2
          ? { call: 'search', args: { text: '低空' } }
          : { say: '10条。' },
    )
    expect((await model.converse(conversation().asked))?.text).toBe('10条。')
  })

  test('a unit nobody knows is said to the model, and nothing is looked up', async () => {
    const { model, endpoint } = await scripted((_, turn) =>
      turn === 1 ? { call: 'look_up', args: { kind: 'tasks', units: ['市魔法局'] } } : { say: '没有。' },
    )
    const { asked, used } = conversation()
    expect(await model.converse(asked)).toBeNull()
    expect(used).toEqual([])
    expect(JSON.stringify(endpoint.heard[1]?.body.messages)).toContain('名录里没有')
  })
})
