import { read, utils } from '@e965/xlsx'
import type { Report } from '../../../src/domain/report.ts'
import type { Db } from '../../../src/store/db.ts'

type Row = readonly unknown[]

const bookOf = (bytes: Uint8Array): Readonly<Record<string, readonly Row[]>> => {
  const book = read(bytes, { cellDates: false })
  return Object.fromEntries(
    book.SheetNames.map((name) => [
      name,
      utils.sheet_to_json<Row>(book.Sheets[name]!, { header: 1, defval: null }),
    ]),
  )
}

/** 43, 0.43 for 43%, words as they are. */
const asCell = (text: string): unknown =>
  /^\d+(\.\d+)?%$/.test(text)
    ? Number(text.slice(0, -1)) / 100
    : /^-?\d+(\.\d+)?$/.test(text)
      ? Number(text)
      : text

const key = (row: Row): string => JSON.stringify(row.filter((cell) => cell !== null && cell !== ''))

/** Rows with a number that are no row of the tree. */
export function bookFaults(bytes: Uint8Array, { title, issuer, parts }: Report): readonly string[] {
  const said = parts.flatMap((part): readonly Row[] => {
    if (part.kind === 'figures') return part.figures.map(({ label, value }) => [label, asCell(value.text)])
    if (part.kind === 'paragraph') return [[part.runs.map((run) => run.text).join('')]]
    if (part.kind === 'chart') return [[part.caption, part.data]]
    if (part.kind === 'heading') return [[part.text]]
    const rows = part.rows.map((row) => row.map((cell) => asCell(cell.text)))
    return [[part.caption ?? ''], part.columns.map((c) => c.name), ...rows, [`注：${part.note ?? ''}`]]
  })
  const known = new Set([key([title]), ...said.map(key)])
  return Object.values(bookOf(bytes))
    .flat()
    .filter((row) => /\d/.test(key(row)) && !known.has(key(row)) && !known.has(key(row.slice(1))))
    .map(key)
    .filter((row) => !row.startsWith(`["${issuer}　数据截至`))
}

/** Days of a sheet are counted from 1899-12-30. */
const day = (sql: string): string => `(${sql} - date '1899-12-30')`
const STATES =
  "case s.state when 'done' then '已完成' when 'blocked' then '受阻' when 'notStarted' then '未启动' when 'ongoing' then '推进中' end"

const LEDGER = (table: string): string => `
  select row_number() over (order by document_id, task_id)::int, document, place, regexp_replace(section, '^（.+?）|^[一二三]、', ''), body,
    array_to_string(leads, '、'), array_to_string(responsible, '、'), targets, readings, share::float8, pace::float8,
    case when class in ('done', 'onPace') then '绿灯' when kind in ('overdue', 'reportLate') or words ~ '落后序时(3[1-9]|[4-9]\\d)' then '红灯'
      when class = 'unknown' then null else '黄灯' end,
    case when closed then '已销号' else coalesce(${STATES}, '未报送') end, ${day('due_on')}, report, ${day('reported_on')},
    ${day('expected_finish')}, difficulty, help
  from ${table} s order by 1`

const PLANS = (table: string): string => `
  select case when coalesce(n.ordinal, 1) = 1 then 'T' || s.task_id || '/' || coalesce(s.no::text, s.place) end,
    case when coalesce(n.ordinal, 1) = 1 then coalesce(s.no::text, s.place) end, case when coalesce(n.ordinal, 1) = 1 then document end,
    case when coalesce(n.ordinal, 1) = 1 then s.body end, case when coalesce(n.ordinal, 1) = 1 then array_to_string(leads, '、') end,
    n.work, n.measures, ${day('n.finish_on')}, n.chief, n.handler, n.phone
  from ${table} s left join handling_plan p on p.task_id = s.task_id left join plan_step n on n.plan_id = p.id
  order by s.document_id, s.task_id, n.ordinal`

const CONTACTS = (): string => `
  select row_number() over (order by c.ordinal)::int, u.short, c.role, c.name, c.title, c.office_phone, c.mobile, c.note
  from contact_list l join contact c on c.list_id = l.id join unit u on u.id = l.unit_id where l.superseded_at is null order by 1`

const COMPLETION = (table: string): string => `
  select case when m.ordinal = 0 then 'T' || s.task_id || '/' || coalesce(s.no::text, s.place) end,
    case when m.ordinal = 0 then coalesce(s.no::text, s.place) end, case when m.ordinal = 0 then document end, case when m.ordinal = 0 then s.body end,
    case when m.ordinal = 0 then array_to_string(leads, '、') end, m.name,
    case m.op when '>=' then '≥' else '≤' end || spoken(m.value, m.unit) || m.unit, m.unit,
    (select spoken(r.value, r.unit) || r.unit || '（' || period_said(p.period) || '）' from progress p join reading r on r.progress_id = p.id
     where p.task_id = s.task_id and p.superseded_at is null and p.period < '2026Q3' and r.metric = m.name order by p.period desc limit 1),
    (select r.value::float8 from reading r where r.progress_id = s.progress_id and r.metric = m.name and s.period = '2026Q3'),
    case when m.ordinal = 0 then case when s.period = '2026Q3' or s.closed then coalesce(${STATES}, '已完成') end end,
    case when m.ordinal = 0 and s.period = '2026Q3' then s.report end, case when m.ordinal = 0 then ${day('s.expected_finish')} end,
    case when m.ordinal = 0 then s.difficulty end, case when m.ordinal = 0 then s.help end
  from ${table} s join metric m on m.task_id = s.task_id order by s.document_id, s.task_id, m.ordinal`

/** The rows of each sheet, and how many columns it has. */
const SHEETS: Readonly<Record<string, readonly [sql: (table: string) => string, width: number]>> = {
  任务台账: [LEDGER, 19],
  '附表1 办理方案': [PLANS, 11],
  '附表2 督办工作人员名单': [CONTACTS, 8],
  '附表3 完成情况': [COMPLETION, 15],
}

/** Every cell of every line, against the same line made in SQL. */
export async function sheetFaults(bytes: Uint8Array, table: string, db: Db): Promise<readonly string[]> {
  const faults: string[] = []
  for (const [name, rows] of Object.entries(bookOf(bytes))) {
    const [sql, width] = SHEETS[name]!
    const wanted = await rowsOf(db, sql(table), width)
    const lines = rows
      .slice(3, 3 + wanted.length)
      .map((row) => JSON.stringify(Array.from({ length: width }, (_, i) => plain(row[i] ?? null))))
    const rest = rows.slice(3 + wanted.length).filter((row) => /\d/.test(key(row)))
    const strange = wanted.flatMap((row, i) => (row === lines[i] ? [] : [`${name} ${lines[i]}：SQL ${row}`]))
    faults.push(...strange, ...rest.map(key))
  }
  return faults
}

const plain = (value: unknown): unknown => {
  const number = typeof value === 'number' || /^\d+$/.test(String(value)) ? Number(value) : null
  return number === null ? (value === '' ? null : value) : Math.round(number * 1e6) / 1e6
}

/** Columns in their order, whatever their names. */
async function rowsOf(db: Db, sql: string, width: number): Promise<readonly string[]> {
  const columns = Array.from({ length: width }, (_, i) => `c${i}`)
  const rows = await db.query<Readonly<Record<string, unknown>>>(
    `select * from (${sql}) q (${columns.join(', ')})`,
  )
  return rows.map((row) => JSON.stringify(columns.map((name) => plain(row[name]))))
}
