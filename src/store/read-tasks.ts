import type { DocumentRef, MetricFact, TaskRow, TaskUnit } from '../answer/ledger.ts'
import type { Db } from './db.ts'
import { CURRENT } from './read-documents.ts'

/** A current document with what changes whenever its row does; every change of its tasks touches that row. */
export interface DocumentVersion extends DocumentRef {
  readonly version: string
}

/** One short row that changes whenever a current document does: asked before each reading, so it must cost little. */
export async function readPrint(db: Db): Promise<string> {
  const [row] = await db.query<{ print: string | null }>(
    `select md5(string_agg(d.id || ':' || d.xmin, ',' order by d.id)) as print from document d where ${CURRENT}`,
  )
  return row?.print ?? ''
}

/** Current documents, last issued first. */
export function readVersions(db: Db): Promise<DocumentVersion[]> {
  return db.query<DocumentVersion>(
    `select d.id, d.number, d.title, d.issued_on as "issuedOn", d.period_start as "periodStart",
       d.period_end as "periodEnd", d.xmin::text as version
     from document d where ${CURRENT} order by d.issued_on desc nulls last, d.id`,
  )
}

/**
 * All tasks of the documents with their units and metrics, in the order of each. Three flat queries: gathering units
 * and metrics as JSON a task at a time took five times as long on 14,000 tasks.
 */
export async function readTasks(db: Db, documents: readonly DocumentRef[]): Promise<TaskRow[]> {
  const ids = [documents.map((document) => document.id)]
  const byId = new Map(documents.map((document) => [document.id, refOf(document)]))
  const units = byTask(await db.query<OfTask<TaskUnit>>(UNITS, ids))
  const metrics = byTask(await db.query<OfTask<MetricFact>>(METRICS, ids))
  const tasks = await db.query<FlatTask>(TASKS, ids)
  return tasks.flatMap(({ documentId, start, end, ...task }) => {
    const document = byId.get(documentId)
    if (document === undefined) return []
    const [own, targets] = [units.get(task.id) ?? [], metrics.get(task.id) ?? []]
    return [{ ...task, document, source: { start, end }, units: own, metrics: targets }]
  })
}

const refOf = ({ id, number, title, issuedOn, periodStart, periodEnd }: DocumentRef): DocumentRef => ({
  id,
  number,
  title,
  issuedOn,
  periodStart,
  periodEnd,
})

type OfTask<T> = T & { readonly taskId: number }

interface FlatTask extends Omit<TaskRow, 'document' | 'source' | 'units' | 'metrics'> {
  readonly documentId: number
  readonly start: number
  readonly end: number
}

function byTask<T extends object>(rows: readonly OfTask<T>[]): Map<number, T[]> {
  const found = new Map<number, T[]>()
  for (const { taskId, ...rest } of rows) {
    const own = found.get(taskId)
    const row = rest as unknown as T
    if (own === undefined) found.set(taskId, [row])
    else own.push(row)
  }
  return found
}

const TASKS = `
select t.document_id as "documentId", t.id, coalesce(t.origin_id, t.id) as "originId", t.path, t.no, t.part, t.section, t.title, t.body as text,
  t.lead_rule as "leadRule", t.due_on as "dueOn", t.due_certainty as "dueCertainty", t.due_raw as "dueRaw",
  t.span_start as start, t.span_end as "end"
from task t where t.document_id = any ($1::bigint[]) and t.withdrawn_at is null order by t.document_id, t.ordinal`

const UNITS = `
select u.task_id as "taskId", u.role, u.written, u.unit_id as "unitId", u.certainty
from task_unit u join task t on t.id = u.task_id
where t.document_id = any ($1::bigint[]) and t.withdrawn_at is null order by u.task_id, u.role, u.ordinal`

const METRICS = `
select m.task_id as "taskId", m.name, m.op, m.value, m.value_max as "valueMax", m.unit, m.kind, m.period,
  m.by_part as by, m.raw
from metric m where m.document_id = any ($1::bigint[]) and m.task_id is not null order by m.task_id, m.ordinal`
