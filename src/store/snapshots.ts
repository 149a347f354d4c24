import type { Period } from '../domain/period.ts'
import type { Snapshot } from '../domain/standing.ts'
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

/** A closed period as it was kept; null: it is open. */
export async function readSnapshot(db: Db, period: Period): Promise<Snapshot | null> {
  const [row] = await db.query<{ body: Snapshot; takenAt: Date }>(
    'select body, taken_at as "takenAt" from snapshot where period = $1',
    [period],
  )
  return row === undefined ? null : { ...row.body, takenAt: row.takenAt, frozen: true }
}

/** False: it was kept before. */
export async function addSnapshot(db: Db, snapshot: Snapshot): Promise<boolean> {
  const { period, asOf, takenAt } = snapshot
  const rows = await db.query(
    `insert into snapshot (period, as_of, taken_at, body) values ($1, $2, $3, $4)
     on conflict (period) do nothing returning period`,
    [period, asOf, takenAt, jsonOf({ ...snapshot, frozen: true })],
  )
  return rows.length > 0
}
