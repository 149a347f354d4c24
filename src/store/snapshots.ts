import { seesReports } from '../domain/access.ts'
import type { Period } from '../domain/period.ts'
import type { Progress } from '../domain/progress.ts'
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

/** A snapshot as it is kept. `open`: the tasks that stand differently for who sees confirmed reports alone. */
export interface KeptSnapshot extends Snapshot {
  readonly open: readonly TaskStanding[]
}

/** A closed period as it was kept; null: it is open. */
export async function readSnapshot(db: Db, period: Period): Promise<KeptSnapshot | null> {
  const [row] = await db.query<{ body: KeptSnapshot; takenAt: Date }>(
    'select body, taken_at as "takenAt" from snapshot where period = $1',
    [period],
  )
  if (row === undefined) return null
  const { tasks, open, ...rest } = row.body
  return {
    ...rest,
    takenAt: row.takenAt,
    tasks: tasks.map(revived),
    open: open.map(revived),
  }
}

export async function isFrozen(db: Db, period: Period): Promise<boolean> {
  return (await db.query('select from snapshot where period = $1', [period])).length > 0
}

/** False: it was kept before. */
export async function addSnapshot(db: Db, snapshot: KeptSnapshot): Promise<boolean> {
  const { period, asOf, takenAt } = snapshot
  const rows = await db.query(
    `insert into snapshot (period, as_of, taken_at, body) values ($1, $2, $3, $4)
     on conflict (period) do nothing returning period`,
    [period, asOf, takenAt, jsonOf(snapshot)],
  )
  return rows.length > 0
}

/** What was kept, as far as it is wished for and may be seen. */
export function asWished({ open, ...kept }: KeptSnapshot, { taskIds, viewer }: SnapshotWish): Snapshot {
  const wanted = taskIds === undefined ? null : new Set(taskIds)
  const others = new Map(open.map((task) => [task.originId, task]))
  const sees = (task: TaskStanding): boolean =>
    viewer === undefined || [task.report, ...task.statements].every((report) => mayRead(report, task, viewer))
  const tasks = kept.tasks
    .filter((task) => wanted === null || wanted.has(task.originId))
    .map((task) => (sees(task) ? task : (others.get(task.originId) ?? task)))
  return { ...kept, tasks }
}

const mayRead = (
  report: Progress | null,
  { leads }: TaskStanding,
  viewer: NonNullable<SnapshotWish['viewer']>,
): boolean =>
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
