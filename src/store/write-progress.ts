import type { Hand, NewProgress, Progress } from '../domain/progress.ts'
import { writeAudit } from './audit.ts'
import type { Db } from './db.ts'
import { jsonOf } from './json.ts'
import { progressById } from './read-progress.ts'
import { settle } from './settle-requests.ts'
import { holdPeriods } from './snapshots.ts'

/** Rows of the tasks are locked, in order: of two who write about one task the second sees what the first wrote. */
const LOCK = 'select from task where id = any ($1::bigint[]) order by id for no key update'

const SAID = `
  select id, task_id as "taskId", unit_id as "unitId", period from progress
  where message_key = $1 and task_id = any ($2::bigint[])`

const STANDING = `
  select id, task_id as "taskId", unit_id as "unitId", period, reported_at as "reportedAt" from progress
  where superseded_at is null and task_id = any ($1::bigint[])`

const SUPERSEDE = 'update progress set superseded_at = $2 where id = any ($1::bigint[])'

const ADD = `
  insert into progress (task_id, unit_id, person_id, period, capacity, state, body, unchanged, expected_finish, difficulty,
    help, insisted, adopted_from, message_key, reported_at, reported_on, late, supersedes)
  select task_id, unit_id, $2, period, capacity, state, body, unchanged, expected_finish, difficulty, help, insisted,
    adopted_from, $3, $4, $5, exists (select from snapshot where snapshot.period = r.period), supersedes
  from jsonb_to_recordset($1::jsonb) as r (n int, task_id bigint, unit_id bigint, period text, capacity text, state text,
    body text, unchanged boolean, expected_finish date, difficulty text, help text, insisted text, adopted_from bigint,
    supersedes bigint)
  order by n
  returning id, task_id as "taskId", unit_id as "unitId", period`

const ADD_READINGS = `
  insert into reading (progress_id, ordinal, metric, value, unit, doubts)
  select progress_id, ordinal, metric, value, unit, doubts
  from jsonb_to_recordset($1::jsonb) as r (progress_id bigint, ordinal int, metric text, value numeric, unit text, doubts text[])`

interface Place {
  readonly taskId: number
  readonly unitId: number
  readonly period: string
}

interface StandingRow extends Place {
  readonly id: number
  readonly reportedAt: Date
}

const keyOf = ({ taskId, unitId, period }: Place): string => `${taskId}/${unitId}/${period}`

/** See `ProgressBook.write`. Inside a transaction. */
export async function writeProgress(
  db: Db,
  reports: readonly NewProgress[],
  hand: Hand,
): Promise<readonly Progress[]> {
  const tasks = [...new Set(reports.map((report) => report.taskId))]
  await holdPeriods(db)
  await db.query(LOCK, [tasks])
  const said = await byPlace<Place & { readonly id: number }>(db, SAID, [hand.messageKey, tasks])
  const standing = await byPlace<StandingRow>(db, STANDING, [tasks])
  const unseen = (report: Place) => isUnseen(standing.get(keyOf(report)), hand)
  const fresh = lastOfEach(reports).filter((report) => !said.has(keyOf(report)) && !unseen(report))
  const made = await add(db, fresh, { hand, standing })
  const ids = reports.flatMap((report) => {
    const key = keyOf(report)
    return made.get(key) ?? said.get(key)?.id ?? standing.get(key)?.id ?? []
  })
  const rows = new Map((await progressById(db, ids)).map((row) => [row.id, row]))
  await audit(db, { made, standing, rows }, hand)
  await settle(db, fresh, hand.at)
  return ids.flatMap((id) => rows.get(id) ?? [])
}

/** Written by another message after the card was drawn that is confirmed now. */
const isUnseen = (row: StandingRow | undefined, { seenAt }: Hand): boolean =>
  row !== undefined && seenAt !== undefined && row.reportedAt > seenAt

/** One message holds one report of a place; said twice, the later words count. */
const lastOfEach = (reports: readonly NewProgress[]): NewProgress[] => [
  ...new Map(reports.map((report) => [keyOf(report), report])).values(),
]

async function byPlace<R extends Place>(
  db: Db,
  sql: string,
  values: readonly unknown[],
): Promise<Map<string, R>> {
  return new Map((await db.query<R>(sql, values)).map((row) => [keyOf(row), row]))
}

interface Adding {
  readonly hand: Hand
  readonly standing: ReadonlyMap<string, StandingRow>
}

/** Ids of the new rows by place. */
async function add(
  db: Db,
  reports: readonly NewProgress[],
  { hand, standing }: Adding,
): Promise<Map<string, number>> {
  if (reports.length === 0) return new Map()
  const rows = reports.map((report, n) => rowOf(report, n, standing.get(keyOf(report))?.id ?? null))
  await db.query(SUPERSEDE, [rows.flatMap((row) => row.supersedes ?? []), hand.at])
  const values = [jsonOf(rows), hand.personId, hand.messageKey, hand.at, hand.today]
  const made = await db.query<Place & { id: number }>(ADD, values)
  const ids = new Map(made.map((row) => [keyOf(row), row.id]))
  const readings = reports.flatMap((report) =>
    report.readings.map((reading, ordinal) => ({
      ...reading,
      ordinal,
      progress_id: ids.get(keyOf(report)),
    })),
  )
  await db.query(ADD_READINGS, [jsonOf(readings)])
  return ids
}

const rowOf = (report: NewProgress, n: number, supersedes: number | null) => ({
  n,
  task_id: report.taskId,
  unit_id: report.unitId,
  period: report.period,
  capacity: report.capacity,
  state: report.state,
  body: report.text,
  unchanged: report.unchanged,
  expected_finish: report.expectedFinish,
  difficulty: report.difficulty,
  help: report.help,
  insisted: report.insisted,
  adopted_from: report.adoptedFrom,
  supersedes,
})

interface Made {
  readonly made: ReadonlyMap<string, number>
  readonly standing: ReadonlyMap<string, StandingRow>
  readonly rows: ReadonlyMap<number, Progress>
}

async function audit(db: Db, { made, standing, rows }: Made, hand: Hand): Promise<void> {
  const earlier = [...made.keys()].flatMap((key) => standing.get(key)?.id ?? [])
  const before = new Map((await progressById(db, earlier)).map((row) => [row.id, row]))
  const entries = [...made].map(([key, id]) => ({
    what: 'report',
    subject: 'progress',
    subjectId: id,
    before: before.get(standing.get(key)?.id ?? 0) ?? null,
    after: rows.get(id) ?? null,
  }))
  await writeAudit(db, entries, hand)
}
