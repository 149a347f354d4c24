import type { Ask } from '../domain/request.ts'
import type { Send } from '../domain/send.ts'
import type { Day } from '../domain/span.ts'
import type { AskFigures } from '../domain/standing.ts'
import type { Db } from './db.ts'
import { jsonOf } from './json.ts'
import { createOutbox } from './outbox.ts'
import { TO_LIAISON } from './owing.ts'

const COLUMNS = `a.request_id as "requestId", a.rung, a.person_id as "personId", a.asked_on as "askedOn", a.outcome, a.reason,
  a.send_key as "sendKey"`

/** Rungs taken of requests that are still open or were answered just now, and all of a day. */
export const readAsks = (db: Db, today: Day): Promise<Ask[]> =>
  db.query<Ask>(
    `select ${COLUMNS} from ask a join request q on q.id = a.request_id
     where q.state = 'open' or a.asked_on = $1 or q.answered_at >= $1::date - 1 order by a.asked_at, a.request_id, a.rung, a.person_id`,
    [today],
  )

/** A rung is taken once, and only while its request is open: the row lock makes a report wait, or be seen. */
const CLAIM = `
  with wanted as (
    select * from jsonb_to_recordset($1::jsonb) as w ("requestId" bigint, rung text, "personId" bigint, "askedOn" date,
      outcome text, reason text, "sendKey" text)),
  open as (
    select id from request where state = 'open' and id in (select "requestId" from wanted) order by id for update)
  insert into ask (request_id, rung, person_id, asked_on, outcome, reason, send_key, asked_at)
  select "requestId", rung, "personId", "askedOn", outcome, reason, "sendKey", $2
  from wanted join open on open.id = wanted."requestId"
  order by "requestId", rung
  on conflict do nothing
  returning request_id as "requestId"`

/** Someone else was faster: nothing is kept of the claim. */
export class Overtaken extends Error {}

export interface Taking {
  readonly asks: readonly Ask[]
  /** The card that carries them; null: it is there already. */
  readonly send: Send | null
}

/** Takes rungs and plans their cards, inside a transaction. Throws `Overtaken` where not all of it can be done. */
export async function takeAsks(tx: Db, all: readonly Taking[], at: Date): Promise<void> {
  const asks = all.flatMap((one) => one.asks)
  const sends = all.flatMap(({ send }) => send ?? [])
  const taken = await tx.query(CLAIM, [jsonOf(asks), at])
  if (taken.length !== asks.length) throw new Overtaken()
  if (sends.length > 0 && (await createOutbox(tx).plan(sends, at)) !== sends.length) throw new Overtaken()
}

/** So many people's cards are written together: a round of a large city is some hundred statements, not thousands. */
const TOGETHER = 10

/**
 * Takes rungs and plans the card that carries them: of each person all of it happens or nothing does. What was taken or answered
 * meanwhile, or is planned already, is left as it is; the next round decides anew.
 */
export async function claimAsks(db: Db, all: readonly Taking[], at: Date): Promise<void> {
  for (let from = 0; from < all.length; from += TOGETHER) {
    const some = all.slice(from, from + TOGETHER)
    if ((await claimed(db, some, at)) || some.length === 1) continue
    for (const one of some) await claimed(db, [one], at)
  }
}

/** False: somebody was faster with one of them, nothing was done. */
async function claimed(db: Db, some: readonly Taking[], at: Date): Promise<boolean> {
  try {
    await db.tx((tx) => takeAsks(tx, some, at))
    return true
  } catch (error) {
    if (error instanceof Overtaken) return false
    throw error
  }
}

const URGED = `
  update ask set reason = 'urged'
  where request_id = $1 and rung = $2 and person_id = $3 and reason = 'approved' returning request_id`

/** An approved 加急 is done once, and not at all rather than twice. */
export async function claimUrge(db: Db, { requestId, rung, personId }: Ask): Promise<boolean> {
  return (await db.query(URGED, [requestId, rung, personId])).length > 0
}

const FIGURES = `
  select count(*) filter (where a.outcome = 'sent')::int as sent,
    count(*) filter (where a.outcome = 'merged')::int as merged,
    (count(*) filter (where a.outcome = 'avoided') + (
      select count(*) from request_task t join request q on q.id = t.request_id
      where t.state = 'known' and q.opens_on between $1 and $2))::int as avoided
  from ask a where a.asked_on between $1 and $2 and ${TO_LIAISON}`

/**
 * 减负: cards sent to liaisons in a span of days, items merged into them, and what was spared them: asks beyond the limit, and
 * tasks whose state was known.
 */
export async function askFigures(
  db: Db,
  span: { readonly start: Day; readonly end: Day },
): Promise<AskFigures> {
  const [row] = await db.query<AskFigures>(FIGURES, [span.start, span.end])
  return row ?? { sent: 0, merged: 0, avoided: 0 }
}

const COUNTS = `
  select count(*)::int as owing, (count(*) filter (where done))::int as reported
  from (select unit_id, bool_and(state = 'answered') as done from request
        where state <> 'dropped' and opens_on <= $1 and due_on >= (
          select least(date_trunc('month', $1::date), min(due_on)) from request where state = 'open' and opens_on <= $1)
        group by unit_id) u`

/**
 * Units that owe something by now: what was due this month, and whatever was due with the oldest that is open. `reported`: those
 * that owe nothing any more.
 */
export async function owingCounts(
  db: Db,
  today: Day,
): Promise<{ readonly owing: number; readonly reported: number }> {
  const [row] = await db.query<{ owing: number; reported: number }>(COUNTS, [today])
  return row ?? { owing: 0, reported: 0 }
}
