import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Asking, openAsking } from '../answer/ask.ts'
import type { Heard, Scripted } from '../llm/scripted-endpoint.ts'
import { type ScriptedModel, SHORT, scriptedModel, voiceOf } from './scripted-model.ts'
import { addAccount, openChat } from './stage.ts'

const QUESTION = '怎么开通低空商业航线'

let asking: Asking
beforeAll(async () => {
  asking = await openAsking()
  await addAccount(asking.db, 'zhao', '赵思源', ['official'])
  await addAccount(asking.db, 'jia', '贾晨', ['operator'])
}, 60_000)
afterAll(() => asking.close())

async function ask(text: string, scripted: ScriptedModel | null, account = 'zhao') {
  const chat = await openChat(asking.db, scripted === null ? {} : { model: scripted.model })
  const began = performance.now()
  try {
    const [sent] = await chat.say(text, {
      account,
      chat: { channel: 'web', id: `private:${account}:${Math.random()}`, type: 'private', thread: null },
    })
    return { sent: sent!, took: performance.now() - began, logged: chat.logged }
  } finally {
    chat.close()
    await scripted?.endpoint.close()
  }
}

const isTalk = ({ body }: Heard): boolean => body.tools !== undefined
const isPlacing = ({ body }: Heard): boolean => JSON.stringify(body.messages).includes('JSON Schema')
const looked = ({ body }: Heard): boolean => (body.messages ?? []).some((m) => m.role === 'tool')

describe('a model that does its work', () => {
  test('places what the rules could not: the answer comes from the tables, and says so', async () => {
    const scripted = await scriptedModel(() => ({ say: '{"kind":"metric","topics":["智能工厂"]}' }))
    const { sent } = await ask('咱们那个造得最聪明的车间究竟要弄多少', scripted)
    expect(sent.text).toContain('12家')
    expect(sent.reply.message.assumptions.join()).toContain('由模型帮助理解')
  })

  test('looks around for an open question: its words stand over the clauses they rest on', async () => {
    const script = (heard: Heard): Scripted => {
      if (!isTalk(heard)) return { say: '{}' }
      if (!looked(heard)) return { call: 'search', args: { text: '低空商业航线' } }
      return { say: '文件要求开通低空商业航线10条以上，没有另写安全方面的安排。' }
    }
    const { sent } = await ask(QUESTION, await scriptedModel(script))
    expect(voiceOf(sent.reply.message)).toContain('开通低空商业航线10条以上，没有另写')
    expect(voiceOf(sent.reply.message)).toContain('由模型根据下列原文归纳')
    expect(sent.reply.message.sources[0]?.quote).toContain('低空商业航线10条以上')
  })

  test('looks around for a reason that the rules did not find', async () => {
    const script = (heard: Heard): Scripted => {
      if (!isTalk(heard)) return { say: '{}' }
      if (!looked(heard)) return { call: 'search', args: { text: '低空商业航线' } }
      return { say: '文件只要求开通低空商业航线10条以上，没有写原因。' }
    }
    const { sent } = await ask('为什么要开通低空商业航线', await scriptedModel(script))
    expect(voiceOf(sent.reply.message)).toContain('没有写原因')
  })

  test('words what the rules found, where it would not look around', async () => {
    const script = (heard: Heard): Scripted =>
      isTalk(heard)
        ? { status: 500 }
        : isPlacing(heard)
          ? { say: '{}' }
          : { say: '方案要求开通低空商业航线10条以上。' }
    const { sent } = await ask(QUESTION, await scriptedModel(script))
    expect(voiceOf(sent.reply.message)).toContain('方案要求开通低空商业航线10条以上。')
  })

  test('what the question says for sure is not dropped: a district without a figure stays without', async () => {
    const scripted = await scriptedModel(() => ({ say: '{"kind":"metric","topics":["智能工厂"]}' }))
    const plain = await ask('洪泽区2026年造几个聪明车间', null)
    const { sent } = await ask('洪泽区2026年造几个聪明车间', scripted)
    expect(sent.text).toBe(plain.sent.text)
  })

  test('is not asked where the rules are sure, for small talk, or for who may see nothing', async () => {
    for (const [text, account] of [
      ['智能工厂要建几家', 'zhao'],
      ['你好', 'zhao'],
      [QUESTION, 'jia'],
    ] as const) {
      const scripted = await scriptedModel(() => ({ say: '{}' }))
      await ask(text, scripted, account)
      expect(scripted.endpoint.heard).toEqual([])
    }
  })
})

