import { endingWith, type Period } from '../domain/period.ts'
import type { Day } from '../domain/span.ts'
import type { Db } from './db.ts'
import { jsonOf } from './json.ts'
import { sameBody } from './same-body.ts'

/** One task a unit was asked about for a period; `taskId` is the first version. */
export interface AskedPlace {
  readonly taskId: number
  readonly unitId: number
  readonly period: Period
}

/** From when on, and with which words, it is asked for again. */
export interface Again {
  readonly today: Day
  readonly note: string | null
}

/** A period's own request is reported; those of other rhythms that end with it are known, nobody is asked again. */
const REPORTED = `
  update request_task t
  set state = case when q.period = r.period then 'reported' else 'known' end, note = null
  from request q, jsonb_to_recordset($1::jsonb) as r ("taskId" bigint, "unitId" bigint, period text, ending text[])
  where ${sameBody('r."unitId"', 'q.unit_id', '$2::timestamptz')} and q.period = any (r.ending) and q.kind = 'progress' and q.state <> 'dropped'
    and t.request_id = q.id and t.task_id = r."taskId" and t.state <> 'reported'
  returning q.id`

const ASKED_AGAIN = `
  update request_task t set state = 'asked', note = $5 from request q
  where q.id = t.request_id and q.kind = 'progress' and q.state <> 'dropped' and t.task_id = $1
    and ${sameBody('$2::bigint', 'q.unit_id', '$6::date')}
    and (q.period = $3 or (q.period = any ($4) and t.state = 'known'))
  returning q.id`

/**
 * Marks what reports answer, in the transaction that writes them: the request of the same unit and period, and those
 * that end on the same day. A request of which nothing is asked any more is answered.
 */
export async function settle(db: Db, places: readonly AskedPlace[], at: Date): Promise<void> {
  if (places.length === 0) return
  const rows = places.map(({ taskId, unitId, period }) => ({
    taskId,
    unitId,
    period,
    ending: endingWith(period),
  }))
  await closeIfDone(db, await db.query<Id>(REPORTED, [jsonOf(rows), at]), at)
}

/** 退回: a returned report is owed again; the ladder counts from `today` on, for it had been handed in. */
export async function unsettle(db: Db, place: AskedPlace, again: Again): Promise<void> {
  const values = [place.taskId, place.unitId, place.period, endingWith(place.period), again.note, again.today]
  await openAgain(db, await db.query<Id>(ASKED_AGAIN, values), again.today)
}

const CLOSED_NOTE = '已销号'

const KNOWN = `
  update request_task t set state = 'known', note = $2 from request q
  where q.id = t.request_id and t.task_id = $1 and q.kind = 'progress' and q.state = 'open' and t.state = 'asked'
  returning q.id`

const UNKNOWN = `
  update request_task t set state = 'asked', note = null from request q
  where q.id = t.request_id and t.task_id = $1 and t.state = 'known' and t.note = $2 and q.state <> 'dropped'
  returning q.id`

/** Nobody need report a closed task. */
export async function settleClosed(db: Db, taskId: number, at: Date): Promise<void> {
  await closeIfDone(db, await db.query<Id>(KNOWN, [taskId, CLOSED_NOTE]), at)
}

/** What the closing had spared is owed again, from `today` on. */
export async function unsettleClosed(db: Db, taskId: number, { today }: Pick<Again, 'today'>): Promise<void> {
  await openAgain(db, await db.query<Id>(UNKNOWN, [taskId, CLOSED_NOTE]), today)
}

const SET = `
  update request_task set state = $3, note = $4 where request_id = $1 and task_id = any ($2)
  returning request_id as id`

/**
 * 不归我们 (declined), or asked again after the supervisor decided. `tasks` are first versions. False: the request has no
 * such task.
 */
export async function setAsked(
  db: Db,
  what: { readonly request: number; readonly tasks: readonly number[] },
  to: Again & { readonly state: 'asked' | 'declined'; readonly at: Date },
): Promise<boolean> {
  const rows = await db.query<Id>(SET, [what.request, what.tasks, to.state, to.note])
  if (to.state === 'asked') await openAgain(db, rows, to.today)
  else await closeIfDone(db, rows, to.at)
  return rows.length > 0
}

const HANDED_IN = `
  with done as (
    update request set state = 'answered', answered_at = $4
    where unit_id = $1 and kind = $2 and period = $3 and state = 'open' returning id)
  update request_task set state = 'reported' where request_id in (select id from done) and state = 'asked'`

/** 办理方案 or 联络员名单 handed in: answers the unit's open request of this kind, whatever it lists. */
export async function settleKind(
  db: Db,
  what: { readonly unitId: number; readonly kind: 'handlingPlan' | 'contacts'; readonly period: Period },
  at: Date,
): Promise<void> {
  await db.query(HANDED_IN, [what.unitId, what.kind, what.period, at])
}

interface Id {
  readonly id: number
}

const idsOf = (rows: readonly Id[]): number[] => [...new Set(rows.map(({ id }) => id))]

/** In one order everywhere, so that whoever asks and whoever answers at the same moment wait for each other and never both. */
const LOCKED = `select id from request where id = any ($1::bigint[]) order by id for update`

const CLOSE = `
  update request q set state = 'answered', answered_at = $2
  where id in (${LOCKED}) and state = 'open'
    and not exists (select from request_task t where t.request_id = q.id and t.state = 'asked')`

async function closeIfDone(db: Db, rows: readonly Id[], at: Date): Promise<void> {
  await db.query(CLOSE, [idsOf(rows), at])
}

const OPEN = `
  update request set state = 'open', answered_at = null, reopened_on = $2
  where id in (${LOCKED}) and state = 'answered'`

async function openAgain(db: Db, rows: readonly Id[], today: Day): Promise<void> {
  await db.query(OPEN, [idsOf(rows), today])
}
