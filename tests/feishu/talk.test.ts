import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Db } from '../../src/store/db.ts'
import { freshDatabase, type TestDatabase } from '../database.ts'
import type { Sent } from './loopback/state.ts'
import { answerTo, message, type Stage, setStage } from './stage.ts'

let database: TestDatabase
let db: Db
const open: Awaited<ReturnType<typeof setStage>>[] = []

beforeAll(async () => {
  database = await freshDatabase()
  db = database.db
})
afterEach(async () => {
  for (const stage of open.splice(0)) await stage.close()
})
afterAll(() => database.close())

async function stage(more: Omit<Stage, 'db'> = {}) {
  const made = await setStage({ db, ...more })
  open.push(made)
  // Ids of the loopback start anew with each stage; the intake remembers them.
  await db.query('truncate intake, rating, turn')
  return made
}

const titleOf = (sent: Sent | undefined) =>
  sent?.type === 'text'
    ? JSON.parse(sent.content).text
    : JSON.parse(sent?.content ?? '{}').header?.title.content

describe('a question in a group', () => {
  test('mentioned: answered by a card that quotes it, after the event was acknowledged', async () => {
    const { loopback } = await stage()
    const group = loopback.chat('group')
    const asked = loopback.say({
      from: loopback.person('李敏'),
      chat: group,
      text: '经信局牵头哪些',
      mention: true,
    })
    expect(await asked.ack).toEqual({ code: 200, data: undefined })
    const card = await loopback.state.until(() => loopback.repliesTo(asked.messageId)[0])
    expect(card).toMatchObject({ kind: 'reply', type: 'interactive', chat: group, inThread: false })
    expect(titleOf(card)).toBe('答：经信局牵头哪些')
  })

  test('not mentioned, @all, or said by another bot: nothing', async () => {
    const { loopback, intake } = await stage()
    const from = loopback.person('李敏')
    const chat = loopback.chat('group')
    await loopback.say({ from, chat, text: '今天几点开会' }).ack
    await loopback.say({ from, chat, text: '@_all 请报数' }).ack
    await loopback.say({ from, chat, text: '你好', mention: true, senderType: 'app' }).ack
    await intake.stop()
    expect(loopback.state.sent).toEqual([])
  })

  test('the next question leans on the last of the same person and thread, not on others', async () => {
    const { loopback } = await stage()
    const [li, wang] = [loopback.person('李敏'), loopback.person('王芳')]
    const chat = loopback.chat('group')
    const ask = async (from: typeof li, text: string, thread?: string) => {
      const { messageId } = loopback.say({ from, chat, text, mention: true, ...(thread && { thread }) })
      return loopback.state.until(() => loopback.repliesTo(messageId)[0])
    }
    expect(titleOf(await ask(li, '甲'))).toBe('答：甲')
    expect(titleOf(await ask(wang, '乙'))).toBe('答：乙')
    const topic = await ask(li, '丙', 'omt_1')
    expect(titleOf(topic)).toBe('答：丙')
    expect(topic.inThread).toBe(true)
    expect(titleOf(await ask(li, '丁'))).toBe('答：甲｜丁')
  })

  test('order is kept per chat, and a slow chat holds up no other', async () => {
    let release: () => void = () => {}
    const held = new Promise<void>((done) => {
      release = done
    })
    const { loopback } = await stage({
      answer: async (asked) => {
        if (asked.text === '慢') await held
        return answerTo({ ...asked, history: [] })
      },
    })
    const from = loopback.person('李敏')
    const [one, other] = [loopback.chat('group'), loopback.chat('group')]
    loopback.say({ from, chat: one, text: '慢', mention: true })
    loopback.say({ from, chat: one, text: '快', mention: true })
    loopback.say({ from, chat: other, text: '别的群', mention: true })
    await loopback.state.until(() => loopback.state.sent.length === 1)
    release()
    await loopback.state.until(() => loopback.state.sent.length === 3)
    expect(loopback.state.sent.map(titleOf)).toEqual(['答：别的群', '答：慢', '答：快'])
  })

  test('what only the asker may see is told in private', async () => {
    const { loopback } = await stage({
      answer: async (asked) => answerTo(asked, { message: message('已私信'), privately: message('困难') }),
    })
    const from = loopback.person('李敏')
    loopback.say({ from, chat: loopback.chat('group'), text: '困难是什么', mention: true })
    await loopback.state.until(() => loopback.state.sent.length === 2)
    expect(loopback.state.sent.map((s) => [titleOf(s), s.kind])).toEqual([
      ['已私信', 'reply'],
      ['困难', 'create'],
    ])
    expect(loopback.state.sent[1]?.to).toBe(from.openId)
  })
})

