import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Question } from '../../src/chat/deps.ts'
import { createIntake, pruneIntake } from '../../src/store/intake.ts'
import { createLease } from '../../src/store/lease.ts'
import type { TestDatabase } from '../database.ts'
import { startLoopback } from './loopback/server.ts'
import { sharedDatabase } from './shared-database.ts'
import { makeBot } from './stage.ts'
import { titleOf } from './stages.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await sharedDatabase()
})
afterAll(() => database.close())
beforeEach(() => database.db.query('truncate intake, lease, turn, outbox cascade'))

const AT = new Date('2025-07-01T09:00:00+08:00')
const minutes = (n: number) => new Date(AT.getTime() + n * 60_000)

describe('several processes', () => {
  test('one holds the long connection; when it ends, or dies, another takes over and nothing is lost', async () => {
    const loopback = await startLoopback()
    const platform = { url: loopback.url, appId: loopback.state.appId, appSecret: loopback.state.appSecret }
    const bots = [await makeBot(platform, database), await makeBot(platform, database)]
    for (const bot of bots) await bot.intake.start()
    await loopback.state.until(() => loopback.connected())
    expect(loopback.state.connections).toBe(1)
    expect(bots.map((bot) => bot.intake.ready())).toEqual([true, true])
    const chat = loopback.chat('p2p')
    const from = loopback.person('李敏')
    await bots[0]?.intake.stop()
    const asked = loopback.say({ from, chat, text: '问' })
    expect(titleOf(await loopback.state.until(() => loopback.repliesTo(asked.messageId)[0]))).toBe('答：问')
    expect(loopback.state.connections).toBe(2)
    for (const bot of bots) await bot.stop()
    await loopback.close()
  })

  test('the right is one process’s until it runs out or is given back', async () => {
    const lease = createLease(database.db)
    expect(await lease.claim('feishu', 'a', 60)).toBe(true)
    expect(await lease.claim('feishu', 'b', 60)).toBe(false)
    expect(await lease.claim('feishu', 'a', 60)).toBe(true)
    await database.db.query(`update lease set until = now() - interval '1 second'`)
    expect(await lease.claim('feishu', 'b', 60)).toBe(true)
    expect(await lease.claim('feishu', 'a', 60)).toBe(false)
    await lease.release('feishu', 'a')
    expect(await lease.claim('feishu', 'a', 60)).toBe(false)
    await lease.release('feishu', 'b')
    expect(await lease.claim('feishu', 'a', 60)).toBe(true)
  })
})

function question(id: string, chat = 'oc_1'): Question {
  const sender = { channel: 'feishu', account: 'ou_1', name: null } as const
  const where = { channel: 'feishu', id: chat, type: 'group', thread: null } as const
  const said = { text: '问', mentioned: true, repliesTo: null, form: 'text', files: [], at: AT } as const
  const event = {
    kind: 'message',
    id: `ev_${id}`,
    messageId: `om_${id}`,
    chat: where,
    sender,
    ...said,
  } as const
  return { key: `message:om_${id}`, event }
}

describe('order per chat across processes', () => {
  async function two() {
    const [one, other] = [createIntake(database.db, 'one'), createIntake(database.db, 'other')]
    await Promise.all([one.alive(), other.alive()])
    const first = question('1')
    const second = question('2')
    await one.claim('feishu', [first.key], AT, first)
    await other.claim('feishu', [second.key], AT, second)
    return { one, other, first, second }
  }

  test('a question waits for an earlier one of its chat that another process works on', async () => {
    const { one, other, first, second } = await two()
    const elsewhere = question('3', 'oc_2')
    await other.claim('feishu', [elsewhere.key], AT, elsewhere)
    expect(await other.isNext(second, AT)).toBe(false)
    expect(await other.isNext(elsewhere, AT)).toBe(true)
    expect(await one.isNext(first, AT)).toBe(true)
    await one.done(first, AT)
    expect(await other.isNext(second, AT)).toBe(true)
  })

  test('but not for one that takes longer than five minutes', async () => {
    const { other, second } = await two()
    expect(await other.isNext(second, minutes(4))).toBe(false)
    expect(await other.isNext(second, minutes(6))).toBe(true)
  })

  test('nor for one that failed', async () => {
    const { one, other, first, second } = await two()
    await one.leave(first)
    expect(await other.isNext(second, AT)).toBe(true)
  })

  test('what a dead process left is taken up first, and those behind it follow in order', async () => {
    const { other, first, second } = await two()
    const third = question('3')
    await other.claim('feishu', [third.key], AT, third)
    await database.db.query(`update lease set until = now() - interval '1 second' where name = 'worker:one'`)
    const window = { channel: 'feishu', since: minutes(-60), before: minutes(-1), at: AT } as const
    const next = () => Promise.all([first, second, third].map((q) => other.isNext(q, AT)))
    expect(await next()).toEqual([true, false, false])
    expect(await other.takeUnanswered(window)).toEqual([first])
    expect(await next()).toEqual([true, false, false])
    await other.done(first, AT)
    expect(await next()).toEqual([true, true, false])
    await other.done(second, AT)
    expect(await other.isNext(third, AT)).toBe(true)
  })

  test('what a dead process left is taken up at once, what a living one works on is not', async () => {
    const { other, first } = await two()
    const window = { channel: 'feishu', since: minutes(-60), before: minutes(-1), at: AT } as const
    expect(await other.takeUnanswered(window)).toEqual([])
    await database.db.query(`update lease set until = now() - interval '1 second' where name = 'worker:one'`)
    expect(await other.takeUnanswered(window)).toEqual([first])
    expect(await other.takeUnanswered(window)).toEqual([])
  })
})

test('events are kept for eight hours and more, questions until answered, greetings for ever', async () => {
  const intake = createIntake(database.db)
  const [open, done] = [question('open'), question('done')]
  await intake.claim('feishu', ['event:old', 'greeted:oc_1'], minutes(-600))
  await intake.claim('feishu', [open.key], minutes(-600), open)
  await intake.claim('feishu', [done.key], minutes(-600), done)
  await intake.claim('feishu', ['event:new'], minutes(-500))
  await intake.done(done, AT)
  await pruneIntake(database.db, minutes(-540))
  const kept = await database.db.query<{ key: string }>('select key from intake order by key')
  expect(kept.map((row) => row.key)).toEqual(['event:new', 'greeted:oc_1', open.key])
})
