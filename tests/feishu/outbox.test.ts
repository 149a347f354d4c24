import { describe, expect, test } from 'vitest'
import { drainOnce } from '../../src/chat/drain.ts'
import type { Send } from '../../src/domain/send.ts'
import { createOutbox } from '../../src/store/outbox.ts'
import { message, silentLog } from './stage.ts'
import { stages, titleOf } from './stages.ts'

const { stage, db } = stages()
const BEGIN = new Date('2025-07-01T09:00:00+08:00')
const later = (minutes: number) => new Date(BEGIN.getTime() + minutes * 60_000)

function reminder(key: string, account: string): Send {
  const reply = { message: message(`报送提醒 ${key}`), turn: null, page: 0 }
  return { key, to: { kind: 'person', channel: 'feishu', account }, reply }
}

/** The platform, the outbox, and a worker whose clock is told. */
async function post() {
  const made = await stage()
  const outbox = createOutbox(db())
  const drain = (at: Date) => {
    const { courier } = made.feishu
    return drainOnce({ outbox, courier, now: () => at, log: silentLog })
  }
  const state = async (key: string) => (await outbox.find([key]))[0]
  return { ...made, outbox, drain, state }
}

describe('what is planned', () => {
  test('planned twice, drained twice: sent once; read and answered when that is known', async () => {
    const { loopback, outbox, drain, state } = await post()
    const person = loopback.person('张航')
    expect(await outbox.plan([reminder('a', person.openId)], BEGIN)).toBe(1)
    expect(await outbox.plan([reminder('a', person.openId)], BEGIN)).toBe(0)
    expect(await state('a')).toMatchObject({ state: 'planned', messageId: null })
    await drain(BEGIN)
    await drain(BEGIN)
    expect(loopback.state.sent.map(titleOf)).toEqual(['报送提醒 a'])
    const messageId = loopback.state.sent[0]?.id ?? ''
    expect(await state('a')).toMatchObject({ state: 'accepted', messageId, readAt: null })
    await outbox.read([messageId, 'om_other'], later(1))
    expect(await state('a')).toMatchObject({ state: 'read', readAt: later(1) })
    await outbox.answered(messageId, later(2))
    expect(await state('a')).toMatchObject({ state: 'answered', answeredAt: later(2) })
  })

  test('not before its time', async () => {
    const { loopback, outbox, drain } = await post()
    await outbox.plan([reminder('a', loopback.person('张航').openId)], BEGIN, later(5))
    await drain(BEGIN)
    expect(loopback.state.sent).toEqual([])
    await drain(later(5))
    expect(loopback.state.sent).toHaveLength(1)
  })

  test('to one person in the order of planning, even when the first is tried again', async () => {
    const { loopback, outbox, drain } = await post()
    const { openId } = loopback.person('张航')
    await outbox.plan([reminder('a', openId), reminder('b', openId)], BEGIN)
    for (let i = 0; i < 4; i++) loopback.fault({ path: /messages$/, status: 502 })
    await drain(BEGIN)
    await drain(BEGIN)
    expect(loopback.state.sent).toEqual([])
    await drain(later(1))
    await drain(later(1))
    expect(loopback.state.sent.map(titleOf)).toEqual(['报送提醒 a', '报送提醒 b'])
  })

  test('two workers at once share the work', async () => {
    const { loopback, outbox, drain } = await post()
    const people = Array.from({ length: 30 }, (_, i) => loopback.person(`人${i}`))
    await outbox.plan(
      people.map((p, i) => reminder(`r${i}`, p.openId)),
      BEGIN,
    )
    await Promise.all([drain(BEGIN), drain(BEGIN)])
    expect(loopback.state.sent).toHaveLength(30)
    expect(new Set(loopback.state.sent.map((s) => s.to)).size).toBe(30)
    expect(loopback.state.requests.filter((r) => r.path === '/im/v1/messages')).toHaveLength(30)
  })
})