describe('who asks', () => {
  const asName =
    (unit: string | null): Stage['answer'] =>
    async (asked) =>
      answerTo(asked, {
        message: message(`${asked.viewer.name}/${asked.viewer.unit ?? unit}/${asked.viewer.roles}`),
      })

  async function askedBy(mobile: string | undefined) {
    const { loopback } = await stage({ answer: asName('无') })
    const from = { ...loopback.person('张航'), ...(mobile && { mobile }) }
    loopback.state.people.set(from.openId, from)
    const { messageId } = loopback.say({ from, chat: loopback.chat('p2p'), text: '我们单位有哪些任务' })
    return titleOf(await loopback.state.until(() => loopback.repliesTo(messageId)[0]))
  }

  beforeAll(async () => {
    await db.query(
      "insert into unit (name, kind, short) values ('云川市交通运输局', 'department', '市交通运输局')",
    )
    await db.query(`insert into person (name, mobile, unit_id) select '张航', '13800000001', id from unit`)
    await db.query("insert into person_role select id, 'liaison' from person")
  })
  afterEach(() => db.query('truncate account'))

  test('tied by mobile: the person, with unit and role', async () => {
    expect(await askedBy('+86 138-0000-0001')).toBe('张航/云川市交通运输局/liaison')
  })

  test.each([['+8613900000009'], [undefined]])('mobile %s: the name alone ties nobody', async (mobile) => {
    expect(await askedBy(mobile)).toBe('张航/无/official')
  })
})

describe('once and only once', () => {
  test('the same event three times, and the same message under a new event id: one answer', async () => {
    const { loopback, intake } = await stage()
    const asked = loopback.say({ from: loopback.person('李敏'), chat: loopback.chat('p2p'), text: '问' })
    const again = { ...asked.event, header: { ...asked.event.header, event_id: 'ev_other' } }
    await Promise.all([
      asked.ack,
      loopback.push(asked.event),
      loopback.push(asked.event),
      loopback.push(again),
    ])
    await intake.stop()
    expect(loopback.state.sent).toHaveLength(1)
  })

  test('an answer the platform took but whose receipt was lost is not sent twice', async () => {
    const { loopback, intake } = await stage()
    loopback.fault({ path: /reply$/, lost: true })
    await loopback.say({ from: loopback.person('李敏'), chat: loopback.chat('p2p'), text: '问' }).ack
    await intake.stop()
    expect(loopback.state.sent).toHaveLength(1)
    expect(loopback.state.requests.filter((r) => r.path.endsWith('/reply'))).toHaveLength(2)
  })

  test.each([
    { name: '5xx', fault: { path: /reply$/, status: 503 } },
    {
      name: 'app over its rate',
      fault: { path: /reply$/, status: 429, code: 99991400, headers: { 'x-ogw-ratelimit-reset': '2' } },
    },
    { name: 'chat over its rate', fault: { path: /reply$/, status: 400, code: 230020 } },
    { name: 'token refused', fault: { path: /reply$/, status: 400, code: 99991663 } },
  ])('$name: tried again, sent once', async ({ fault }) => {
    const { loopback, intake } = await stage()
    loopback.fault(fault)
    await loopback.say({ from: loopback.person('李敏'), chat: loopback.chat('p2p'), text: '问' }).ack
    await intake.stop()
    expect(loopback.state.sent).toHaveLength(1)
  })

  test('a cold start under load asks for one token', async () => {
    const { loopback, feishu } = await stage()
    loopback.state.tokens.clear()
    loopback.state.tokenRequests = 0
    const chat = loopback.chat('group')
    const send = (i: number) =>
      feishu.client.send(
        { type: 'chat_id', id: chat },
        { type: 'text', content: '{"text":"x"}', uuid: `u${i}` },
      )
    await Promise.all(Array.from({ length: 20 }, (_, i) => send(i)))
    expect(loopback.state.sent).toHaveLength(20)
    expect(loopback.state.tokenRequests).toBe(1)
  })
})

