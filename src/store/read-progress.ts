import type { Period } from '../domain/period.ts'
import type { Progress, ReportedReading } from '../domain/progress.ts'
import type { Day } from '../domain/span.ts'
import type { Db } from './db.ts'

type Flat = Omit<Progress, 'readings'>
type OfProgress = ReportedReading & { readonly progressId: number }

const COLUMNS = `
  p.id, p.task_id as "taskId", p.unit_id as "unitId", unit.short as unit, person.name as person, p.period, p.capacity, p.state,
  p.body as text, p.unchanged, p.expected_finish as "expectedFinish", p.difficulty, p.help, p.insisted,
  p.adopted_from as "adoptedFrom", p.message_key as "messageKey", p.reported_at as "reportedAt",
  p.reported_on as "reportedOn", p.late, p.supersedes, p.superseded_at as "supersededAt", p.review,
  reviewer.name as "reviewedBy", p.review_note as "reviewNote"`

const FROM = `
  from progress p join unit on unit.id = p.unit_id
  left join person on person.id = p.person_id
  left join person reviewer on reviewer.id = p.reviewed_by`

const READINGS = `
  select progress_id as "progressId", metric, value, unit, doubts from reading
  where progress_id = any ($1::bigint[]) order by progress_id, ordinal`

/** Which rows and in which order. Never made of anything but the constants below. */
interface Choice {
  readonly where: string
  readonly order: string
}

const BY_ID: Choice = { where: 'p.id = any ($1::bigint[])', order: 'p.id' }
const OF_TASK: Choice = { where: 'p.task_id = any ($1::bigint[])', order: 'p.id' }
/** null: of all tasks. */
const STANDING: Choice = {
  where: `p.superseded_at is null and ($1::bigint[] is null or p.task_id = any ($1))
    and ($2::text is null or p.period = $2)`,
  order: 'p.reported_at desc, p.id desc',
}

/** As known on a day: what was superseded later stood then. Nothing returned. */
const KNOWN: Choice = {
  where: `p.review <> 'returned' and p.reported_on <= $2
    and (p.superseded_at is null or (p.superseded_at at time zone 'Asia/Shanghai')::date > $2)
    and ($1::bigint[] is null or p.task_id = any ($1))`,
  order: 'p.id',
}

async function read(db: Db, { where, order }: Choice, values: readonly unknown[]): Promise<Progress[]> {
  const rows = await db.query<Flat>(`select ${COLUMNS} ${FROM} where ${where} order by ${order}`, values)
  if (rows.length === 0) return []
  const readings = await db.query<OfProgress>(READINGS, [rows.map((row) => row.id)])
  const own = Map.groupBy(readings, (reading) => reading.progressId)
  return rows.map((row) => ({ ...row, readings: (own.get(row.id) ?? []).map(readingOf) }))
}

const readingOf = ({ metric, value, unit, doubts }: OfProgress): ReportedReading => ({
  metric,
  value,
  unit,
  doubts,
})

/** What stood on the day, of tasks or of all, whatever the period. */
export const progressKnown = (db: Db, taskIds: readonly number[] | null, on: Day): Promise<Progress[]> =>
  read(db, KNOWN, [taskIds, on])

export const progressById = (db: Db, ids: readonly number[]): Promise<Progress[]> => read(db, BY_ID, [ids])

/** Superseded ones too, oldest first. */
export const progressOfTask = (db: Db, taskId: number): Promise<Progress[]> => read(db, OF_TASK, [[taskId]])

/** Reports that stand, newest first; of all tasks where `taskIds` is null. */
export const standingProgress = (
  db: Db,
  taskIds: readonly number[] | null,
  period: Period | null,
): Promise<Progress[]> => read(db, STANDING, [taskIds, period])
