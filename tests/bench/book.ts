import type { Db } from '../../src/store/db.ts'

/** A progress book in which the lead of every task has reported every figure of it, with half of each target reached. */
export async function fillBook(db: Db): Promise<void> {
  for (const sql of [REPORTS, READINGS, 'analyze progress, reading']) await db.query(sql)
}

export const emptyBook = (db: Db): Promise<object[]> => db.query('truncate progress, reading cascade')

const REPORTS = `
insert into progress (task_id, unit_id, period, capacity, state, body, message_key, reported_at, reported_on)
select coalesce(t.origin_id, t.id), u.unit_id, '2025Q2', 'lead', 'ongoing', '按计划推进，完成选址和环评。', 'bench', '2025-06-20', '2025-06-20'
from task t join lateral (
  select unit_id from task_unit where task_id = t.id and role in ('lead', 'effective_lead') and unit_id is not null order by ordinal limit 1) u on true
where t.withdrawn_at is null on conflict do nothing`

const READINGS = `
insert into reading (progress_id, ordinal, metric, value, unit)
select p.id, row_number() over (partition by p.id order by m.ordinal) - 1, m.name, m.value / 2, m.unit
from progress p join task t on coalesce(t.origin_id, t.id) = p.task_id join metric m on m.task_id = t.id where m.value is not null`
