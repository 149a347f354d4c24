import type { TaskRow } from '../answer/ledger.ts'
import type { Period } from '../domain/period.ts'
import type { Capacity, Progress } from '../domain/progress.ts'
import type { Day } from '../domain/span.ts'
import { type WorkingDays, workingDays } from '../text/working-days.ts'
import { readCalendarDays } from './calendar-days.ts'
import type { Db } from './db.ts'
import { progressKnown } from './read-progress.ts'

/** A unit by its short name, and who answers for it today. */
export interface KnownUnit {
  readonly id: number
  readonly short: string
  readonly answers: number
}

export interface OwedRow {
  readonly taskId: number
  readonly capacity: Capacity
  readonly period: Period
  readonly dueOn: Day
}

/** All that is known of some tasks beside their documents. */
export interface StandingFacts {
  readonly reports: ReadonlyMap<number, readonly Progress[]>
  readonly closed: ReadonlySet<number>
  readonly owed: ReadonlyMap<number, readonly OwedRow[]>
  readonly units: ReadonlyMap<number, KnownUnit>
  readonly calendar: WorkingDays
}

const CLOSED = `
  select distinct task_id as id from closing
  where closed_on <= $2 and (reopened_at is null or (reopened_at at time zone 'Asia/Shanghai')::date > $2)
    and ($1::bigint[] is null or task_id = any ($1))`

/** A returned report is owed from the day it was returned. */
const OWED = `
  select t.task_id as "taskId", t.capacity, q.period, greatest(q.due_on, q.reopened_on) as "dueOn"
  from request_task t join request q on q.id = t.request_id
  where q.kind = 'progress' and q.state = 'open' and q.opens_on <= $2 and t.state = 'asked'
    and ($1::bigint[] is null or t.task_id = any ($1))
  order by "dueOn"`

/** A successor's successor is as far as reorganisations go. */
const UNITS = `
  select u.id, u.short, coalesce(later.id, next.id, u.id) as answers
  from unit u left join unit next on next.id = u.succeeded_by left join unit later on later.id = next.succeeded_by
  where $1::bigint[] is null or u.id = any ($1)`

/** The units these tasks name; all where `rows` is null. */
export async function readUnits(
  db: Db,
  rows: readonly TaskRow[] | null,
): Promise<ReadonlyMap<number, KnownUnit>> {
  const ids = rows === null ? null : rows.flatMap((row) => row.units.flatMap((unit) => unit.unitId ?? []))
  const units = await db.query<KnownUnit>(UNITS, [ids === null ? null : [...new Set(ids)]])
  return new Map(units.map((unit) => [unit.id, unit]))
}

/** More tasks than this are read with all others: of 50,000, naming half of them takes as long as taking all. */
const MANY = 25_000

/** `rows`: the tasks, by their first versions. */
export async function readStandingFacts(
  db: Db,
  rows: readonly TaskRow[],
  today: Day,
): Promise<StandingFacts> {
  const few = rows.length <= MANY
  const tasks = few ? rows.map((row) => row.originId) : null
  // One after another: in a transaction there is one connection.
  const reports = await progressKnown(db, tasks, today)
  const closed = await db.query<{ id: number }>(CLOSED, [tasks, today])
  const owed = await db.query<OwedRow>(OWED, [tasks, today])
  const units = await readUnits(db, few ? rows : null)
  const days = await readCalendarDays(db)
  return {
    reports: Map.groupBy(reports, (report) => report.taskId),
    closed: new Set(closed.map(({ id }) => id)),
    owed: Map.groupBy(owed, (row) => row.taskId),
    units,
    calendar: workingDays(days),
  }
}
