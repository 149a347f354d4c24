import { seesReports } from '../domain/access.ts'
import type { Period } from '../domain/period.ts'
import type { Viewer } from '../domain/person.ts'
import type { Progress } from '../domain/progress.ts'
import type { Day } from '../domain/span.ts'
import type { Snapshot, SnapshotWish, TaskStanding } from '../domain/standing.ts'
import type { Db } from './db.ts'
import { jsonOf } from './json.ts'

/** Any number; the same in every process. */
const PERIODS = 4_106_014

/** Held by who writes reports: no period is frozen until they are done, so that none slips past unmarked. */
export async function holdPeriods(db: Db): Promise<void> {
  await db.query('select pg_advisory_xact_lock_shared($1)', [PERIODS])
}

/** Held by who freezes one: waits for the reports being written. */
export async function stopPeriods(db: Db): Promise<void> {
  await db.query('select pg_advisory_xact_lock($1)', [PERIODS])
}

/** A task as it is kept. `open`: as who sees confirmed reports alone sees it; null: the same. */
export interface KeptTask {
  readonly task: TaskStanding
  readonly open: TaskStanding | null
}

export interface FrozenPeriod {
  readonly period: Period
  readonly asOf: Day
  readonly takenAt: Date
  readonly tasks: number
}

/** Closed periods, the last one closed first. */
export const frozenPeriods = (db: Db): Promise<FrozenPeriod[]> =>
  db.query<FrozenPeriod>(`
    select period, as_of as "asOf", taken_at as "takenAt",
      (select count(*)::int from snapshot_task t where t.period = s.period) as tasks
    from snapshot s order by taken_at desc, period`)

export async function isFrozen(db: Db, period: Period): Promise<boolean> {
  return (await db.query('select from snapshot where period = $1', [period])).length > 0
}

/** A closed period as it was kept, as far as it is wished for and may be seen; null: it is open. */
export async function readSnapshot(
  db: Db,
  { period, taskIds, viewer }: SnapshotWish,
): Promise<Snapshot | null> {
  const [row] = await db.query<{ body: Omit<Snapshot, 'tasks'>; takenAt: Date }>(
    'select body, taken_at as "takenAt" from snapshot where period = $1',
    [period],
  )
  if (row === undefined) return null
  const kept = await db.query<KeptTask>(TASKS, [period, taskIds ?? null])
  const seen = kept.map(({ task, open }) =>
    viewer === undefined || sees(task, viewer) ? task : (open ?? task),
  )
  return { ...row.body, takenAt: row.takenAt, tasks: seen.map(revived) }
}

const TASKS = `
  select body as task, open from snapshot_task
  where period = $1 and ($2::bigint[] is null or task_id = any ($2)) order by ordinal`

/** Tasks written in one go: the embedded database must not be asked for too much at once. */
const BATCH = 500

const ADD_TASKS = `
  insert into snapshot_task (period, task_id, ordinal, body, open)
  select $1, (task ->> 'originId')::bigint, $3 + n, task, open
  from jsonb_to_recordset($2::jsonb) as r (n int, task jsonb, open jsonb)`

/** Keeps a period for good. Inside a transaction; the caller knows that it was not kept before. */
export async function addSnapshot(db: Db, snapshot: Omit<Snapshot, 'tasks'>, tasks: readonly KeptTask[]) {
  const { period, asOf, takenAt } = snapshot
  const values = [period, asOf, takenAt, jsonOf({ ...snapshot, frozen: true })]
  await db.query('insert into snapshot (period, as_of, taken_at, body) values ($1, $2, $3, $4)', values)
  for (let at = 0; at < tasks.length; at += BATCH) {
    const rows = tasks.slice(at, at + BATCH).map((kept, n) => ({ n, ...kept }))
    await db.query(ADD_TASKS, [period, jsonOf(rows), at])
  }
}

const sees = (task: TaskStanding, viewer: Viewer): boolean =>
  [task.report, ...task.statements].every((report) => mayRead(report, task, viewer))

const mayRead = (report: Progress | null, { leads }: TaskStanding, viewer: Viewer): boolean =>
  report === null ||
  seesReports(viewer, { unitId: report.unitId, leads: leads.flatMap(({ id }) => id ?? []) })

/** JSON has no instants. */
const revived = (task: TaskStanding): TaskStanding => ({
  ...task,
  report: task.report === null ? null : dated(task.report),
  statements: task.statements.map(dated),
})

const dated = (report: Progress): Progress => ({
  ...report,
  reportedAt: new Date(report.reportedAt),
  supersededAt: report.supersededAt === null ? null : new Date(report.supersededAt),
})
