import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { clientOf, GROUP, lastCard } from './client.ts'
import { openWorld, type World } from './world.ts'

let world: World
let client: ReturnType<typeof clientOf>

beforeEach(async () => {
  world = await openWorld()
  client = clientOf(world)
})
afterEach(() => world.close())

describe('who one is', () => {
  test('a newcomer picks a person, by role', async () => {
    const page = await client.page('/')
    expect(page).toMatch(/工作人员[\s\S]*周敏[\s\S]*联络员[\s\S]*张航[\s\S]*领导[\s\S]*督查室[\s\S]*李敏/)
    expect(page).toContain('href="/?as=zhou&amp;in=group%3Amain"')
  })

  test('the last person is remembered, in a cookie scripts and other sites do not get', async () => {
    const first = await client.get(`/?as=hang&in=${GROUP}`)
    const cookie = first.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/duban_as=hang;.*HttpOnly; SameSite=Strict/)
    const again = await (await client.get('/', { cookie: cookie.split(';')[0] ?? '' })).text()
    expect(again).toContain('张航')
    expect(again).toContain('从左边选一个会话')
  })

  test.each(['/?as=nobody', `/?as=nobody&in=${GROUP}`, '/?as[]=zhou', '/?as=%00'])(
    '%s asks who one is',
    async (path) => {
      expect(await client.page(path)).toContain('您想以谁的身份试用')
    },
  )

  test('a broken cookie does no harm', async () => {
    const page = await client.get('/', { cookie: 'duban_as=%E0%A4%A' })
    expect(await page.text()).toContain('您想以谁的身份试用')
  })
})

describe('group', () => {
  test('the bot greets an empty chat once', async () => {
    await client.page(`/?as=zhou&in=${GROUP}`)
    const page = await client.page(`/?as=hang&in=${GROUP}`)
    expect(page.match(/您好，我是督办助手/g)).toHaveLength(1)
    expect(world.joined.map((j) => [j.chat.type, j.sender.account])).toEqual([['group', 'zhou']])
  })

  test('a mention is heard without its words, and everybody sees question and answer', async () => {
    await client.send('zhou', GROUP, '经信局牵头哪些', { mention: '1' })
    expect(world.heard.map((e) => [e.text, e.mentioned, e.chat, e.sender])).toEqual([
      [
        '经信局牵头哪些',
        true,
        { channel: 'web', id: GROUP, type: 'group', thread: null },
        { channel: 'web', account: 'zhou', name: '周敏' },
      ],
    ])
    const other = await client.page(`/?as=hang&in=${GROUP}`)
    expect(other).toContain('<span class="mention">@督办助手</span> 经信局牵头哪些')
    expect(other).toContain('市经信局牵头任务 · 12项')
    expect(other).toContain('回复 周敏：@督办助手 经信局牵头哪些')
  })

  test('without a mention the bot keeps silent, people still read it', async () => {
    await client.send('hang', GROUP, '大家早')
    expect(world.heard[0]?.mentioned).toBe(false)
    const page = await client.page(`/?as=zhou&in=${GROUP}`)
    expect(page).toContain('大家早')
    expect(page).not.toContain('第1项')
  })

  test('a mention typed out counts', async () => {
    await client.send('hang', GROUP, '@督办助手 大家早')
    expect(world.heard.map((e) => [e.text, e.mentioned])).toEqual([['大家早', true]])
  })

  test('what was said in private stays there, with a mark for the one told', async () => {
    await client.page(`/?as=hang&in=${GROUP}`)
    await client.send('hang', GROUP, '上报的困难', { mention: '1' })
    const group = await client.page(`/?as=zhou&in=${GROUP}`)
    expect(group).not.toContain('困难只对本单位开放')
    expect(group).not.toContain('class="unread"')
    expect(await client.page(`/?as=hang&in=${GROUP}`)).toContain('class="unread"')
    expect(await client.page('/?as=hang&in=private:hang')).toContain('困难只对本单位开放')
    expect(await client.page(`/?as=hang&in=${GROUP}`)).not.toContain('class="unread"')
  })

  test("another's private chat cannot be entered", async () => {
    expect(await client.page('/?as=zhou&in=private:hang')).toContain('从左边选一个会话')
    const answer = await client.send('zhou', 'private:hang', '看看')
    expect(answer.status).toBe(404)
    expect(world.heard).toEqual([])
  })
})

