import type { Ledger, Look, TaskRow } from '../answer/ledger.ts'
import { STRANGER } from '../domain/person.ts'
import type { Snapshot, SnapshotWish, Standings, TaskStanding } from '../domain/standing.ts'
import { writeAudit } from './audit.ts'
import type { Db } from './db.ts'
import { readAsks, readOwing } from './owing.ts'
import { readStandingFacts, type StandingFacts } from './read-standing-facts.ts'
import { addSnapshot, isFrozen, type KeptTask, readSnapshot, stopPeriods } from './snapshots.ts'
import { standingOfRow } from './standing-of-row.ts'
import { taskShelf } from './task-shelf.ts'

/** Rows of the ledger as they stand; in their order. */
export async function standingsOf(db: Db, rows: readonly TaskRow[], look: Look): Promise<TaskStanding[]> {
  if (rows.length === 0) return []
  const facts = await readStandingFacts(db, rows, look.today)
  return rows.map((row) => standingOfRow(row, facts, look))
}

/** `tasks`: the ledger's own shelf, so that tasks are kept in memory once. */
export function createStandings(db: Db, tasks: Ledger['tasks'] = taskShelf(db)): Standings {
  return {
    snapshot: async (wish) => (await readSnapshot(db, wish)) ?? snapshotNow(db, tasks, wish),
    freeze: (period, today, at) => db.tx((tx) => freeze(tx, { period, today }, at)),
  }
}

async function snapshotNow(db: Db, tasks: Ledger['tasks'], wish: SnapshotWish): Promise<Snapshot> {
  const { rows, facts } = await known(db, tasks, wish)
  const takenAt = await readClock(db)
  const { period, today, viewer = null } = wish
  return {
    ...(await headOf(db, wish, takenAt)),
    tasks: rows.map((row) => standingOfRow(row, facts, { today, period, viewer })),
  }
}

async function readClock(db: Db): Promise<Date> {
  const [row] = await db.query<{ at: Date }>('select clock_timestamp() as at')
  return row!.at
}

interface KnownTasks {
  readonly rows: readonly TaskRow[]
  readonly facts: StandingFacts
}

async function known(db: Db, tasks: Ledger['tasks'], { taskIds, today }: SnapshotWish): Promise<KnownTasks> {
  const rows = await tasks(taskIds === undefined ? {} : { origins: taskIds })
  return { rows, facts: await readStandingFacts(db, rows, today) }
}

async function headOf(
  db: Db,
  { period, today }: SnapshotWish,
  takenAt: Date,
): Promise<Omit<Snapshot, 'tasks'>> {
  const owing = await readOwing(db, period, today)
  return { period, asOf: today, takenAt, frozen: false, owing, asks: await readAsks(db, period, today) }
}

/** Inside a transaction, with its own connection alone. */
async function freeze(db: Db, wish: SnapshotWish, at: Date): Promise<boolean> {
  await stopPeriods(db)
  if (await isFrozen(db, wish.period)) return false
  const { rows, facts } = await known(db, taskShelf(db), wish)
  const kept = rows.map((row): KeptTask => {
    const task = standingOfRow(row, facts, { ...wish, viewer: null })
    const open = standingOfRow(row, facts, { ...wish, viewer: STRANGER })
    return { task, open: JSON.stringify(open) === JSON.stringify(task) ? null : open }
  })
  await addSnapshot(db, await headOf(db, wish, at), kept)
  const { period, today } = wish
  const entry = { what: 'freeze', subject: 'snapshot', subjectId: 0, before: null, after: { period, today } }
  await writeAudit(db, [entry], { personId: null, at, messageKey: `freeze:${period}` })
  return true
}
