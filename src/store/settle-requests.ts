import type { Period } from '../domain/period.ts'
import { endingWith } from '../domain/period.ts'
import type { AskedState } from '../domain/request.ts'
import type { Day } from '../domain/span.ts'
import type { Db } from './db.ts'
import { jsonOf } from './json.ts'

/** What a unit has told of one task for one period; `taskId` is the first version. */
export interface Told {
  readonly taskId: number
  readonly unitId: number
  readonly period: Period
}

/** A period's own request is reported; those of other rhythms that end with it are known, nobody is asked again. */
const MARK = `
  update request_task rt
  set state = case when r.period = t.period then 'reported' else 'known' end, note = null
  from jsonb_to_recordset($1::jsonb) as t ("taskId" bigint, "unitId" bigint, period text, ending text[])
  join request r on r.unit_id = t."unitId" and r.kind = 'progress' and r.state <> 'dropped' and r.period = any (t.ending)
  where rt.request_id = r.id and rt.task_id = t."taskId" and rt.state in ('asked', 'declined', 'known')
  returning rt.request_id as id`

const CLOSE = `
  update request set state = 'answered', answered_at = $2
  where id = any ($1) and state = 'open'
    and not exists (select from request_task rt where rt.request_id = request.id and rt.state = 'asked')
  returning id`

/**
 * Marks what reports answer, in the transaction that writes them: the request of the same unit and period, and those
 * that end on the same day. A request none of whose tasks is still asked for is answered. Gives the ids of those.
 */
export async function settle(tx: Db, told: readonly Told[], at: Date): Promise<readonly number[]> {
  const rows = told.map((one) => ({ ...one, ending: endingWith(one.period) }))
  const marked = await tx.query<{ id: number }>(MARK, [jsonOf(rows)])
  return closeIfDone(
    tx,
    marked.map(({ id }) => id),
    at,
  )
}

const REOPEN = `
  update request_task rt set state = 'asked', note = $5
  from request r
  where r.id = rt.request_id and r.kind = 'progress' and r.state <> 'dropped'
    and rt.task_id = $1 and r.unit_id = $2 and r.period = any ($3) and (r.period = $4 or rt.state = 'known')
  returning r.id`

const OPEN_AGAIN = `
  update request set state = 'open', answered_at = null, reopened_on = $2 where id = any ($1)`

/** 退回: the report no longer answers; the unit is asked anew from `today` on, with the reason in `note`. */
export async function unsettle(tx: Db, told: Told, again: { today: Day; note: string | null }) {
  const values = [told.taskId, told.unitId, endingWith(told.period), told.period, again.note]
  const rows = await tx.query<{ id: number }>(REOPEN, values)
  const ids = rows.map(({ id }) => id)
  if (ids.length > 0) await tx.query(OPEN_AGAIN, [ids, again.today])
  return ids
}

const SET = `update request_task set state = $3, note = $4 where request_id = $1 and task_id = any ($2)
  returning request_id as id`

/**
 * 不归我们 (declined), or asked again after the supervisor decided. `tasks` are first versions. Closes the request when
 * nothing of it is asked for any more, opens it when something is. False: no such task in it.
 */
export async function setAsked(
  tx: Db,
  what: { readonly request: number; readonly tasks: readonly number[] },
  to: { readonly state: AskedState; readonly note: string | null; readonly at: Date; readonly today: Day },
): Promise<boolean> {
  const rows = await tx.query(SET, [what.request, what.tasks, to.state, to.note])
  if (rows.length === 0) return false
  if (to.state === 'asked') await tx.query(OPEN_AGAIN, [[what.request], to.today])
  else await closeIfDone(tx, [what.request], to.at)
  return true
}

/** 办理方案 or 联络员名单 handed in: answers the unit's open request of this kind, whatever it lists. */
export async function settleKind(
  tx: Db,
  what: { readonly unitId: number; readonly kind: 'handlingPlan' | 'contacts'; readonly period: Period },
  at: Date,
): Promise<readonly number[]> {
  const rows = await tx.query<{ id: number }>(
    `update request set state = 'answered', answered_at = $4
     where unit_id = $1 and kind = $2 and period = $3 and state = 'open' returning id`,
    [what.unitId, what.kind, what.period, at],
  )
  const ids = rows.map(({ id }) => id)
  await tx.query(
    `update request_task set state = 'reported' where request_id = any ($1) and state = 'asked'`,
    [ids],
  )
  return ids
}

async function closeIfDone(tx: Db, ids: readonly number[], at: Date): Promise<readonly number[]> {
  const rows = await tx.query<{ id: number }>(CLOSE, [[...new Set(ids)], at])
  return rows.map(({ id }) => id)
}