describe('an open page', () => {
  test('takes in what is new and its place, then nothing until there is more', async () => {
    await client.send('zhou', GROUP, '你好', { mention: '1' })
    const all = await (await client.updates('zhou', GROUP)).text()
    const revision = Number(/name="since" value="(\d+)"/.exec(all)?.[1])
    expect(all).toContain('第1项')
    expect((await client.updates('zhou', GROUP, revision)).status).toBe(204)
    await client.send('hang', GROUP, '收到')
    const news = await (await client.updates('zhou', GROUP, revision)).text()
    expect(news).toContain('收到')
    expect(news).not.toContain('第1项')
  })

  test('shows that the bot is at work, then that it is not', async () => {
    let finish = () => {}
    const waits = await openWorld({ onMessage: () => new Promise((done) => (finish = done)) })
    const page = clientOf(waits)
    const fields = { as: 'zhou', in: GROUP, text: '慢慢查', mention: '1', since: '0' }
    expect(await (await page.post('/chat/messages', fields)).text()).toContain('督办助手正在查')
    finish()
    await waits.settled()
    expect(await (await page.updates('zhou', GROUP)).text()).not.toContain('督办助手正在查')
    await waits.close()
  })

  test.each(['-1', 'x', '1e9', ''])('place %j brings everything', async (since) => {
    await client.send('zhou', GROUP, '你好')
    const answer = await client.get(`/chat/updates?as=zhou&in=${GROUP}&since=${since}`)
    expect(await answer.text()).toContain('你好')
  })

  test('a flow that breaks is logged and stops nothing', async () => {
    const errors: string[] = []
    const log = { ...world.deps.log, error: (_: object, words: string) => void errors.push(words) }
    const broken = await openWorld({ over: { log } })
    const page = clientOf(broken)
    expect((await page.send('zhou', GROUP, '坏', { mention: '1' })).status).toBe(200)
    expect((await page.send('zhou', GROUP, '再问', { mention: '1' })).status).toBe(200)
    expect(errors).toEqual(['message flow failed'])
    expect(await (await page.updates('zhou', GROUP)).text()).toContain('第1项')
    await broken.close()
  })

  test('without script a message still goes out, and the browser comes back to the page', async () => {
    const answer = await client.post('/chat/messages', { as: 'zhou', in: GROUP, text: '你好' }, {})
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/?as=zhou&in=group%3Amain'])
  })
})

describe('a restart', () => {
  test('the talk is still there, and a page that was open hears of what is new', async () => {
    await client.send('zhou', GROUP, '重启之前', { mention: '1' })
    const before = await (await client.updates('zhou', GROUP)).text()
    const revision = Number(/name="since" value="(\d+)"/.exec(before)?.[1])
    await world.close()
    world = await openWorld({ store: world.store, now: () => new Date('2026-11-21T02:00:00Z') })
    client = clientOf(world)
    const page = await client.page(`/?as=hang&in=${GROUP}`)
    expect(page).toContain('重启之前')
    expect(page).toContain('第1项')
    expect(world.joined).toEqual([])
    await client.send('hang', GROUP, '重启之后')
    expect(await (await client.updates('zhou', GROUP, revision)).text()).toContain('重启之后')
  })

  test('cards from before can still be turned', async () => {
    await client.send('zhou', GROUP, '你好', { mention: '1' })
    const id = lastCard(await client.page(`/?as=zhou&in=${GROUP}`))
    await world.close()
    world = await openWorld({ store: world.store })
    const value = JSON.stringify({ do: 'page', turn: 7, page: 1 })
    await clientOf(world).post('/chat/actions', { as: 'zhou', in: GROUP, message: id, value, since: '0' })
    expect(await clientOf(world).page(`/?as=zhou&in=${GROUP}`)).toContain('第 2 / 3 页')
  })

  test('a card of a form no longer known says so', async () => {
    const at = new Date('2026-11-20T00:00:00Z')
    const old = {
      id: 'm-1-1-aa',
      chat: GROUP,
      author: null,
      name: '督办助手',
      body: { card: { schema: '0.9' } },
    }
    await world.store.save({ ...old, repliesTo: null, at })
    expect(await client.page(`/?as=zhou&in=${GROUP}`)).toContain('这张卡片是旧版本做的')
  })

  test('a store that is down gives a friendly page, and works again when it is back', async () => {
    const { AppError } = await import('../../src/errors.ts')
    world.store.broken = new AppError('database', 'connect ECONNREFUSED 10.0.0.3')
    const answer = await client.get(`/?as=zhou&in=${GROUP}`)
    expect(answer.status).toBe(503)
    expect(await answer.text()).toMatch(/任务库暂时连不上(?![\s\S]*ECONNREFUSED)/)
    world.store.broken = null
    expect((await client.get(`/?as=zhou&in=${GROUP}`)).status).toBe(200)
  })
})
