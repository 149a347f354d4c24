import type { Metric, Task, UnitMention } from '../domain/task.ts'
import type { Db } from './db.ts'
import { jsonOf } from './json.ts'

/** A task to be written. `id`: the row it already has; `originId`: the task of an earlier version it carries on. */
export interface TaskToSave {
  readonly id: number | null
  readonly originId: number | null
  readonly task: Task
  /** The row says the same already, save for its place: units and metrics keep their rows. */
  readonly same: boolean
}

/** Name as written → unit. A name that fits several units is absent. */
export type UnitIds = ReadonlyMap<string, number>

/**
 * Makes the current tasks of a document exactly these, in this order: rows with an id are kept and updated, the others made. What
 * is not named is withdrawn: its row stays for the progress, requests and later versions that hang on it. Returns the ids in
 * order.
 */
export async function saveTasks(
  db: Db,
  documentId: number,
  tasks: readonly TaskToSave[],
  unitIds: UnitIds,
): Promise<number[]> {
  const kept = tasks.flatMap((t) => t.id ?? [])
  await db.query(WITHDRAW, [documentId, kept])
  await db.query(MAKE_ROOM, [documentId])
  const rows = tasks.map((entry, ordinal) => ({ ...taskRow(entry.task), ...ids(entry), ordinal }))
  await db.query(UPDATE_TASKS, [jsonOf(rows.filter((r) => r.id !== null))])
  const made = await db.query<{ id: number; ordinal: number }>(INSERT_TASKS, [
    documentId,
    jsonOf(rows.filter((r) => r.id === null)),
  ])
  const idAt = new Map(made.map((m) => [m.ordinal, m.id]))
  const all = tasks.map((entry, ordinal) => entry.id ?? idAt.get(ordinal) ?? 0)
  const anew = tasks.flatMap((entry, i) => (entry.same ? [] : [{ id: all[i] ?? 0, task: entry.task }]))
  await saveUnits(db, anew, unitIds)
  await saveTaskMetrics(db, documentId, anew)
  return all
}

const WITHDRAW = `
  update task set withdrawn_at = now() where document_id = $1 and withdrawn_at is null and id <> all ($2::bigint[])`

const MAKE_ROOM = 'update task set ordinal = -1 - ordinal where document_id = $1 and withdrawn_at is null'

const ids = ({ id, originId }: TaskToSave) => ({ id, origin_id: originId })

function taskRow(task: Task) {
  return {
    path: task.path,
    no: task.no,
    part: task.part,
    section: task.section,
    title: task.title,
    body: task.text,
    lead_rule: task.leadRule,
    due_on: task.deadline?.day ?? null,
    due_certainty: task.deadline?.certainty ?? null,
    due_raw: task.deadline?.raw ?? null,
    due_start: task.deadline?.source.start ?? null,
    due_end: task.deadline?.source.end ?? null,
    span_start: task.source.start,
    span_end: task.source.end,
  }
}

const FIELDS = `path text[], no int, part int, section text, title text, body text, lead_rule text, due_on date,
  due_certainty text, due_raw text, due_start int, due_end int, span_start int, span_end int, ordinal int, id bigint, origin_id bigint`

const INSERT_TASKS = `
  insert into task (document_id, ordinal, origin_id, path, no, part, section, title, body, lead_rule, due_on,
    due_certainty, due_raw, due_start, due_end, span_start, span_end)
  select $1, ordinal, origin_id, path, no, part, section, title, body, lead_rule, due_on, due_certainty, due_raw,
    due_start, due_end, span_start, span_end
  from jsonb_to_recordset($2::jsonb) as r (${FIELDS})
  order by ordinal
  returning id, ordinal`

const UPDATE_TASKS = `
  update task set ordinal = r.ordinal, path = r.path, no = r.no, part = r.part, section = r.section, title = r.title,
    body = r.body, lead_rule = r.lead_rule, due_on = r.due_on, due_certainty = r.due_certainty, due_raw = r.due_raw,
    due_start = r.due_start, due_end = r.due_end,
    span_start = r.span_start, span_end = r.span_end, withdrawn_at = null
  from jsonb_to_recordset($1::jsonb) as r (${FIELDS})
  where task.id = r.id`

interface SavedTask {
  readonly id: number
  readonly task: Task
}

async function saveUnits(db: Db, tasks: readonly SavedTask[], unitIds: UnitIds): Promise<void> {
  const rows = tasks.flatMap(({ id, task }) =>
    ROLES.flatMap(([role, of]) =>
      of(task).map((unit, ordinal) => ({
        task_id: id,
        role,
        ordinal,
        written: unit.name,
        unit_id: unitIds.get(unit.name) ?? null,
        certainty: unit.certainty,
        span_start: unit.source.start,
        span_end: unit.source.end,
      })),
    ),
  )
  await db.query('delete from task_unit where task_id = any ($1::bigint[])', [tasks.map((t) => t.id)])
  await db.query('insert into task_unit select * from jsonb_populate_recordset(null::task_unit, $1::jsonb)', [
    jsonOf(rows),
  ])
}

const ROLES: readonly (readonly [string, (task: Task) => readonly UnitMention[]])[] = [
  ['lead', (t) => t.lead],
  ['responsible', (t) => t.responsible],
  ['supporting', (t) => t.supporting],
  ['effective_lead', (t) => t.effectiveLead],
]

async function saveTaskMetrics(db: Db, documentId: number, tasks: readonly SavedTask[]): Promise<void> {
  await db.query('delete from metric where task_id = any ($1::bigint[])', [tasks.map((t) => t.id)])
  const rows = tasks.flatMap(({ id, task }) => task.metrics.map((metric, i) => metricRow(metric, id, i)))
  await insertMetrics(db, documentId, rows)
}

/** Goals of the whole document: metrics of no task. */
export async function saveGoals(db: Db, documentId: number, goals: readonly Metric[]): Promise<void> {
  await db.query('delete from metric where document_id = $1 and task_id is null', [documentId])
  const rows = goals.map((metric, i) => metricRow(metric, null, i))
  await insertMetrics(db, documentId, rows)
}

function metricRow(metric: Metric, taskId: number | null, ordinal: number) {
  const { source, valueMax, by, ...rest } = metric
  return {
    ...rest,
    task_id: taskId,
    ordinal,
    value_max: valueMax,
    by_part: by,
    span_start: source.start,
    span_end: source.end,
  }
}

async function insertMetrics(
  db: Db,
  documentId: number,
  rows: readonly ReturnType<typeof metricRow>[],
): Promise<void> {
  await db.query(
    `insert into metric (document_id, task_id, ordinal, name, op, value, value_max, unit, kind, period, by_part, raw,
       span_start, span_end)
     select $1, task_id, ordinal, name, op, value, value_max, unit, kind, period, by_part, raw, span_start, span_end
     from jsonb_populate_recordset(null::metric, $2::jsonb)`,
    [documentId, jsonOf(rows)],
  )
}
