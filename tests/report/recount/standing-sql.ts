/**
 * How every task stands, in SQL alone: written from the rules of the trade (a report is judged against pace, a ceiling against
 * itself), not from the code that makes reports. `period_end`, `spoken` and `said_day` are made once, then one table for each look.
 */
export const FUNCTIONS: readonly string[] = [
  `create function period_end(p text) returns date language sql immutable as $$
     select (case
       when p ~ 'Q' then make_date(left(p, 4)::int, 3 * right(p, 1)::int, 1)
       when p ~ 'H' then make_date(left(p, 4)::int, 6 * right(p, 1)::int, 1)
       when p ~ '-' then make_date(left(p, 4)::int, right(p, 2)::int, 1)
       else make_date(p::int, 12, 1) end + interval '1 month' - interval '1 day')::date $$`,
  `create function next_end(p text) returns date language sql immutable as $$
     select (date_trunc('month', period_end(p)) + (case when p ~ 'Q' then 4 when p ~ 'H' then 7 when p ~ '-' then 2 else 13 end)
       * interval '1 month' - interval '1 day')::date $$`,
  `create function period_said(p text) returns text language sql immutable as $$
     select left(p, 4) || '年第' || substr('一二三四', right(p, 1)::int, 1) || '季度' $$`,
  `create function spoken(v numeric, unit text) returns text language sql immutable as $$
     select case when v >= 10000 and v % 1000 = 0 and unit !~ '^[万亿]' then (v / 10000)::float8 || '万' else v::float8::text end $$`,
  `create function said_day(d date) returns text language sql immutable as $$
     select case when extract(year from d) = 2026 then '' else extract(year from d) || '年' end
       || extract(month from d) || '月' || extract(day from d) || '日' $$`,
]

export interface Look {
  /** 2026Q3 */
  readonly period: string
  readonly today: string
  /** all: a supervisor's; safe: confirmed reports, nobody's trouble; published: what was reviewed counts, silence is told. */
  readonly eyes: 'all' | 'safe' | 'published'
  /** A condition on `t`, the task: which ones the report is of. */
  readonly where: string
  /** A leader's units: of tasks others lead they see what is confirmed. null: no such bounds. */
  readonly under: readonly string[] | null
}

/** Whether these eyes see all that was said of the task. */
const own = ({ under }: Look, task: string): string =>
  under === null
    ? 'true'
    : `exists (select from task_unit o join unit u on u.id = o.unit_id where o.task_id = ${task} and o.role = 'lead' and u.short in ('${under.join("', '")}'))`

/** One row a metric: how far it is. */
const metrics = (look: Look): string => {
  const { period, today, eyes } = look
  return `
  known as (
    select p.*, row_number() over (partition by task_id order by period_end(period) desc, id desc) as nth
    from progress p
    where period_end(p.period) <= period_end('${period}') and reported_on <= '${today}' and review <> 'returned'
      and superseded_at is null ${eyes === 'safe' ? "and review = 'confirmed'" : ''}
      and (review = 'confirmed' or ${own(look, 'p.task_id')})
  ),
  last as (select * from known where nth = 1 ${eyes === 'published' ? "and review = 'confirmed'" : ''}),
  day as (select least(period_end('${period}'), date '${today}') as on_day),
  pace as (
    select t.id as task_id, case when on_day >= t.due_on then 1 when on_day < date '2026-01-01' then 0
      else (on_day - date '2026-01-01' + 1)::numeric / (t.due_on - date '2026-01-01' + 1) end as pace
    from task t, day
  ),
  measured as (
    select m.id, m.task_id, m.name, m.op, m.value as target, m.unit, m.kind, m.ordinal, pace.pace,
      (select count(*) from metric o where o.task_id = m.task_id) as of_task,
      (select r.value from reading r join last on last.id = r.progress_id where last.task_id = m.task_id and r.metric = m.name) as value,
      (select r.value from reading r join known k on k.id = r.progress_id
       where k.task_id = m.task_id and r.metric = m.name and k.nth = 2) as earlier
    from metric m join pace on pace.task_id = m.task_id
  ),
  lag as (
    select *, op <> '<=' and kind <> 'growth' as adds_up,
      case when op = '<=' then value <= target else value >= target end as reached,
      case when op = '<=' then 0 else round(100 * case kind when 'growth' then 1 else pace end) - round(100 * value / target) end as behind,
      case when op = '<=' and value > target then greatest(1, round(100 * (value - target) / target)) end as over
    from measured
  )`
}

