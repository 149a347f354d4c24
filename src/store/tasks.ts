import type { Certainty } from '../domain/span.ts'
import type { Metric, Task, TaskClause, UnitMention, UnitRole } from '../domain/task.ts'
import type { Db } from './db.ts'

/** A task with its row. `originId` is the first version of it: progress stays with that. */
export interface StoredTask extends Task {
  readonly id: number
  readonly originId: number
}

interface TaskRow extends TaskClause {
  readonly id: number
  readonly originId: number
  readonly leadRule: string | null
  readonly dueOn: string | null
  readonly dueCertainty: Certainty
  readonly dueRaw: string
  readonly dueStart: number
  readonly dueEnd: number
  readonly start: number
  readonly end: number
  readonly units: readonly UnitRow[]
  readonly metrics: readonly Metric[]
}

interface UnitRow extends UnitMention {
  readonly role: UnitRole | 'effective_lead'
}

/** Tasks of a document in reading order, whole. */
export async function tasksOfDocument(db: Db, documentId: number): Promise<StoredTask[]> {
  return (await db.query<TaskRow>(TASKS, [documentId, false])).map(taskOf)
}

/** Those an earlier reading had and the last one has not. */
export async function withdrawnTasks(db: Db, documentId: number): Promise<StoredTask[]> {
  return (await db.query<TaskRow>(TASKS, [documentId, true])).map(taskOf)
}

export async function countTasks(db: Db, documentId: number): Promise<number> {
  const [row] = await db.query<{ n: number }>(
    'select count(*)::int as n from task where document_id = $1 and withdrawn_at is null',
    [documentId],
  )
  return row?.n ?? 0
}

const TASKS = `
  select task.id, coalesce(origin_id, task.id) as "originId", path, no, part, section, title, body as text,
    lead_rule as "leadRule", due_on as "dueOn", due_certainty as "dueCertainty", due_raw as "dueRaw",
    due_start as "dueStart", due_end as "dueEnd",
    span_start as start, span_end as "end",
    coalesce((select json_agg(json_build_object('role', role, 'name', written, 'certainty', certainty,
        'source', json_build_object('start', u.span_start, 'end', u.span_end)) order by role, ordinal)
      from task_unit u where u.task_id = task.id), '[]') as units,
    coalesce((select json_agg(json_build_object('name', name, 'op', op, 'value', value, 'valueMax', value_max,
        'unit', unit, 'kind', kind, 'period', period, 'by', by_part, 'raw', raw,
        'source', json_build_object('start', m.span_start, 'end', m.span_end)) order by ordinal)
      from metric m where m.task_id = task.id), '[]') as metrics
  from task
  where document_id = $1 and (withdrawn_at is not null) = $2
  order by task.ordinal, task.id`

function taskOf(row: TaskRow): StoredTask {
  const { id, originId, path, no, part, section, title, text, leadRule, metrics } = row
  const source = { start: row.start, end: row.end }
  const units = (role: UnitRow['role']): UnitMention[] =>
    row.units
      .filter((u) => u.role === role)
      .map(({ name, certainty, source }) => ({ name, certainty, source }))
  return {
    id,
    originId,
    path,
    no,
    part,
    section,
    title,
    text,
    lead: units('lead'),
    responsible: units('responsible'),
    supporting: units('supporting'),
    effectiveLead: units('effective_lead'),
    leadRule,
    metrics,
    deadline: deadlineOf(row),
    source,
  }
}

function deadlineOf({ dueOn, dueCertainty, dueRaw, dueStart, dueEnd }: TaskRow): Task['deadline'] {
  if (dueOn === null) return null
  return { day: dueOn, certainty: dueCertainty, raw: dueRaw, source: { start: dueStart, end: dueEnd } }
}
