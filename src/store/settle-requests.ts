import type { Period } from '../domain/period.ts'
import type { Db } from './db.ts'
import { jsonOf } from './json.ts'

/** One task a unit was asked about for a period. */
export interface AskedPlace {
  readonly taskId: number
  readonly unitId: number
  readonly period: Period
}

const PLACES = `jsonb_to_recordset($1::jsonb) as r ("taskId" bigint, "unitId" bigint, period text)`
const ASKED_FOR = `q.unit_id = r."unitId" and q.period = r.period and q.kind = 'progress' and q.state <> 'dropped'`

const REPORTED = `
  update request_task t set state = 'reported' from request q, ${PLACES}
  where ${ASKED_FOR} and t.request_id = q.id and t.task_id = r."taskId" and t.state <> 'reported'`

const ANSWERED = `
  update request q set state = 'answered', answered_at = $2 from ${PLACES}
  where ${ASKED_FOR} and q.state = 'open'
    and not exists (select from request_task t where t.request_id = q.id and t.state = 'asked')`

const ASKED_AGAIN = `
  update request_task t set state = 'asked' from request q, ${PLACES}
  where ${ASKED_FOR} and t.request_id = q.id and t.task_id = r."taskId"`

const OPEN_AGAIN = `
  update request q set state = 'open', answered_at = null from request_task t, ${PLACES}
  where ${ASKED_FOR} and q.state = 'answered' and t.request_id = q.id and t.task_id = r."taskId"`

/** Marks tasks reported, and requests answered of which nothing is asked any more. Inside the transaction of the report. */
export async function settleRequests(db: Db, places: readonly AskedPlace[], at: Date): Promise<void> {
  if (places.length === 0) return
  const rows = jsonOf(places.map(({ taskId, unitId, period }) => ({ taskId, unitId, period })))
  await db.query(REPORTED, [rows])
  await db.query(ANSWERED, [rows, at])
}

/** A returned report is owed again. */
export async function reopenRequest(db: Db, place: AskedPlace): Promise<void> {
  const rows = jsonOf([place])
  await db.query(ASKED_AGAIN, [rows])
  await db.query(OPEN_AGAIN, [rows])
}

const CLOSED_NOTE = '已销号'

const KNOWN = `
  update request_task t set state = 'known', note = $2 from request q
  where q.id = t.request_id and t.task_id = $1 and q.kind = 'progress' and q.state = 'open' and t.state = 'asked'
  returning q.id`

const ANSWERED_BY_CLOSING = `
  update request q set state = 'answered', answered_at = $2
  where q.id = any ($1::bigint[]) and q.state = 'open'
    and not exists (select from request_task t where t.request_id = q.id and t.state = 'asked')`

const UNKNOWN = `
  update request_task t set state = 'asked', note = null from request q
  where q.id = t.request_id and t.task_id = $1 and t.state = 'known' and t.note = $2 and q.state <> 'dropped'
  returning q.id`

const OPEN_BY_ID = `update request set state = 'open', answered_at = null where id = any ($1::bigint[]) and state = 'answered'`

/** Nobody need report a closed task. */
export async function settleClosed(db: Db, taskId: number, at: Date): Promise<void> {
  const rows = await db.query<{ id: number }>(KNOWN, [taskId, CLOSED_NOTE])
  await db.query(ANSWERED_BY_CLOSING, [rows.map((row) => row.id), at])
}

/** What the closing had spared is owed again. */
export async function unsettleClosed(db: Db, taskId: number): Promise<void> {
  const rows = await db.query<{ id: number }>(UNKNOWN, [taskId, CLOSED_NOTE])
  await db.query(OPEN_BY_ID, [rows.map((row) => row.id)])
}
