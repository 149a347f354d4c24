import type { Slots } from '../domain/send.ts'
import { APP_LIMIT, failureCode, isTooFast, PLACE_LIMIT, platformError, resetSeconds } from './failure.ts'

/** Keeps below the platform's limits by waiting, for a refusal costs a round trip and counts too. */
export interface Pace {
  /** Resolves when one more message may go to the place. Bulk that must wait long throws `platform`, to come back later. */
  wait(place: string, bulk: boolean): Promise<void>
  /** The platform said that it was too fast all the same: everyone waits. */
  refused(error: unknown, place: string): Promise<void>
}

export interface PaceDeps {
  readonly app: string
  readonly slots: Slots
  readonly pause: (ms: number) => Promise<void>
}

/** Longer than this bulk does not keep its place in the line. */
const BULK_MOST_MS = 3_000
const HOLD_MS = 1_000

/** The limits hold for all processes together: the count is kept in the database. */
export function createPace({ app, slots, pause }: PaceDeps): Pace {
  let lane: Promise<unknown> = Promise.resolve()
  /** One asks at a time: while the app is at its limit the first in line waits and nobody overtakes. */
  const inLane = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = lane.then(work, work)
    lane = mine
    return mine
  }
  const answer = (place: string): Promise<number> =>
    inLane(async () => {
      for (;;) {
        const { waitMs, limit } = await slots.take({ app, place, bulk: false })
        if (waitMs === 0 || limit === 'place') return waitMs
        await pause(waitMs)
      }
    })
  const many = async (place: string): Promise<number> =>
    (await inLane(() => slots.take({ app, place, bulk: true }))).waitMs
  return {
    async wait(place, bulk) {
      for (;;) {
        const ms = bulk ? await many(place) : await answer(place)
        if (ms === 0) return
        if (bulk && ms > BULK_MOST_MS) throw full(ms)
        await pause(ms)
      }
    },
    async refused(error, place) {
      if (!isTooFast(error)) return
      const ms = (resetSeconds(error) ?? 0) * 1000 || HOLD_MS
      await slots.hold({ app, place: failureCode(error) === PLACE_LIMIT ? place : null }, ms)
    },
  }
}

/** Nothing was asked of the platform: its limit by the minute is reached by our own count. */
function full(ms: number) {
  const facts = { status: 429, code: APP_LIMIT, msg: 'own count is full', logId: null }
  return platformError({ ...facts, resetSeconds: ms / 1000 })
}

/** For tests and single messages: no limits. */
export const UNPACED: Pace = { wait: async () => {}, refused: async () => {} }
