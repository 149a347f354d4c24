import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../database.ts'
import { openCity } from './city.ts'
import { numbers } from './mortal.ts'
import { at, deliver, endState, type World } from './quarter.ts'

const CHILD = fileURLToPath(new URL('tick-process.ts', import.meta.url))
/** The first rung of the quarter's report: every unit is asked. */
const DAY = '2026-07-09'
const NEXT_RUNG = '2026-07-15'
const KILLS = 4
/** A little less than a whole round has. */
const STATEMENTS = 60

const bases: TestDatabase[] = []
beforeAll(async () => {
  bases.push(await freshDatabase(), await freshDatabase())
})
afterAll(async () => {
  for (const base of bases) await base.close()
})

async function cityOn(base: TestDatabase): Promise<World> {
  await openCity(base.db)
  const world: World = { db: base.db, safe: base.db, delivered: [], deaths: [], day: '' }
  return world
}

/** Starts a round in a process of its own; kills it at so many statements, or lets it finish. */
async function round(url: string, killAt: number | null, day = DAY): Promise<void> {
  const child = spawn(process.execPath, [CHILD, url, at(day, '09:00').toISOString()], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let begun = 0
  child.stdout.on('data', (dots: Buffer) => {
    begun += dots.length
    if (killAt !== null && begun >= killAt) child.kill('SIGKILL')
  })
  await once(child, 'exit')
}

test('killed for good amid a round, again and again: every card once, none left out', async () => {
  const [calm, stormy] = await Promise.all(bases.map(cityOn))
  if (!calm || !stormy) throw new Error('no city')
  const random = numbers(7)
  for (let i = 0; i < KILLS; i++) await round(bases[1]?.url ?? '', 10 + Math.floor(random() * STATEMENTS))
  await round(bases[1]?.url ?? '', null)
  await round(bases[0]?.url ?? '', null)
  for (const world of [calm, stormy]) await deliver(world, at(DAY, '09:00'))
  expect(await endState(stormy)).toEqual(await endState(calm))
  expect(stormy.delivered.length).toBeGreaterThan(40)
}, 60_000)

test('two processes at once send what one would', async () => {
  const [calm, busy] = [bases[0]?.url ?? '', bases[1]?.url ?? '']
  const before = await keysOf(bases[0])
  await Promise.all([round(busy, null, NEXT_RUNG), round(busy, null, NEXT_RUNG)])
  await round(calm, null, NEXT_RUNG)
  expect(await keysOf(bases[1])).toEqual(await keysOf(bases[0]))
  expect((await keysOf(bases[0])).length).toBeGreaterThan(before.length + 40)
}, 60_000)

const keysOf = async (base: TestDatabase | undefined) =>
  (await base?.db.query<{ key: string }>('select key from outbox order by key')) ?? []
