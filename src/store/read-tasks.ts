import type { TaskRead, TaskRow } from '../answer/ledger.ts'
import type { Db } from './db.ts'
import { CURRENT, DOCUMENT, SPAN } from './read-documents.ts'

/** Tasks with their units and metrics, in document order; one round trip. */
export function readTasks(db: Db, read: TaskRead): Promise<TaskRow[]> {
  return db.query<TaskRow>(TASKS, [
    read.documents ?? null,
    read.units ?? null,
    read.roles ?? null,
    read.numbers ?? null,
    read.part ?? null,
    read.path ?? null,
    read.ids ?? null,
    read.words?.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`) ?? null,
    read.dueFrom ?? null,
    read.dueTo ?? null,
  ])
}

/**
 * Quotation marks do not count when words are looked for: 政务服务一网通办 finds 政务服务“一网通办”. Lowered once a row:
 * ilike would lower the text again for each word, three times the cost on 10,000 tasks.
 */
const PLAIN = `lower(translate(concat_ws(' ', t.title, t.section, t.body), '“”《》〈〉', ''))`

const TASKS = `
select t.id, t.path, t.no, t.part, t.section, t.title, t.body as text, t.lead_rule as "leadRule",
  t.due_on as "dueOn", t.due_certainty as "dueCertainty", t.due_raw as "dueRaw", ${DOCUMENT}, ${SPAN('t')},
  coalesce((select json_agg(json_build_object('role', u.role, 'written', u.written, 'unitId', u.unit_id,
    'certainty', u.certainty) order by u.role, u.ordinal) from task_unit u where u.task_id = t.id), '[]') as units,
  coalesce((select json_agg(json_build_object('name', m.name, 'op', m.op, 'value', m.value, 'valueMax', m.value_max,
    'unit', m.unit, 'kind', m.kind, 'period', m.period, 'by', m.by_part, 'raw', m.raw) order by m.ordinal)
    from metric m where m.task_id = t.id), '[]') as metrics
from task t join document d on d.id = t.document_id
where ${CURRENT}
  and ($1::bigint[] is null or d.id = any ($1))
  and (($2::bigint[] is null and $3::text[] is null) or exists (select 1 from task_unit u where u.task_id = t.id
    and ($2::bigint[] is null or u.unit_id = any ($2)) and ($3::text[] is null or u.role = any ($3))))
  and ($4::int[] is null or t.no = any ($4))
  and ($5::int is null or t.part = $5)
  and ($6::text[] is null or t.path[1:cardinality($6)] = $6)
  and ($7::bigint[] is null or t.id = any ($7))
  and ($8::text[] is null or ${PLAIN} like any ($8))
  and ($9::date is null or t.due_on >= $9)
  and ($10::date is null or t.due_on <= $10)
order by d.issued_on desc nulls last, d.id, t.ordinal`
