import type { Ledger, TaskRow } from '../answer/ledger.ts'
import { STRANGER } from '../domain/person.ts'
import type { Snapshot, SnapshotWish, Standings, TaskStanding } from '../domain/standing.ts'
import { writeAudit } from './audit.ts'
import type { Db } from './db.ts'
import { readAsks, readOwing } from './owing.ts'
import { readStandingFacts, type StandingFacts } from './read-standing-facts.ts'
import { addSnapshot, asWished, isFrozen, readSnapshot, stopPeriods } from './snapshots.ts'
import { type Look, standingOfRow } from './standing-of-row.ts'
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
    async snapshot(wish) {
      const kept = await readSnapshot(db, wish.period)
      return kept === null ? snapshotNow(db, tasks, wish) : asWished(kept, wish)
    },
    freeze: (period, today, at) => db.tx((tx) => freeze(tx, { period, today }, at)),
  }
}

async function snapshotNow(db: Db, tasks: Ledger['tasks'], wish: SnapshotWish): Promise<Snapshot> {
  const [{ at }] = await readClock(db)
  return snapshotOf(db, await known(db, tasks, wish), { wish, at })
}

const readClock = (db: Db) =>
  db.query<{ at: Date }>('select clock_timestamp() as at') as Promise<[{ at: Date }]>

interface KnownTasks {
  readonly rows: readonly TaskRow[]
  readonly facts: StandingFacts
}

async function known(db: Db, tasks: Ledger['tasks'], { taskIds, today }: SnapshotWish): Promise<KnownTasks> {
  const rows = await tasks(taskIds === undefined ? {} : { origins: taskIds })
  return { rows, facts: await readStandingFacts(db, rows, today) }
}

async function snapshotOf(
  db: Db,
  { rows, facts }: KnownTasks,
  { wish, at }: { readonly wish: SnapshotWish; readonly at: Date },
): Promise<Snapshot> {
  const { period, today, viewer = null } = wish
  return {
    period,
    asOf: today,
    takenAt: at,
    frozen: false,
    tasks: rows.map((row) => standingOfRow(row, facts, { today, period, viewer })),
    owing: await readOwing(db, period, today),
    asks: await readAsks(db, period, today),
  }
}

/** Inside a transaction, with its own connection alone. */
async function freeze(db: Db, wish: SnapshotWish, at: Date): Promise<boolean> {
  await stopPeriods(db)
  if (await isFrozen(db, wish.period)) return false
  const tasks = await known(db, taskShelf(db), wish)
  const snapshot = await snapshotOf(db, tasks, { wish, at })
  const look = { ...wish, viewer: STRANGER }
  const open = tasks.rows.map((row) => standingOfRow(row, tasks.facts, look))
  await addSnapshot(db, { ...snapshot, frozen: true, open: open.filter(differs(snapshot.tasks)) })
  const { period, today } = wish
  const entry = { what: 'freeze', subject: 'snapshot', subjectId: 0, before: null, after: { period, today } }
  await writeAudit(db, [entry], { personId: null, at, messageKey: `freeze:${period}` })
  return true
}

/** Compared as they are kept: a task that stands the same for everybody is kept once. */
const differs =
  (tasks: readonly TaskStanding[]) =>
  (task: TaskStanding, at: number): boolean =>
    JSON.stringify(task) !== JSON.stringify(tasks[at])
