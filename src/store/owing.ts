import type { Period } from '../domain/period.ts'
import type { Day } from '../domain/span.ts'
import type { AskFigures, OpenPeriod, UnitOwing } from '../domain/standing.ts'
import type { Db } from './db.ts'

/** Leaders and supervisors are told, liaisons are asked. */
export const TO_LIAISON = `a.rung !~ '^(leader|list|nobody|urgent)'`

const OWING = `
  select q.unit_id as "unitId", unit.short as unit, q.kind, q.id as "requestId", q.due_on as "dueOn", q.state,
    (select count(*)::int from request_task t where t.request_id = q.id) as tasks,
    (select count(*)::int from request_task t where t.request_id = q.id and t.state in ('reported', 'known')) as reported,
    case when q.state = 'open' then greatest(0, $2::date - q.due_on) else 0 end as "daysLate",
    (select count(distinct a.rung)::int from ask a
     where a.request_id = q.id and a.outcome <> 'avoided' and ${TO_LIAISON}) as asked
  from request q join unit on unit.id = q.unit_id
  where q.period = $1 and q.state <> 'dropped'
  order by q.due_on, q.unit_id, q.kind`

/** What units owe for a period, dropped requests aside; earliest due first. */
export const readOwing = (db: Db, period: Period, today: Day): Promise<UnitOwing[]> =>
  db.query<UnitOwing>(OWING, [period, today])

const ASKS = `
  select count(*) filter (where a.outcome = 'sent')::int as sent,
    count(*) filter (where a.outcome = 'merged')::int as merged,
    (count(*) filter (where a.outcome = 'avoided') + (
      select count(*) from request_task t join request k on k.id = t.request_id
      where k.period = $1 and k.opens_on <= $2 and t.state = 'known'))::int as avoided
  from ask a join request q on q.id = a.request_id
  where q.period = $1 and a.asked_on <= $2 and ${TO_LIAISON}`

export async function readAsks(db: Db, period: Period, today: Day): Promise<AskFigures> {
  const [row] = await db.query<AskFigures>(ASKS, [period, today])
  return row ?? { sent: 0, merged: 0, avoided: 0 }
}

/**
 * Periods of which something is still open, the one to speak of first: what is late and not closed yet before what is still to
 * come, of either the one due last.
 */
export const openPeriods = (db: Db, today: Day): Promise<OpenPeriod[]> =>
  db.query<OpenPeriod>(
    `select period, count(distinct unit_id)::int as units, max(due_on) as "dueOn" from request
     where opens_on <= $1 and state = 'open'
     group by period
     order by bool_or(due_on < $1) and period not in (select period from snapshot) desc, max(due_on) desc, period desc`,
    [today],
  )

/** Periods not closed yet whose last report was due on the day or before, and not more than a year ago. */
export async function periodsDue(db: Db, day: Day): Promise<Period[]> {
  const rows = await db.query<{ period: Period }>(
    `select period from request where kind = 'progress' and state <> 'dropped'
       and period not in (select period from snapshot)
     group by period
     having max(greatest(due_on, reopened_on)) between $1::date - 366 and $1
     order by max(due_on), period`,
    [day],
  )
  return rows.map((row) => row.period)
}

/** Periods something was asked for, the last one due first. */
export async function askedPeriods(db: Db, today: Day): Promise<Period[]> {
  const rows = await db.query<{ period: Period }>(
    `select period from request where opens_on <= $1 and state <> 'dropped'
     group by period order by max(due_on) desc, period desc`,
    [today],
  )
  return rows.map((row) => row.period)
}
