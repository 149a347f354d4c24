import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askFigures } from '../../src/store/asks.ts'
import { freshDatabase, type TestDatabase } from '../database.ts'
import { BARE, type City, MUTE, openCity } from './city.ts'
import { isDayOff, rungDays, type Told, toldOf } from './expected.ts'
import { counting, mortal, numbers } from './mortal.ts'
import { endState, liveThrough, START, type World } from './quarter.ts'

/** Days on each of which the process dies once, spread over the quarter. */
const KILLS = 60
const JULY = { start: '2026-07-01', end: '2026-07-31' }

/** A city of its own; `dies` is asked at every statement, with its number on its day. */
async function settle(dies: (day: string, nth: number) => boolean) {
  const base = await freshDatabase()
  const city = await openCity(base.db)
  const { counts, count } = counting(() => world.day)
  const db = mortal(base.db, () => dies(world.day, count()))
  const world: World = { db, safe: base.db, delivered: [], deaths: [], day: START }
  return { base, city, world, counts }
}

let base: TestDatabase
let city: City
let world: World
let told: readonly Told[]
let end: Awaited<ReturnType<typeof endState>>
let counts: ReadonlyMap<string, number>
beforeAll(async () => {
  const life = await settle(() => false)
  ;[base, city, world] = [life.base, life.city, life.world]
  await liveThrough(world, 'all')
  ;[end, counts] = [await endState(world), life.counts]
  told = await toldOf(base.db)
}, 120_000)
afterAll(() => base.close())

const toLiaisons = () => told.filter(({ rung }) => /^(?:T|late)/.test(rung))
const asked = () => toLiaisons().filter(({ outcome }) => outcome !== 'avoided')

describe('a quarter of sixty units', () => {
  test('is worth looking at', () => {
    expect({
      asks: asked().length > 1000,
      requests: new Set(told.map((t) => t.requestId)).size > 400,
    }).toEqual({
      asks: true,
      requests: true,
    })
  })

  test('every rung comes on its day; what was missed before the start is caught up once', () => {
    const astray = told.filter(({ rung, dueOn, askedOn, reason, unitId }) => {
      const day = rungDays(dueOn).get(rung)
      const nobody = rung === 'nobody' && city.units.indexOf(unitId) >= MUTE
      return day !== askedOn && !nobody && !reason?.startsWith('caughtUp') && dueOn >= START
    })
    expect(astray).toEqual([])
  })

  test('no rung of an unanswered request is left out, none comes after the answer', () => {
    const byRequest = Map.groupBy(asked(), ({ requestId }) => requestId)
    const wrong = [...byRequest.values()].filter((asks) => !isComplete(asks))
    expect(wrong).toEqual([])
  })

  test('nobody is written to on a day off or out of hours', () => {
    expect(told.filter(({ askedOn }) => isDayOff(askedOn))).toEqual([])
    const hours = world.delivered.map(({ at }) => (at.getUTCHours() + 8) % 24)
    expect(hours.filter((hour) => hour < 9 || hour >= 18)).toEqual([])
  })

  test('a card arrives once, and a person gets one a day', () => {
    const keys = world.delivered.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    const days = world.delivered.map(
      ({ key, account, at }) => `${key.split(':')[0]}/${account}/${at.toISOString().slice(0, 10)}`,
    )
    expect(new Set(days).size).toBe(days.length)
    const sent = told.filter(({ outcome }) => outcome === 'sent').map(({ sendKey }) => sendKey)
    expect(sent.toSorted()).toEqual(keys.toSorted())
  })

  test('no request is asked for more than nine times', () => {
    const counts = [...Map.groupBy(asked(), ({ requestId }) => requestId).values()].map((asks) => asks.length)
    expect(Math.max(...counts)).toBe(9)
  })

  test('leaders hear of it on the third working day, supervisors on the fifth, and of nothing that was answered', () => {
    const escalated = told.filter(({ rung }) => rung === 'leader' || rung === 'list')
    expect(new Set(escalated.map(({ rung }) => rung))).toEqual(new Set(['leader', 'list']))
    expect(
      escalated.filter(({ answeredOn, askedOn }) => answeredOn !== null && answeredOn < askedOn),
    ).toEqual([])
    const unled = new Set(city.units.slice(54))
    expect(escalated.filter(({ rung, unitId }) => rung === 'leader' && unled.has(unitId))).toEqual([])
  })

  test('units nobody can be asked for are told to both supervisors, once a request', () => {
    const nobody = told.filter(({ rung }) => rung === 'nobody')
    const units = new Set(nobody.map(({ unitId }) => city.units.indexOf(unitId)))
    expect([...units].sort()).toEqual([MUTE, BARE, BARE + 1])
    const requests = Map.groupBy(nobody, ({ requestId }) => requestId)
    expect([...requests.values()].every((asks) => asks.length === 2)).toBe(true)
  })

  test('who is on leave is left alone, and the substitute is asked', async () => {
    const [away] = await base.db.query<{ id: number }>(`select id from person where name = '联络3'`)
    const [substitute] = await base.db.query<{ id: number }>(`select id from person where name = '替班'`)
    const inLeave = asked().filter(
      (t) => t.unitId === city.units[3] && t.askedOn >= '2026-07-15' && t.askedOn <= '2026-08-05',
    )
    expect(inLeave.length).toBeGreaterThan(0)
    expect(new Set(inLeave.map((t) => t.personId))).toEqual(new Set([substitute?.id]))
    expect(asked().some((t) => t.personId === away?.id)).toBe(true)
  })
})

