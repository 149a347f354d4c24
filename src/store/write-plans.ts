import type { FormTask, HandlingPlanRow } from '../domain/form.ts'
import { formLabel } from '../domain/form-columns.ts'
import type { Filed, FiledForm } from '../domain/handling-plan.ts'
import { writeAudit } from './audit.ts'
import type { Db } from './db.ts'
import type { Filing } from './handling-plans.ts'
import { jsonOf } from './json.ts'
import { readPlans } from './read-handling-plans.ts'

/**
 * The task a line is of, among those the unit leads or answers for in current documents: by the form's hidden key, else by
 * number (and document, where the form names it) if that is one task only. A key is what a person's file says: it counts for
 * the unit's own tasks alone.
 */
const TASKS = `
  select r.n, min(coalesce(t.origin_id, t.id)) as "taskId"
  from jsonb_to_recordset($1::jsonb) as r (n int, origin bigint, no int, part int, path text[], document text)
  join task t on (coalesce(t.origin_id, t.id) = r.origin)
    or (r.origin is null and t.no is not distinct from r.no and t.part is not distinct from r.part
      and (r.no is not null or (cardinality(r.path) > 0 and t.path = r.path)))
  join document d on d.id = t.document_id and d.replaced_by is null and d.status = 'live'
    and (r.document is null or r.origin is not null or r.document in (d.number, d.title, '《' || d.title || '》'))
  where exists (select from task_unit u where u.task_id = t.id and u.unit_id = $2)
  group by r.n having count(distinct coalesce(t.origin_id, t.id)) = 1`

const SAID = 'select id from handling_plan where message_key = $1 and unit_id = $2'

const STANDING = `
  select id, task_id as "taskId" from handling_plan
  where unit_id = $1 and superseded_at is null and task_id = any ($2::bigint[])`

const SUPERSEDE = 'update handling_plan set superseded_at = $2 where id = any ($1::bigint[])'

const ADD = `
  insert into handling_plan (unit_id, task_id, label, body, person_id, message_key, filed_at, filed_on, supersedes)
  select $2, task_id, label, body, $3, $4, $5, $6, supersedes
  from jsonb_to_recordset($1::jsonb) as r (n int, task_id bigint, label text, body text, supersedes bigint)
  order by n returning id`

const ADD_STEPS = `
  insert into plan_step (plan_id, ordinal, work, measures, finish_on, finish, chief, handler, phone)
  select plan_id, ordinal, work, measures, "finishOn", finish, chief, handler, phone
  from jsonb_to_recordset($1::jsonb) as r (plan_id bigint, ordinal int, work text, measures text, "finishOn" date,
    finish text, chief text, handler text, phone text)`

type PlanForm = Extract<FiledForm, { readonly kind: 'handlingPlan' }>

interface Placed {
  readonly row: HandlingPlanRow
  readonly taskId: number | null
}

/** See `HandlingPlans.file`. Inside a transaction. */
export async function writePlans(db: Db, { form, unitId, hand }: Filing<PlanForm>): Promise<Filed> {
  const placed = await place(db, form.rows, unitId)
  const homeless = placed.filter((p) => p.taskId === null).map((p) => p.row.task)
  const said = await db.query(SAID, [hand.messageKey, unitId])
  if (said.length > 0) return { rows: said.length, homeless }
  const ids = await add(db, placed, { unitId, hand })
  return { rows: ids.length, homeless }
}

/** One plan for a task: of lines that name it twice the steps are joined. */
async function place(db: Db, rows: readonly HandlingPlanRow[], unitId: number): Promise<readonly Placed[]> {
  const found = await db.query<{ n: number; taskId: number }>(TASKS, [jsonOf(rows.map(asked)), unitId])
  const taskOf = new Map(found.map((f) => [f.n, f.taskId]))
  const joined = new Map<string, Placed>()
  for (const [n, row] of rows.entries()) {
    const taskId = taskOf.get(n) ?? null
    const key = taskId === null ? `line ${n}` : `task ${taskId}`
    const before = joined.get(key)
    const steps = [...(before?.row.steps ?? []), ...row.steps]
    joined.set(key, { taskId, row: { ...(before?.row ?? row), steps } })
  }
  return [...joined.values()]
}

const asked = ({ task }: HandlingPlanRow, n: number) => ({
  n,
  origin: task.originId,
  no: task.no,
  part: task.part,
  path: task.path,
  document: task.document,
})

async function add(
  db: Db,
  placed: readonly Placed[],
  { unitId, hand }: Pick<Filing, 'unitId' | 'hand'>,
): Promise<readonly number[]> {
  const tasks = placed.flatMap((p) => p.taskId ?? [])
  const standing = await db.query<{ id: number; taskId: number }>(STANDING, [unitId, tasks])
  const before = await readPlans(db, { ids: standing.map((s) => s.id) })
  await db.query(SUPERSEDE, [standing.map((s) => s.id), hand.at])
  const rows = placed.map(({ row, taskId }, n) => ({
    n,
    task_id: taskId,
    label: formLabel(row.task as FormTask),
    body: row.task.text,
    supersedes: standing.find((s) => s.taskId === taskId)?.id ?? null,
  }))
  const values = [jsonOf(rows), unitId, hand.personId, hand.messageKey, hand.at, hand.today]
  const ids = (await db.query<{ id: number }>(ADD, values)).map((r) => r.id)
  const steps = placed.flatMap(({ row }, n) =>
    row.steps.map((step, ordinal) => ({ ...step, plan_id: ids[n], ordinal })),
  )
  await db.query(ADD_STEPS, [jsonOf(steps)])
  const after = await readPlans(db, { ids })
  const entries = after.map((plan) => ({
    what: 'handling plan',
    subject: 'handling_plan',
    subjectId: plan.id,
    before: before.find((b) => b.id === plan.supersedes) ?? null,
    after: plan,
  }))
  await writeAudit(db, entries, hand)
  return ids
}