const FAILURES: readonly (readonly [string, (heard: Heard, turn: number) => Scripted])[] = [
  ['fails', () => ({ status: 500 })],
  ['is out of quota', () => ({ status: 429 })],
  ['knows no such model', () => ({ status: 404 })],
  ['answers with a page', () => ({ raw: '<html>Bad Gateway</html>' })],
  ['answers with half a JSON', () => ({ raw: '{"choices":[{"mess' })],
  ['answers without choices', () => ({ raw: '{"choices":[]}' })],
  ['says nothing', () => ({ say: '' })],
  ['refuses', () => ({ say: '抱歉，我无法回答这个问题。' })],
  ['refuses by the field', () => ({ say: '', refusal: 'no' })],
  ['is cut off', () => ({ say: '文件要求开通低空', finish: 'length' })],
  ['is filtered', () => ({ say: '…', finish: 'content_filter' })],
  ['only thinks', () => ({ say: '<think>用户在问低空' })],
  ['calls a tool nobody has', () => ({ call: 'close_task', args: { no: 2 } })],
  ['calls with wrong arguments', () => ({ call: 'search', args: { q: 1 } })],
  ['looks around for ever', () => ({ call: 'search', args: { text: '低空商业航线' } })],
  ['asks for a unit nobody knows', () => ({ say: '{"kind":"tasks","units":["市魔法局"]}' })],
  ['writes a Query of its own', () => ({ say: '{"kind":"drop","filter":{}}' })],
  [
    'invents a figure',
    (heard) =>
      looked(heard) || !isTalk(heard)
        ? { say: '要开通88条低空航线。' }
        : { call: 'search', args: { text: '低空商业航线' } },
  ],
  [
    'invents a unit',
    (heard) =>
      looked(heard) || !isTalk(heard)
        ? { say: '由市财政局负责低空航线安全。' }
        : { call: 'search', args: { text: '低空商业航线' } },
  ],
  [
    'invents a day',
    (heard) =>
      looked(heard) || !isTalk(heard)
        ? { say: '2027年6月底前开通低空商业航线10条以上。' }
        : { call: 'search', args: { text: '低空商业航线' } },
  ],
  [
    'invents a quotation',
    (heard) =>
      looked(heard) || !isTalk(heard)
        ? { say: '文件写明“安全第一”，要开通低空商业航线。' }
        : { call: 'search', args: { text: '低空商业航线' } },
  ],
]

describe('an endpoint that', () => {
  test.each(FAILURES)('%s: the rules answer in time, and it is logged', async (_name, script) => {
    const plain = await ask(QUESTION, null)
    const scripted = await scriptedModel(script)
    const { sent, took } = await ask(QUESTION, scripted)
    expect(sent.text).toBe(plain.sent.text)
    expect(took).toBeLessThan(20_000)
    expect(scripted.warned.length).toBeGreaterThan(0)
  })

  test('is silent: it is not waited for', async () => {
    const plain = await ask(QUESTION, null)
    const scripted = await scriptedModel(() => ({ silence: true }), SHORT)
    const { sent } = await ask(QUESTION, scripted)
    expect(sent.text).toBe(plain.sent.text)
    expect(scripted.warned).toHaveLength(3)
  })

  test('is dead: the rules answer at once, and it is left alone for a while', async () => {
    const scripted = await scriptedModel(() => ({ say: '{}' }))
    await scripted.endpoint.close()
    const plain = await ask(QUESTION, null)
    const chat = await openChat(asking.db, { model: scripted.model })
    const first = await chat.say(QUESTION)
    const second = await chat.say(QUESTION)
    chat.close()
    expect([first[0]?.text, second[0]?.text]).toEqual([plain.sent.text, plain.sent.text])
    expect(scripted.warned).toHaveLength(3)
  })
})

test('the log says at debug level how a question was read', async () => {
  const { logged } = await ask('智能工厂要建几家', null)
  const read = logged.find((l) => l.message === 'understood')
  expect(read).toMatchObject({
    level: 'debug',
    facts: { kind: 'metric', trace: expect.arrayContaining([expect.stringContaining('query: metric')]) },
  })
  expect(logged.filter((l) => l.level === 'info' && 'trace' in l.facts)).toEqual([])
})