/** Rungs from the first asking to the answer, the budget or the end, without a gap. */
function isComplete(asks: readonly Told[]): boolean {
  const [first] = asks.toSorted((a, b) => a.askedOn.localeCompare(b.askedOn))
  if (first === undefined) return false
  const until = first.answeredOn ?? '2026-09-28'
  if (asks.some(({ askedOn }) => askedOn > until)) return false
  const days = [...rungDays(first.dueOn)].filter(
    ([rung, day]) =>
      /^(?:T|late)/.test(rung) &&
      day >= first.askedOn &&
      day <= until &&
      !(day === first.askedOn && rung !== first.rung),
  )
  const expected = days.slice(0, 9).map(([rung]) => rung)
  const had = asks.toSorted((a, b) => a.askedOn.localeCompare(b.askedOn)).map(({ rung }) => rung)
  const caughtUp = first.reason?.startsWith('caughtUp') && !expected.includes(first.rung) ? [first.rung] : []
  return JSON.stringify(had) === JSON.stringify([...caughtUp, ...expected].slice(0, 9))
}

test('killed sixty times between any two statements: the same end, and the same figures', async () => {
  const random = numbers(20260701)
  const days = [...counts].map(([day, n]) => ({ day, n, draw: random() })).sort((a, b) => a.draw - b.draw)
  const fate = new Map(days.slice(0, KILLS).map(({ day, n }) => [day, 1 + Math.floor(random() * n * 0.7)]))
  const second = await settle((day, nth) => fate.get(day) === nth)
  try {
    await liveThrough(second.world, 'needed')
    expect(second.world.deaths.length).toBeGreaterThanOrEqual(50)
    expect(await endState(second.world)).toEqual(end)
  } finally {
    await second.base.close()
  }
}, 120_000)

test('figures of a month are those of its rows', async () => {
  const july = told.filter(({ askedOn, rung }) => askedOn <= JULY.end && /^(?:T|late)/.test(rung))
  const count = (outcome: string): number => july.filter((t) => t.outcome === outcome).length
  const [known] = await base.db.query<{ n: number }>(
    `select count(*)::int as n from request_task t join request q on q.id = t.request_id
     where t.state = 'known' and q.opens_on between $1 and $2`,
    [JULY.start, JULY.end],
  )
  const figures = await askFigures(base.db, JULY)
  expect(figures).toEqual({
    sent: count('sent'),
    merged: count('merged'),
    avoided: count('avoided') + (known?.n ?? 0),
  })
  expect(figures.sent).toBe(
    world.delivered.filter(
      ({ key, at }) => key.startsWith('liaison:') && at < new Date('2026-08-01T00:00:00+08:00'),
    ).length,
  )
})