describe('things that break', () => {
  test('a card the platform rejects is said as plain text', async () => {
    const { loopback } = await stage({ printer: { card: () => ({ schema: '1.0' }), text: () => '文字版' } })
    const asked = loopback.say({ from: loopback.person('李敏'), chat: loopback.chat('p2p'), text: '问' })
    const sent = await loopback.state.until(() => loopback.repliesTo(asked.messageId)[0])
    expect([sent.type, titleOf(sent)]).toEqual(['text', '文字版'])
  })

  test('answering fails: a polite sentence once, the answer when it works again, and never an error text', async () => {
    let broken = true
    let ahead = 0
    const { loopback, intake, flows } = await stage({
      answer: async (asked) => {
        if (broken) throw new Error('ECONNREFUSED 127.0.0.1:5432')
        return answerTo(asked)
      },
      deps: { now: () => new Date(Date.now() + ahead) },
    })
    const asked = loopback.say({ from: loopback.person('李敏'), chat: loopback.chat('p2p'), text: '问' })
    await loopback.state.until(() => loopback.state.sent.length === 1)
    ahead = 61_000
    await flows.catchUp()
    expect(loopback.state.sent).toHaveLength(1)
    broken = false
    ahead = 130_000
    await flows.catchUp()
    await flows.catchUp()
    await intake.stop()
    const replies = loopback.repliesTo(asked.messageId)
    expect(replies.map(titleOf)).toEqual(['稍后回复您', '答：问'])
    expect(replies[1]?.content).toContain('现在补上您问的“问”')
    expect(JSON.stringify(loopback.state.sent)).not.toContain('ECONNREFUSED')
  })

  test('the database is down: told, kept in the spool, answered once it is back', async () => {
    let down = true
    const real = await stage()
    const claim: typeof real.deps.intake.claim = async (...args) => {
      if (down) throw new Error('database gone')
      return real.deps.intake.claim(...args)
    }
    const { loopback, flows, intake } = await stage({ deps: { intake: { ...real.deps.intake, claim } } })
    const asked = loopback.say({ from: loopback.person('李敏'), chat: loopback.chat('p2p'), text: '问' })
    await Promise.all([asked.ack, loopback.push(asked.event)])
    await flows.catchUp()
    expect(loopback.repliesTo(asked.messageId).map(titleOf)).toEqual(['稍后回复您'])
    down = false
    await flows.catchUp()
    await flows.catchUp()
    await intake.stop()
    expect(loopback.repliesTo(asked.messageId).map(titleOf)).toEqual(['稍后回复您', '答：问'])
  })

  test('killed between the event and the answer: the next process answers', async () => {
    const dead = await stage({ answer: () => new Promise(() => {}) })
    const asked = dead.loopback.say({
      from: dead.loopback.person('李敏'),
      chat: dead.loopback.chat('p2p'),
      text: '问',
    })
    await asked.ack
    const later = {
      ...dead.deps,
      now: () => new Date(Date.now() + 61_000),
      answer: async () =>
        answerTo({ text: '活', viewer: {} as never, chat: 'private', history: [], now: new Date() }),
    }
    const { createFlows } = await import('../../src/chat/flows.ts')
    const { createInTurn } = await import('../../src/chat/in-turn.ts')
    await createFlows('feishu', { ...later, inTurn: createInTurn() }).catchUp()
    expect(dead.loopback.repliesTo(asked.messageId).map(titleOf)).toEqual(['答：活'])
    open.splice(open.indexOf(dead), 1)
    await dead.loopback.close()
  })

  test('the message was withdrawn: put away, not tried for ever', async () => {
    const { loopback, intake, flows } = await stage({ deps: {} })
    loopback.fault({ path: /reply$/, status: 400, code: 230011 })
    await loopback.say({ from: loopback.person('李敏'), chat: loopback.chat('p2p'), text: '问' }).ack
    await intake.stop()
    await flows.catchUp()
    expect(loopback.state.sent).toEqual([])
    expect(
      await db.query('select 1 as one from intake where question is not null and done_at is null'),
    ).toEqual([])
  })
})
