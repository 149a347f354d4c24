import type { Hand } from '../domain/progress.ts'
import type { Ask } from '../domain/request.ts'
import type { Send } from '../domain/send.ts'
import { Overtaken, takeAsks } from './asks.ts'
import { writeAudit } from './audit.ts'
import type { Db } from './db.ts'

/** 催办 or 加急 of one person, as a supervisor ordered it. */
export interface PressOf {
  readonly what: 'press' | 'urge'
  /** Of one person and one rung. */
  readonly asks: readonly Ask[]
  /** null: the card that is there already is meant. */
  readonly send: Send | null
  /** Cards a liaison gets a day. */
  readonly perDay: number
}

/** before: this very press was written before. full: somebody's card of the day came first. */
export type Pressed = 'done' | 'before' | 'full'

/** The person's row is locked, so that of two supervisors who press at once the second sees the first one's card. */
const LOCK = 'select from person where id = $1 for no key update'

const CARDS = `
  select count(*) filter (where rung = $3)::int as own,
    (count(*) filter (where outcome = 'sent' and rung <> $3 and rung !~ '^(leader|list|nobody|urgent)'))::int as cards
  from ask where person_id = $1 and asked_on = $2`

/** Takes the rungs and plans the card, with an audit row for each request, in one transaction. */
export async function claimPress(db: Db, press: PressOf, hand: Hand): Promise<Pressed> {
  const { asks, send, perDay, what } = press
  const [first] = asks
  if (first === undefined) return 'before'
  try {
    return await db.tx(async (tx) => {
      await tx.query(LOCK, [first.personId])
      const values = [first.personId, first.askedOn, first.rung]
      const [had] = await tx.query<{ own: number; cards: number }>(CARDS, values)
      if ((had?.own ?? 0) > 0) return 'before'
      if (send !== null && (had?.cards ?? 0) >= perDay) return 'full'
      await takeAsks(tx, [{ asks, send }], hand.at)
      const entries = asks.map((ask) => ({
        ...{ what, subject: 'request', subjectId: ask.requestId, before: null },
        after: { personId: ask.personId, rung: ask.rung, sendKey: ask.sendKey },
      }))
      await writeAudit(tx, entries, hand)
      return 'done'
    })
  } catch (error) {
    if (error instanceof Overtaken) return 'full'
    throw error
  }
}
