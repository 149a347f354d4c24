import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { platformError } from '../../src/feishu/failure.ts'
import { createPace } from '../../src/feishu/pace.ts'
import { createSlots } from '../../src/store/slots.ts'
import type { TestDatabase } from '../database.ts'
import { sharedDatabase } from './shared-database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await sharedDatabase()
})
afterAll(() => database.close())
beforeEach(() => database.db.query('truncate send_window, send_count'))

const BEGIN = Date.parse('2025-07-01T09:00:00+08:00')

/** A clock that moves when someone waits; several processes look at the same one. */
function clockwork() {
  let at = BEGIN
  const slots = createSlots(database.db, () => new Date(at))
  const pause = async (ms: number) => {
    at += ms
  }
  const pace = createPace({ app: 'cli_1', slots, pause, clock: () => at })
  return { pace, elapsed: () => at - BEGIN }
}

async function moments(places: readonly string[], bulk = false): Promise<readonly number[]> {
  const { pace, elapsed } = clockwork()
  const went: number[] = []
  for (const place of places) {
    await pace.turn({ line: 'create', place, bulk })
    went.push(elapsed())
  }
  return went
}

const crowd = (times: readonly number[], windowMs: number) =>
  Math.max(...times.map((from) => times.filter((t) => t >= from && t < from + windowMs).length))

test('one chat: five at once, the sixth a second later', async () => {
  expect(await moments(Array(11).fill('oc_1'))).toEqual([0, 0, 0, 0, 0, 1020, 1020, 1020, 1020, 1020, 2040])
})

test('another chat does not wait for a busy one', async () => {
  const { pace, elapsed } = clockwork()
  for (let i = 0; i < 5; i++) await pace.turn({ line: 'create', place: 'oc_1', bulk: false })
  await pace.turn({ line: 'create', place: 'oc_2', bulk: false })
  expect(elapsed()).toBe(0)
})

test('to 130 people: never more than 50 in a second, of bulk 40', async () => {
  const people = Array.from({ length: 130 }, (_, i) => `ou_${i}`)
  expect(crowd(await moments(people), 1000)).toBe(50)
  await database.db.query('truncate send_window, send_count')
  expect(crowd(await moments(people, true), 1000)).toBe(40)
})

test('the limit by the minute: answers wait, bulk comes back later and leaves room for them', async () => {
  const second = Math.floor(BEGIN / 1000)
  await database.db.query('insert into send_count values ($1, $2, $3)', ['cli_1/create', second - 30, 900])
  const { pace, elapsed } = clockwork()
  await expect(pace.turn({ line: 'create', place: 'ou_1', bulk: true })).rejects.toMatchObject({
    code: 'platform',
    context: { verdict: 'wait', resetSeconds: 31 },
  })
  await pace.turn({ line: 'create', place: 'oc_1', bulk: false })
  expect(elapsed()).toBe(0)
  await database.db.query('insert into send_count values ($1, $2, $3)', ['cli_1/create', second - 1, 99])
  await pace.turn({ line: 'create', place: 'oc_1', bulk: false })
  expect(elapsed()).toBe(31_000)
})

test('two processes share one limit', async () => {
  const at = () => new Date(BEGIN)
  const [one, other] = [createSlots(database.db, at), createSlots(database.db, at)]
  const want = { app: 'cli_1/create', place: 'oc_1', bulk: false }
  const took = []
  for (let i = 0; i < 6; i++) took.push(await (i % 2 ? one : other).take(want))
  expect(took.map((t) => t.limit)).toEqual([null, null, null, null, null, 'place'])
})

describe('an answer whose line is full', () => {
  const answers = (n: number) => ({ line: 'reply', place: `oc_${n}`, bulk: false }) as const

  test('goes by the other line rather than wait, where it may', async () => {
    const { pace, elapsed } = clockwork()
    for (let i = 0; i < 50; i++) expect(await pace.turn({ ...answers(i), other: 'create' })).toBe('reply')
    expect(await pace.turn({ ...answers(50), other: 'create' })).toBe('create')
    expect(elapsed()).toBe(0)
    expect(await pace.turn(answers(51))).toBe('reply')
    expect(elapsed()).toBe(1020)
  })

  test('by the minute too', async () => {
    const second = Math.floor(BEGIN / 1000)
    await database.db.query('insert into send_count values ($1, $2, $3)', ['cli_1/reply', second - 30, 1000])
    const { pace, elapsed } = clockwork()
    expect(await pace.turn({ ...answers(1), other: 'create' })).toBe('create')
    expect(elapsed()).toBe(0)
  })

  test('waits a moment for its own line', async () => {
    const { pace, elapsed } = clockwork()
    await database.db.query(`insert into send_window (name, held_until) values ('app:cli_1/reply', $1)`, [
      new Date(BEGIN + 100),
    ])
    expect(await pace.turn({ ...answers(1), other: 'create' })).toBe('reply')
    expect(elapsed()).toBe(100)
  })

  test('takes none when it is of no use any more', async () => {
    const { pace } = clockwork()
    expect(await pace.turn({ ...answers(1), wanted: () => false })).toBeNull()
    expect(await database.db.query('select from send_window')).toEqual([])
  })
})

const refusal = (code: number, resetSeconds: number | null) =>
  platformError({ status: 429, code, msg: '', logId: null, resetSeconds })

test('told to wait by the platform: the whole app for an app limit, one chat for a chat limit', async () => {
  const slots = createSlots(database.db)
  const pace = createPace({ app: 'cli_1', slots, pause: async () => {}, clock: () => 0 })
  await pace.refused(refusal(230_020, null), { place: 'oc_1', line: 'create' })
  const chat = await slots.take({ app: 'cli_1/create', place: 'oc_1', bulk: false })
  expect(chat.limit).toBe('place')
  expect((await slots.take({ app: 'cli_1/create', place: 'oc_2', bulk: false })).waitMs).toBe(0)
  await pace.refused(refusal(99_991_400, 7), { place: 'oc_1', line: 'create' })
  const app = await slots.take({ app: 'cli_1/create', place: 'oc_2', bulk: false })
  expect(app.limit).toBe('app')
  expect(app.waitMs).toBeGreaterThan(5_000)
})

test('a broken platform is no reason to hold others', async () => {
  const slots = createSlots(database.db)
  const pace = createPace({ app: 'cli_1', slots, pause: async () => {}, clock: () => 0 })
  await pace.refused(platformError({ status: 502, code: 0, msg: '', logId: null, resetSeconds: null }), {
    place: 'oc_1',
    line: 'create',
  })
  expect((await slots.take({ app: 'cli_1/create', place: 'oc_1', bulk: false })).waitMs).toBe(0)
})

test('the database away: an answer goes, bulk waits for better times', async () => {
  const away = async () => {
    throw new Error('away')
  }
  const slots = { take: away, hold: away }
  const pace = createPace({ app: 'cli_1', slots, pause: async () => {}, clock: () => 0 })
  expect(await pace.turn({ line: 'reply', place: 'oc_1', bulk: false })).toBe('reply')
  await expect(pace.turn({ line: 'create', place: 'oc_1', bulk: true })).rejects.toThrow('away')
  await pace.refused(refusal(230_020, null), { place: 'oc_1', line: 'reply' })
})
