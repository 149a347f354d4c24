import { createStandings } from '../../src/store/standings.ts'
import { freshDatabase } from '../database.ts'
import { timeEach } from './times.ts'

/**
 * Milliseconds of a snapshot of the whole ledger and of one unit's tasks, each task with a report of two readings.
 *   node tests/bench/standings.ts [how many tasks, 50000]
 * Wanted: 50,000 tasks within 3,000, one unit's within 30. The first reading fills the memory and is told apart.
 */
const TASKS = Number(process.argv[2] ?? 50_000)
const [DOCUMENTS, UNITS] = [100, 500]

const FILL = [
  `insert into file (name, format, content_hash, body, added_at) values ('a', 'txt', 'a', '', now())`,
  `insert into unit (name, short, kind) select '单位' || i, '单位' || i, 'department' from generate_series(1, ${UNITS}) i`,
  `insert into document (file_id, ordinal, series, version, status, title, issued_on, period_start, period_end, span_start, span_end)
   select 1, i, i, 1, 'live', '计划' || i, '2026-01-01', '2026-01-01', '2026-12-31', 0, 0 from generate_series(1, ${DOCUMENTS}) i`,
  `insert into task (document_id, ordinal, path, no, section, body, span_start, span_end)
   select 1 + i % ${DOCUMENTS}, i, '{一,1}', i, '一、重点任务', '开通商业航线10条，建成起降点100个。', 0, 10
   from generate_series(1, ${TASKS}) i`,
  `insert into task_unit select id, 'lead', 0, '单位', 1 + id % ${UNITS}, 'stated', 0, 0 from task`,
  `insert into metric (document_id, task_id, ordinal, name, op, value, unit, kind, raw, span_start, span_end)
   select document_id, id, n, case n when 0 then '商业航线' else '起降点' end, '>=', 10 ^ (n + 1), '条', 'total', '', 0, 0
   from task, generate_series(0, 1) n`,
  `insert into progress (task_id, unit_id, period, capacity, state, body, message_key, reported_at, reported_on)
   select id, 1 + id % ${UNITS}, '2026Q3', 'lead', 'ongoing', '按计划推进', 'm', '2026-10-15', '2026-10-15' from task`,
  `insert into reading select id, n, case n when 0 then '商业航线' else '起降点' end, 8 * 10 ^ n, '条', '{}'
   from progress, generate_series(0, 1) n`,
  'analyze',
]

const { db, close } = await freshDatabase()
for (const sql of FILL) await db.query(sql)
const standings = createStandings(db)
const wish = { period: '2026Q4', today: '2026-11-21' }
const one = await db.query<{ id: number }>('select task_id as id from task_unit where unit_id = 7')
const taskIds = one.map((row) => row.id)
const [first] = [await timeEach([0], () => standings.snapshot(wish))]
const whole = await timeEach([0, 1, 2], () => standings.snapshot(wish))
const unit = await timeEach(Array.from({ length: 20 }), () => standings.snapshot({ ...wish, taskIds }))
const frozen = await timeEach([0], () => standings.freeze('2026Q3', '2026-10-21', new Date(0)))
const read = await timeEach([0], () => standings.snapshot({ ...wish, period: '2026Q3' }))
console.table({ first, whole, [`unit of ${taskIds.length}`]: unit, freeze: frozen, 'read frozen': read })
await close()
