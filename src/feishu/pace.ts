import type { Slots } from '../domain/send.ts'
import { APP_LIMIT, failureCode, isTooFast, PLACE_LIMIT, platformError, resetSeconds } from './failure.ts'

/** The two ways a message is sent. The platform counts each API by itself: 50 a second and 1,000 a minute for each. */
export type Line = 'reply' | 'create'

export interface Wish {
  readonly place: string
  /** One of many that may wait. */
  readonly bulk: boolean
  readonly line: Line
  /** Taken when the line is at its limit for longer than an answer should wait. */
  readonly other?: Line
  /** False once the turn is of no more use: then none is taken. */
  readonly wanted?: () => boolean
}

/** Keeps below the platform's limits by waiting, for a refusal costs a round trip and counts too. */
export interface Pace {
  /**
   * Resolves when one more message may go to the place, to the line it may go by; null: not wanted any more. Bulk that must
   * wait long throws `platform`, to come back later.
   */
  turn(wish: Wish): Promise<Line | null>
  /** The platform said that it was too fast all the same: everyone waits. */
  refused(error: unknown, where: { readonly place: string; readonly line: Line }): Promise<void>
}

export interface PaceDeps {
  readonly app: string
  readonly slots: Slots
  readonly pause: (ms: number) => Promise<void>
  /** Milliseconds that only go forward. */
  readonly clock: () => number
}

/** Longer than this bulk does not keep its place in the line. */
const BULK_MOST_MS = 3_000
/** Longer than this an answer does not wait for its line where there is another. */
const ANSWER_MOST_MS = 150
const HOLD_MS = 1_000

/** The limits hold for all processes together: the count is kept in the database. */
export function createPace({ app, slots, pause, clock }: PaceDeps): Pace {
  const lanes = { reply: createLane(), create: createLane() }
  const take = ({ line, place, bulk }: Wish) => slots.take({ app: `${app}/${line}`, place, bulk })
  /** The database away: a word of apology must still go out, and the platform counts for itself. */
  const takeOrGo = (wish: Wish) => take(wish).catch(() => ({ waitMs: 0, limit: null }))

  /** Ms to wait for the place, 0: taken; or why the lane is left without. */
  const ahead = (wish: Wish, since: number): Promise<number | 'full' | 'unwanted'> =>
    lanes[wish.line](async () => {
      for (;;) {
        if (wish.wanted?.() === false) return 'unwanted'
        const { waitMs, limit } = await takeOrGo(wish)
        if (waitMs === 0 || limit === 'place') return waitMs
        // Only a limit is a reason to leave: waiting for a slow database would be no shorter elsewhere.
        if (wish.other && clock() - since + waitMs > ANSWER_MOST_MS) return 'full'
        await pause(waitMs)
      }
    })
  const answer = async (wish: Wish): Promise<Line | null> => {
    const since = clock()
    for (;;) {
      const got = await ahead(wish, since)
      if (got === 0) return wish.line
      if (got === 'unwanted') return null
      if (got === 'full') return answer({ place: wish.place, bulk: false, line: wish.other ?? wish.line })
      await pause(got)
    }
  }
  const many = async (wish: Wish): Promise<Line> => {
    for (;;) {
      const { waitMs } = await lanes[wish.line](() => take(wish))
      if (waitMs === 0) return wish.line
      if (waitMs > BULK_MOST_MS) throw full(waitMs)
      await pause(waitMs)
    }
  }
  return {
    turn: (wish) => (wish.bulk ? many(wish) : answer(wish)),
    async refused(error, { place, line }) {
      if (!isTooFast(error)) return
      const ms = (resetSeconds(error) ?? 0) * 1000 || HOLD_MS
      const held = { app: `${app}/${line}`, place: failureCode(error) === PLACE_LIMIT ? place : null }
      await slots.hold(held, ms).catch(() => {})
    },
  }
}

/** One asks at a time: while the line is at its limit the first waits and nobody overtakes. */
function createLane() {
  let tail: Promise<unknown> = Promise.resolve()
  return <T>(work: () => Promise<T>): Promise<T> => {
    const mine = tail.then(work, work)
    tail = mine
    return mine
  }
}

/** Nothing was asked of the platform: its limit by the minute is reached by our own count. */
function full(ms: number) {
  const facts = { status: 429, code: APP_LIMIT, msg: 'own count is full', logId: null }
  return platformError({ ...facts, resetSeconds: ms / 1000 })
}

/** For tests and single messages: no limits. */
export const UNPACED: Pace = { turn: async ({ line }) => line, refused: async () => {} }
