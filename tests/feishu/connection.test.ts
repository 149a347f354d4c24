import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import {
  createLongConnection,
  type LongConnection,
  type LongConnectionDeps,
} from '../../src/feishu/long-connection.ts'
import type { TestDatabase } from '../database.ts'
import { type Loopback, startLoopback } from './loopback/server.ts'
import type { Options } from './loopback/state.ts'
import { sharedDatabase } from './shared-database.ts'
import { setStage, silentLog } from './stage.ts'

const closing: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

async function line(options: Options = {}, watch: Partial<LongConnectionDeps> = {}) {
  const loopback = await startLoopback(options)
  closing.push(loopback.close)
  const received: unknown[] = []
  const { appId, appSecret } = loopback.state
  const connection: LongConnection = createLongConnection({
    settings: {
      appId,
      appSecret,
      domain: loopback.url,
      mode: 'websocket',
      encryptKey: null,
      verificationToken: null,
    },
    log: silentLog,
    receive: async (raw) => void received.push(raw),
    ...watch,
  })
  closing.push(connection.close)
  return { loopback, connection, received }
}

describe('the long connection', () => {
  test('an event in three parts, last part first, is received whole', async () => {
    const { loopback, connection, received } = await line({ fragments: 3 })
    await connection.open()
    await loopback.happen('x.y_v1', { word: '一句中文'.repeat(200) })
    expect(received).toHaveLength(1)
    expect(received[0]).toMatchObject({
      header: { event_type: 'x.y_v1' },
      event: { word: '一句中文'.repeat(200) },
    })
  })

  test('cut off: it comes back by itself, and what was sent meanwhile arrives', async () => {
    const { loopback, connection, received } = await line()
    await connection.open()
    await loopback.state.until(() => loopback.connected())
    loopback.drop()
    await loopback.state.until(() => !loopback.connected())
    await loopback.happen('x.y_v1', {})
    expect(received).toHaveLength(1)
    expect(loopback.state.connections).toBe(2)
    expect(connection.connected()).toBe(true)
  })

  test('half open: it stands and says nothing, is noticed by the missing pong and begun anew', async () => {
    const { loopback, connection, received } = await line({ pingSeconds: 0.2 }, { pingTimeoutS: 0.1 })
    await connection.open()
    await loopback.state.until(() => loopback.connected())
    loopback.silence(true)
    await loopback.state.until(() => loopback.state.connections > 1)
    loopback.silence(false)
    await loopback.happen('x.y_v1', {})
    expect(received).toHaveLength(1)
  })

  test('cut: opened anew at once, though the platform would have its clients come back within the hour', async () => {
    const { loopback, connection } = await line({ nonceSeconds: 3600, reconnectSeconds: 3600 })
    await connection.open()
    await loopback.state.until(() => loopback.connected())
    loopback.drop()
    await loopback.state.until(() => loopback.state.connections === 2 && loopback.connected())
    loopback.drop()
    await loopback.state.until(() => loopback.state.connections === 3)
  })

  test('refused at first: begun anew until it stands', async () => {
    const { loopback, connection } = await line({}, { watchMs: 20, patience: 2 })
    loopback.state.refuseConnections = 2
    await connection.open()
    expect(connection.connected()).toBe(true)
  })

  test('closed: no connection stays, none comes back', async () => {
    const { loopback, connection } = await line()
    await connection.open()
    await loopback.state.until(() => loopback.connected())
    connection.close()
    await loopback.state.until(() => !loopback.connected())
    expect(connection.connected()).toBe(false)
    expect(loopback.state.connections).toBe(1)
  })
})

describe('the whole way over a bad line', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await sharedDatabase()
  })
  afterAll(() => database.close())

  async function ask(
    count: number,
    each: (i: number, said: ReturnType<Loopback['say']>, loopback: Loopback) => void,
  ) {
    const stage = await setStage({ db: database.db, options: { redeliverMs: [500, 1500, 4000] } })
    closing.push(stage.close)
    await database.db.query('truncate intake, rating, turn')
    const { loopback, intake } = stage
    const from = loopback.person('李敏')
    const chats = Array.from({ length: 10 }, () => loopback.chat('group'))
    const asked = Array.from({ length: count }, (_, i) => {
      if (i % 10 === 3) loopback.fault({ path: /reply$/, status: 502 })
      if (i % 25 === 7) loopback.fault({ path: /reply$/, lost: true })
      const said = loopback.say({ from, chat: chats[i % 10] ?? '', text: `问${i}`, mention: true })
      each(i, said, loopback)
      return { ...said, chat: chats[i % 10] ?? '' }
    })
    await Promise.all(asked.map((a) => a.ack))
    await intake.stop()
    return { asked, chats, sent: loopback.state.sent }
  }

  test('60 questions, every tenth sent twice, faults and two cuts: each answered once', async () => {
    const { asked, sent } = await ask(60, (i, said, loopback) => {
      if (i % 10 === 0) void loopback.push(said.event)
      if (i === 20 || i === 40) loopback.drop()
    })
    const counts = asked.map((a) => sent.filter((s) => s.to === a.messageId).length)
    expect(counts).toEqual(asked.map(() => 1))
  })

  test('a line that holds: the answers of a chat come in the order of its questions, faults or not', async () => {
    const { asked, chats, sent } = await ask(40, () => {})
    for (const chat of chats) {
      const order = sent.filter((s) => s.chat === chat).map((s) => s.to)
      expect(order).toEqual(asked.filter((a) => a.chat === chat).map((a) => a.messageId))
    }
  })
})