describe('what the platform refuses', () => {
  test.each([
    ['person gone', 230_029, 'gone'],
    ['bot stopped by the person', 230_053, 'gone'],
    ['no right', 99_991_672, 'admin'],
    ['outside the range of the app', 41_050, 'admin'],
  ])('%s: listed as dead, sent again when told to', async (_, code, verdict) => {
    const { loopback, outbox, drain, state } = await post()
    await outbox.plan([reminder('a', loopback.person('张航').openId)], BEGIN)
    loopback.fault({ path: /messages$/, status: 400, code })
    await drain(BEGIN)
    await drain(later(60))
    expect(loopback.state.sent).toEqual([])
    expect(await outbox.dead(10)).toMatchObject([{ key: 'a', state: 'dead', failure: { code, verdict } }])
    expect(await outbox.resend(['a', 'b'], later(60))).toBe(1)
    await drain(later(60))
    expect(await state('a')).toMatchObject({ state: 'accepted', failure: null })
  })

  test('too fast: not a try, and nobody goes on before the time', async () => {
    const { loopback, outbox, drain, state } = await post()
    await outbox.plan([reminder('a', loopback.person('张航').openId)], BEGIN)
    const slow = {
      path: /messages$/,
      status: 429,
      code: 99_991_400,
      headers: { 'x-ogw-ratelimit-reset': '90' },
    }
    loopback.fault(slow)
    expect(await drain(BEGIN)).toBe(90_000)
    expect(await state('a')).toMatchObject({ state: 'planned', tries: 0 })
    await drain(later(1))
    expect(loopback.state.sent).toEqual([])
    await drain(later(1.5))
    expect(loopback.state.sent).toHaveLength(1)
  })

  test('a worker dies over it: taken up a minute later; an hour later left to a person', async () => {
    const { loopback, outbox, drain, state } = await post()
    const [zhang, li] = [loopback.person('张航'), loopback.person('李敏')]
    await outbox.plan([reminder('a', zhang.openId)], BEGIN)
    await outbox.takeDue('feishu', BEGIN, 10)
    await drain(later(0.5))
    expect(loopback.state.sent).toEqual([])
    await drain(later(2))
    expect(await state('a')).toMatchObject({ state: 'accepted' })
    await outbox.plan([reminder('b', li.openId)], BEGIN)
    await outbox.takeDue('feishu', BEGIN, 10)
    await drain(later(56))
    expect(await outbox.dead(10)).toMatchObject([{ key: 'b', failure: { verdict: 'unsure' } }])
    expect(loopback.state.sent).toHaveLength(1)
  })
})

describe('what is said at once', () => {
  test('is in the outbox too, and the same key is not sent twice', async () => {
    const { loopback, feishu, state } = await post()
    const sender = { channel: 'feishu', account: loopback.person('张航').openId, name: null } as const
    const reply = { message: message('您好'), turn: null, page: 0 }
    const first = await feishu.channel.tell(sender, reply, 'hello')
    expect(await feishu.channel.tell(sender, reply, 'hello')).toBe(first)
    expect(loopback.state.sent).toHaveLength(1)
    expect(await state(`tell:${sender.account}:hello`)).toMatchObject({ state: 'accepted', messageId: first })
  })

  test('failed for good: in the list, with its words', async () => {
    const { loopback, outbox } = await post()
    loopback.fault({ path: /reply$/, status: 400, code: 230_002 })
    const group = loopback.chat('group')
    await loopback.say({ from: loopback.person('李敏'), chat: group, text: '问', mention: true }).ack
    await loopback.state.until(() => loopback.state.requests.some((r) => r.status === 400))
    const dead = await untilSome(() => outbox.dead(10))
    expect(dead).toMatchObject([
      { to: { kind: 'quote', chat: group }, failure: { code: 230_002, verdict: 'gone' } },
    ])
  })
})

async function untilSome<T>(look: () => Promise<readonly T[]>): Promise<readonly T[]> {
  for (;;) {
    const seen = await look()
    if (seen.length > 0) return seen
  }
}
