import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { clientOf, GROUP, lastCard } from './client.ts'
import { openWorld, type World } from './world.ts'

let world: World
let client: ReturnType<typeof clientOf>
let card: string

beforeEach(async () => {
  world = await openWorld()
  client = clientOf(world)
})
afterEach(() => world.close())

async function show(words: string) {
  await client.send('zhou', GROUP, words, { mention: '1' })
  card = lastCard(await client.page(`/?as=zhou&in=${GROUP}`))
}

const tap = (value: unknown, more: Record<string, string> = {}) =>
  client.post('/chat/actions', {
    as: 'hang',
    in: GROUP,
    message: card,
    value: JSON.stringify(value),
    since: '0',
    ...more,
  })

describe('buttons', () => {
  test('paging puts the next page in place, for everybody', async () => {
    await show('你好')
    const answer = await (await tap({ do: 'page', turn: 7, page: 1 })).text()
    expect(answer).toContain(`id="${card}"`)
    expect(answer).toContain('第6项')
    const other = await client.page(`/?as=zhou&in=${GROUP}`)
    expect(other.match(/第 2 \/ 3 页/g)).toHaveLength(1)
    expect(other).not.toContain('>第1项<')
  })

  test('rating says thank you', async () => {
    await show('你好')
    const answer = await (await tap({ do: 'rate', turn: 7, verdict: 'useful' })).text()
    expect(answer).toContain('<div class="toast toast-success" role="status">谢谢您的反馈。</div>')
    expect(world.taps.map((t) => [t.action, t.sender.account, t.messageId])).toEqual([
      [{ do: 'rate', turn: 7, verdict: 'useful' }, 'hang', card],
    ])
  })

  test('a next question is answered below', async () => {
    await show('你好')
    await tap({ do: 'ask', q: '哪些滞后' })
    await world.settled()
    const page = await client.page(`/?as=zhou&in=${GROUP}`)
    expect(page).toContain('回复 督办助手：[卡片] 市经信局牵头任务')
  })

  test.each<[string, unknown]>([
    ['a page of another turn', { do: 'page', turn: 8, page: 1 }],
    ['a page the card does not offer', { do: 'page', turn: 7, page: 2 }],
    ['an unknown deed', { do: 'drop' }],
    ['a link', { do: 'open', url: 'https://x.example' }],
    ['nothing', null],
  ])('%s is not done', async (_, value) => {
    await show('你好')
    const answer = await (await tap(value)).text()
    expect(answer).toContain('卡片已更新，请在最新的卡片上操作。')
    expect(world.taps).toEqual([])
  })

  test('a value that is no JSON is not done', async () => {
    await show('你好')
    expect(await (await tap(null, { value: '{' })).text()).toContain('卡片已更新')
  })

  test.each([
    ['an unknown message', { message: 'm-9-9-ffff' }],
    ['a message that is no card', { message: 'own' }],
    ["another chat's card", { in: 'private:hang' }],
    ['an unknown person', { as: 'nobody' }],
    ['an unknown chat', { in: 'group:other' }],
  ])('%s is a friendly toast', async (_, wrong) => {
    await show('你好')
    const own =
      /class="message own" id="(m-[^"]+)"/.exec(await client.page(`/?as=zhou&in=${GROUP}`))?.[1] ?? ''
    const fields = 'message' in wrong && wrong.message === 'own' ? { message: own } : wrong
    const answer = await tap({ do: 'rate', turn: 7, verdict: 'useful' }, fields)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toMatch(/class="toast toast-error" role="status">[^<]*(不在了|没有这个)/)
    expect(world.taps).toEqual([])
  })
})

describe('forms', () => {
  const value = { do: 'ask', q: '提交进展' }

  test("bring the form's own fields, trimmed, and no others", async () => {
    await show('全部样子')
    await tap(value, {
      'f.value': ' 8 ',
      'f.note': '第一行\r\n第二行',
      'f.state': 'done',
      'f.finish': '2026-12-31',
      'f.secret': 'x',
      role: 'leader',
    })
    expect(world.taps[0]?.form).toEqual({
      value: '8',
      note: '第一行\r\n第二行',
      state: 'done',
      finish: '2026-12-31',
    })
  })

  test('fields left out are empty, long ones are cut', async () => {
    await show('全部样子')
    await tap(value, { 'f.note': '长'.repeat(5000) })
    expect(world.taps[0]?.form).toEqual({ value: '', note: '长'.repeat(4000), state: '', finish: '' })
  })
})