/** One row a reason: the worst of a task counts. \`hush\`: not told to these eyes. */
const reasons = (look: Look): string => {
  const { today, eyes } = look
  return `
  closed as (select task_id from closing where reopened_at is null and closed_on <= '${today}'),
  finished as (
    select task_id from closed union
    select l.task_id from last l where l.state = 'done'
      and not exists (select from lag where lag.task_id = l.task_id and not reached)
  ),
  reasons as (
    select t.id as task_id, 1 as rank, 'overdue' as kind, 'late' as class, '超过完成时限' || (date '${today}' - t.due_on) || '天' as words
    from task t where t.due_on < '${today}' and exists (select from last where last.task_id = t.id)
      and exists (select from lag where lag.task_id = t.id and not reached)
    union all
    select task_id, case when behind > 30 then 2 else 12 end, 'behind', case when behind > 30 then 'late' else 'slow' end,
      case when of_task > 1 then name else '' end || '落后序时' || behind || '个百分点'
    from (select distinct on (task_id) * from lag where not reached order by task_id, behind desc) worst where behind > 10
    union all
    select k.task_id, 3, 'reportLate', 'due', ''
    from request_task k join request q on q.id = k.request_id
    where k.state = 'asked' and q.state = 'open' and q.due_on < '${today}' and period_end(q.period) <= (select on_day from day)
    union all
    select task_id, 13, 'over', 'late', case when of_task > 1 then name else '' end || '超出控制目标' || over || '%' from lag where over > 0
    union all
    select task_id, 14, 'blocked', 'blocked', '推进受阻' from last where state = 'blocked'
    union all
    select l.task_id, 15, 'finishLate', 'late', '预计晚于完成时限' || (l.expected_finish - t.due_on) || '天'
    from last l join task t on t.id = l.task_id where l.expected_finish > t.due_on
  ),
  told as (
    select * from reasons where task_id not in (select task_id from finished)
      ${eyes === 'safe' ? "and kind not in ('blocked', 'reportLate')" : ''}
      and (kind <> 'blocked' or ${own(look, 'reasons.task_id')})
      ${eyes === 'published' ? "and (kind in ('overdue', 'reportLate') or exists (select from last where last.task_id = reasons.task_id))" : ''}
  )`
}

const CLASS = `
  case when f.task_id is not null then 'done'
    else coalesce((select class from told where told.task_id = t.id
      order by array_position(array['late', 'blocked', 'slow', 'due'], class) limit 1),
      case when exists (select from lag where lag.task_id = t.id and lag.value is not null) then 'onPace' else 'unknown' end)
  end`

/** A table of the tasks with class, main reason, share of the slowest target, and their last report. */
export const lookSql = (look: Look, table: string): string => `
  create table ${table} as with ${metrics(look)}, ${reasons(look)},
  classed as (select t.id as task_id, ${CLASS} as class from task t left join finished f on f.task_id = t.id)
  select t.id as task_id, t.no, t.path, t.section, t.document_id, d.number as document, d.title, t.body, t.due_on,
    rtrim(t.body, '。') as name, coalesce('第' || t.no || '项', array_to_string(t.path, '')) as place,
    c.class, r.kind, r.words, pace.pace, exists (select from closed where closed.task_id = t.id) as closed,
    (select min(value / target) from lag where lag.task_id = t.id and adds_up) as share,
    l.id as progress_id, l.body as report, l.state, l.reported_on, l.expected_finish, l.period,
    case when ${look.eyes !== 'safe'} and ${own(look, 't.id')} then l.difficulty end as difficulty,
    case when ${look.eyes !== 'safe'} and ${own(look, 't.id')} then l.help end as help,
    (select array_agg(coalesce(h.short, u.short) order by o.ordinal) from task_unit o join unit u on u.id = o.unit_id left join unit h on h.id = u.succeeded_by
     where o.task_id = t.id and o.role = 'lead') as leads,
    (select array_agg(coalesce(h.short, u.short) order by o.ordinal) from task_unit o join unit u on u.id = o.unit_id left join unit h on h.id = u.succeeded_by
     where o.task_id = t.id and o.role = 'responsible') as responsible,
    (select string_agg(case when adds_up then name || spoken(value, unit) || '/' || spoken(target, unit) || unit || '（'
        || case when value < target then least(99, round(100 * value / target)) else round(100 * value / target) end || '%）'
      else name || spoken(value, unit) || unit || '（目标' || case op when '<=' then '不超过' else '不少于' end || spoken(target, unit) || unit || '）' end,
      '，' order by ordinal) from lag where lag.task_id = t.id and value is not null) as readings,
    (select string_agg(name || case op when '<=' then '不超过' else '不少于' end || spoken(target, unit) || unit, '；' order by ordinal)
     from lag where lag.task_id = t.id) as targets,
    (select string_agg(name || spoken(earlier, unit) || '→' || spoken(value, unit) || unit, '，' order by ordinal)
     from lag where lag.task_id = t.id and value <> earlier) as moved
  from task t join document d on d.id = t.document_id join classed c on c.task_id = t.id join pace on pace.task_id = t.id
  left join finished f on f.task_id = t.id left join last l on l.task_id = t.id
  left join lateral (select kind, words from told where told.task_id = t.id and told.class = c.class order by rank limit 1) r on true
  where ${look.where}`
