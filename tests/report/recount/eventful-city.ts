import type { Db } from '../../../src/store/db.ts'
import { loadCity } from '../flow/city-in-database.ts'

/** What the even city lacks: every reason there is, targets of other sorts, a correction, reminders, filed forms. */
const EVENTS: readonly string[] = [
  // 第5项 is past its deadline, 第8项 expects a later one, 第3项 is a ceiling that is exceeded.
  "update task set due_on = '2026-09-15', due_raw = '9月15日' where no = 5",
  "update progress set expected_finish = '2027-02-10' where period = '2026Q3' and task_id = (select id from task where no = 8)",
  "update task set body = '感知终端故障不超过4000台。' where no = 3",
  "update metric set op = '<=', value = 4000 where task_id = (select id from task where no = 3)",
  // 第12项 has a growth beside its number.
  `insert into metric (document_id, task_id, ordinal, name, op, value, unit, kind, raw, span_start, span_end)
   select document_id, id, 1, '新兴产业产值增长', '>=', 12, '%', 'growth', '增长12%', 0, 1 from task where no = 12`,
  `insert into reading (progress_id, ordinal, metric, value, unit)
   select p.id, 1, '新兴产业产值增长', 9.5, '%' from progress p join task t on t.id = p.task_id where t.no = 12 and p.period = '2026Q3'`,
  // 第9项 was reported wrongly at first.
  `insert into progress (task_id, unit_id, period, capacity, state, body, message_key, reported_at, reported_on, superseded_at, review)
   select task_id, unit_id, period, capacity, state, '智能工厂30家', 'city:wrong', reported_at, reported_on, reported_at + interval '1 hour', 'returned'
   from progress where period = '2026Q2' and task_id = (select id from task where no = 9)`,
  `insert into reading (progress_id, ordinal, metric, value, unit)
   select id, 0, '智能工厂', 30, '家' from progress where message_key = 'city:wrong'`,
  // 市统计局 became part of 市数据局.
  "update unit set succeeded_by = (select id from unit where short = '市数据局') where short = '市统计局'",
  // Some report by the month, too: three of them are late, two have time.
  `insert into request (unit_id, kind, period, due_on, stated_on, opens_on, grounds, opened_at)
   select u.unit_id, 'progress', '2026-09', case when t.no <= 15 then date '2026-10-08' else date '2026-10-20' end, '2026-10-08', '2026-10-01',
     '[]'::jsonb, '2026-10-01' from task t join task_unit u on u.task_id = t.id and u.role = 'lead' where t.no between 13 and 17`,
  `insert into request_task (request_id, task_id, capacity, state)
   select q.id, u.task_id, 'lead', 'asked' from request q join task_unit u on u.unit_id = q.unit_id and u.role = 'lead' where q.period = '2026-09'`,
  "insert into person (name, unit_id) select '刘佳宁', id from unit where short = '市经信局'",
  `insert into ask (request_id, rung, person_id, asked_on, outcome, asked_at)
   select q.id, rung, (select id from person limit 1), '2026-10-06', outcome, '2026-10-06'
   from request q, (values ('T-7', 'sent'), ('T-1', 'sent'), ('T', 'merged'), ('late:1', 'avoided')) as v (rung, outcome)
   where q.id % 3 > 0 or rung = 'T-7'`,
  `insert into handling_plan (unit_id, task_id, label, body, message_key, filed_at, filed_on)
   select u.unit_id, t.id, t.no::text, t.body, 'plan:' || t.id, '2026-02-10', '2026-02-10'
   from task t join task_unit u on u.task_id = t.id and u.role = 'lead' where t.no in (9, 12)`,
  `insert into plan_step (plan_id, ordinal, work, measures, finish_on, finish, chief, handler, phone)
   select p.id, n, '第' || n || '批开工', '召开调度会' || (n + 1) || '次', make_date(2026, 3 * n, 28), '', '王建国', '工业科 李强', '027-8888000' || n
   from handling_plan p, generate_series(1, 2) n`,
  `insert into contact_list (unit_id, message_key, filed_at, filed_on)
   select u.unit_id, 'list:9', '2026-02-10', '2026-02-10' from task t join task_unit u on u.task_id = t.id and u.role = 'lead' where t.no = 9`,
  `insert into contact (list_id, ordinal, role, name, title, office_phone, mobile, note)
   select id, 0, '督办联络员', '𠮷田宁', '科长', '027-88880009', '13900000009', '' from contact_list`,
]

/** The invented city in a database, after an eventful quarter. */
export async function loadEventfulCity(db: Db): Promise<void> {
  await loadCity(db)
  for (const sql of EVENTS) await db.query(sql)
}
