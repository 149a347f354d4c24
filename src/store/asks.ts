import type { Ask } from '../domain/request.ts'
import type { Send } from '../domain/send.ts'
import type { Day } from '../domain/span.ts'
import type { AskFigures } from '../domain/standing.ts'
import type { Db } from './db.ts'
import { jsonOf } from './json.ts'
import { createOutbox } from './outbox.ts'

const COLUMNS = `a.request_id as "requestId", a.rung, a.person_id as "personId", a.asked_on as "askedOn", a.outcome, a.reason,
  a.send_key as "sendKey"`

/** Rungs taken of requests that are still open, and all of a day. */
export const readAsks = (db: Db, today: Day): Promise<Ask[]> =>
  db.query<Ask>(
    `select ${COLUMNS} from ask a join request q on q.id = a.request_id
     where q.state = 'open' or a.asked_on = $1 order by a.asked_at, a.request_id, a.rung, a.person_id`,
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
class Overtaken extends Error {}

/**
 * Takes rungs and plans the card that carries them, in one transaction: all of it happens or nothing does. False: some
 * rung was taken or answered meanwhile, or the card is planned already; look again and decide anew.
 */
export async function claimAsks(db: Db, asks: readonly Ask[], send: Send | null, at: Date): Promise<boolean> {
  try {
    await db.tx(async (tx) => {
      const taken = await tx.query(CLAIM, [jsonOf(asks), at])
      if (taken.length !== asks.length) throw new Overtaken()
      if (send !== null && (await createOutbox(tx).plan([send], at)) === 0) throw new Overtaken()
    })
    return true
  } catch (error) {
    if (error instanceof Overtaken) return false
    throw error
  }
}

const FIGURES = `
  select count(*) filter (where outcome = 'sent' and first) as sent,
    count(*) filter (where outcome = 'merged') as merged,
    count(*) filter (where outcome = 'avoided') + (
      select count(*) from request_task t join request q on q.id = t.request_id
      where t.state = 'known' and q.opened_at >= $1::date::timestamp at time zone $3
        and q.opened_at < ($2::date + 1)::timestamp at time zone $3) as avoided
  from (
    select outcome, row_number() over (partition by send_key order by request_id, rung) = 1 as first from ask
    where asked_on between $1 and $2 and rung not in ('leader', 'list', 'nobody')) a`

/** 减负: cards sent to liaisons in a span of days, items merged into them, and what was spared them. */
export async function askFigures(
  db: Db,
  span: { readonly start: Day; readonly end: Day },
  timeZone: string,
): Promise<AskFigures> {
  const [row] = await db.query<AskFigures>(FIGURES, [span.start, span.end, timeZone])
  return row ?? { sent: 0, merged: 0, avoided: 0 }
}
