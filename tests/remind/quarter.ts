import { createReminding, type Reminding, remindSettings } from '../../src/app/reminding.ts'
import { loadConfig } from '../../src/config.ts'
import { rhythmOf } from '../../src/domain/period.ts'
import type { NewProgress } from '../../src/domain/progress.ts'
import type { Request } from '../../src/domain/request.ts'
import type { Db } from '../../src/store/db.ts'
import { createProgressBook } from '../../src/store/progress.ts'
import { requestReads } from '../../src/store/requests.ts'
import { setAsked, settleKind } from '../../src/store/settle-requests.ts'
import { addDays } from '../../src/text/calendar.ts'

export const CONFIG = loadConfig({ DATA_DIR: '/nonexistent' }, '/nonexistent/.env')
export const SETTINGS = remindSettings(CONFIG)
export const START = '2026-07-01'
const DAYS = 90

/** One card as it reached a person. */
export interface Delivered {
  readonly key: string
  readonly account: string
  readonly at: Date
  readonly title: string
}

export interface World {
  /** The database as the product sees it: it may die between two statements. */
  readonly db: Db
  /** The same, for those who live on: the platform and the people. */
  readonly safe: Db
  readonly delivered: Delivered[]
  /** Times the process died. */
  /** Days on which the process died, once each time. */
  readonly deaths: string[]
  /** The day it is. */
  day: string
}

/** Thrown in place of a statement: the process is gone, with all it had in memory. */
export class Killed extends Error {}

/**
 * Ninety days, from hour to hour where anything may happen; whoever dies is started again at once. `needed`: without the rounds
 * that have nothing to do.
 */
export async function liveThrough(world: World, rounds: 'all' | 'needed'): Promise<void> {
  let now = at(START, '08:00')
  let bot = start(world, () => now)
  for (let i = 0; i < DAYS; i++) {
    const day = addDays(START, i)
    world.day = day
    for (const [time, doing, every] of TIMES) {
      if (i % every !== 0 || (rounds === 'needed' && every > 1)) continue
      now = at(day, time)
      bot = await surviving({ world, now: () => now }, bot, async (one) => {
        if (doing === 'tick') await one.tick()
        else await answers(world, day, now)
      })
      if (doing === 'tick') await deliver(world, now)
    }
  }
}

/** A round too early, at nine, again at once, after the answers, and too late; the needless ones on some days only. */
const TIMES: readonly (readonly [string, 'tick' | 'answer', number])[] = [
  ['08:59', 'tick', 7],
  ['09:00', 'tick', 1],
  ['09:01', 'tick', 7],
  ['15:00', 'answer', 1],
  ['15:01', 'tick', 3],
  ['18:00', 'tick', 7],
]

export const at = (day: string, time: string): Date => new Date(`${day}T${time}:00+08:00`)

function start({ db }: World, now: () => Date): Reminding {
  const log = { warn: () => {}, error: () => {} }
  const channels = { web: { update: async () => {} } }
  return createReminding({ db, config: CONFIG, now, log, channels })
}

async function surviving(
  life: { readonly world: World; readonly now: () => Date },
  bot: Reminding,
  work: (bot: Reminding) => Promise<void>,
): Promise<Reminding> {
  try {
    await work(bot)
    return bot
  } catch (error) {
    if (!(error instanceof Killed)) throw error
    life.world.deaths.push(life.world.day)
    return surviving(life, start(life.world, life.now), work)
  }
}

/** The platform takes what is due, all at once; each message has an id from then on. */
const TAKE_ALL = `
  update outbox set state = 'accepted', message_id = 'm:' || key, accepted_at = $1
  where state = 'planned' and due_at <= $1
  returning key, address ->> 'account' as account, reply -> 'message' ->> 'title' as title`

export async function deliver({ safe, delivered }: World, now: Date): Promise<void> {
  const taken = await safe.query<Omit<Delivered, 'at'>>(TAKE_ALL, [now])
  delivered.push(...taken.map((card) => ({ ...card, at: now })))
}

/** How a unit answers, by its number: most at the first asking, some on the last day or late, a few never. */
export function patience(unitId: number): number {
  return [-6, -6, -6, -3, -2, 0, 0, 2, 4, 99][unitId % 10] ?? 0
}

/** People answer what has waited long enough for them; one in eleven says of one task that it is not theirs. */
async function answers(world: World, day: string, now: Date): Promise<void> {
  const open = await requestReads(world.safe).unreported(day)
  for (const request of open) {
    if (addDays(request.dueOn, patience(request.unitId)) > day) continue
    if (request.kind === 'progress') await report(world.db, request, { day, now })
    else await settleKind(world.db, { ...request, kind: request.kind }, now)
  }
}

async function report(db: Db, request: Request, { day, now }: { day: string; now: Date }): Promise<void> {
  const asked = request.tasks.filter(({ state }) => state === 'asked')
  const [first, ...rest] = asked
  const foreign = request.unitId % 11 === 0 && rest.length > 0 && first
  if (foreign)
    await setAsked(
      db,
      { request: request.id, tasks: [first.taskId] },
      { state: 'declined', note: '不归我们', at: now, today: day },
    )
  const told = (foreign ? rest : asked).map(({ taskId, capacity }) => progress(request, taskId, capacity))
  const hand = { personId: null, at: now, today: day, messageKey: `message:${request.id}` }
  await createProgressBook(db).write(told, hand)
}

const progress = (request: Request, taskId: number, capacity: NewProgress['capacity']): NewProgress => ({
  ...{ taskId, capacity, unitId: request.unitId, period: request.period, state: 'ongoing' },
  ...{ text: `${rhythmOf(request.period)} 推进中`, unchanged: false, expectedFinish: null },
  readings: [{ metric: '示范点', value: 2, unit: '个', doubts: [] }],
  ...{ difficulty: null, help: null, insisted: null, adoptedFrom: null },
})

/** All that must be the same however often the process died: requests, asks, and what arrived. */
export async function endState({ safe, delivered }: World) {
  const requests = await safe.query(`
    select q.unit_id, q.kind, q.period, q.stated_on, q.due_on, q.opens_on, q.state, q.answered_at,
      (select json_agg(json_build_array(t.task_id, t.state) order by t.task_id) from request_task t where t.request_id = q.id) as tasks
    from request q order by 1, 2, 3, 4`)
  const asks = await safe.query(`
    select q.unit_id, q.kind, q.period, q.stated_on, a.rung, a.person_id, a.asked_on, a.outcome, a.reason, a.send_key
    from ask a join request q on q.id = a.request_id order by 1, 2, 3, 4, 5, 6`)
  const cards = delivered.map(({ key, account, title, at: when }) => ({ key, account, title, when }))
  return { requests, asks, cards: cards.sort((a, b) => a.key.localeCompare(b.key)) }
}
