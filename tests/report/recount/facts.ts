import type { Db } from '../../../src/store/db.ts'
import { tableOf } from './look-tables.ts'
import type { Look } from './standing-sql.ts'

/** One task as SQL has it, and everything with a figure in it that may be said of it. */
export interface TaskFact {
  readonly taskId: number
  readonly place: string
  readonly document: string
  readonly name: string
  readonly class: string
  readonly section: string
  readonly path: string
  /** 《公交候车环境提升方案》, the document's. */
  readonly title: string
  readonly said: readonly string[]
}

export interface Counted {
  readonly name: string
  readonly class: string
  readonly n: number
}

/** The recounted figures of one report. Every one is the result of a query over the tables. */
export interface Facts {
  readonly figures: Readonly<Record<string, number>>
  readonly classes: Readonly<Record<string, number>>
  readonly before: Readonly<Record<string, number>>
  readonly sorts: Readonly<Record<string, number>>
  readonly sections: readonly Counted[]
  readonly units: readonly Counted[]
  readonly trouble: Readonly<Record<string, number>>
  readonly owing: readonly Owing[]
  readonly pace: readonly PaceBar[]
  readonly trend: readonly (Counted & { readonly period: string })[]
  readonly tasks: readonly TaskFact[]
  /** Rows of the history of the one task. */
  readonly history: readonly string[]
  /** Its standing values, one a period. */
  readonly series: readonly { readonly period: string; readonly value: number; readonly unit: string }[]
}

export interface Owing {
  readonly unit: string
  readonly state: string
  readonly missing: number
  readonly asked: number
  readonly day: string
}

export interface PaceBar {
  readonly unit: string
  readonly share: number
  readonly pace: number
  /** The same in whole per cent. */
  readonly done: number
  readonly due: number
  readonly n: number
}

export interface Looks {
  readonly now: Look
  readonly before: Look | null
  readonly trend: readonly Look[]
  /** Whose duty to report is told; null: everybody's. */
  readonly units: readonly string[] | null
}

const said = (table: string): string => `
  select s.task_id as "taskId", s.place, s.document, s.name, s.class, s.section, array_to_string(s.path, '') as path, '《' || s.title || '》' as title,
    array_remove(array[s.name, s.document || s.place, s.place, s.readings, s.targets, s.moved, s.words, s.report, s.difficulty, s.help,
      said_day(s.due_on), s.due_on::text, '2026年' || said_day(s.due_on), said_day(s.expected_finish), s.reported_on::text,
      extract(year from s.expected_finish) || '年' || ltrim(said_day(s.expected_finish), '2027年')], null)
      || regexp_split_to_array(concat_ws('，', s.readings), '，') || regexp_split_to_array(concat_ws('，', s.report, s.difficulty, s.help), '[，。；]')
      || regexp_split_to_array(concat_ws('，', s.targets), '；') || regexp_split_to_array(concat_ws('，', s.moved), '，') as said
  from ${table} s order by s.document_id, s.task_id`

const names = (units: Looks['units']): string => `array['${(units ?? []).join("', '")}']::text[]`

/** From best to worst; what is owed and what is not known are alike. */
const rank = (of: string): string =>
  `array_position(array['done', 'onPace', 'due', 'slow', 'blocked', 'late'], replace(${of}.class, 'unknown', 'due'))`

const history = (table: string): string => `
  select period_said(p.period) || ' | ' || p.reported_on || ' ' || u.short || ' | ' || coalesce((
      select string_agg(r.metric || spoken(r.value, r.unit) || r.unit, '，' order by r.ordinal) from reading r where r.progress_id = p.id), '—')
    || ' | ' || p.body || coalesce('（困难：' || p.difficulty || '）', '') || ' | '
    || case p.review when 'pending' then '待审核' when 'confirmed' then '已确认' else '已退回' end
    || case when p.superseded_at is null then '' else '，已更正' end as row
  from progress p join unit u on u.id = p.unit_id where p.task_id = (select min(task_id) from ${table}) order by p.id`

const series = (table: string): string => `
  select substr(period_said(p.period), 6) as period, r.value::float8 as value, r.unit from progress p join reading r on r.progress_id = p.id
  where p.superseded_at is null and p.task_id = (select min(task_id) from ${table}) order by p.period`

/** Table and column names are the tests' own; nothing from outside is in them. */
export async function factsOf(db: Db, { now, before, trend, units }: Looks): Promise<Facts> {
  const t = await tableOf(db, now)
  const old = before === null ? null : await tableOf(db, before)
  const rows = <T>(sql: string): Promise<T[]> => db.query<T & object>(sql) as Promise<T[]>
  const tally = async (sql: string): Promise<Record<string, number>> =>
    Object.fromEntries((await rows<Counted>(sql)).map(({ name, n }) => [name, n]))
  const held = `class in ('late', 'slow', 'blocked')`
  const [figures] = await rows<Record<string, number>>(`
    select count(*)::int as total, (count(*) filter (where closed))::int as closed,
      (count(*) filter (where moved is not null))::int as moved,
      (count(*) filter (where ${held}))::int as held,
      (count(*) filter (where help is not null and not closed))::int as helped,
      (count(*) filter (where class = 'late' and difficulty is null and help is null))::int as unexplained,
      (count(*) filter (where class <> 'done' and due_on > '${now.today}' and due_on <=
        case when '${now.today}' < period_end('${now.period}') then period_end('${now.period}') else next_end('${now.period}') end))::int as due,
      (count(*) filter (where leads && ${names(units)}))::int as led, (count(*) filter (where not leads && ${names(units)}))::int as others,
      (select count(*)::int from progress where task_id in (select task_id from ${t})) as reports,
      (select count(*)::int from (select distinct unnest(coalesce(leads, responsible)) from ${t} where ${held}) u) as "troubledUnits"
    from ${t}`)
  const moved =
    old === null
      ? {}
      : (
          await rows<Record<string, number>>(`
    select (count(*) filter (where n.class = 'done' and b.class <> 'done'))::int as "newDone",
      (count(*) filter (where b.class in ('late', 'slow', 'blocked') and n.class not in ('late', 'slow', 'blocked')))::int as eased,
      (count(*) filter (where b.class not in ('late', 'slow', 'blocked') and n.class in ('late', 'slow', 'blocked')))::int as fell,
      (count(*) filter (where ${rank('n')} < ${rank('b')}))::int as better,
      (count(*) filter (where ${rank('n')} > ${rank('b')}))::int as worse
    from ${t} n join ${old} b using (task_id)`)
        )[0]
  return {
    figures: { ...figures!, ...moved, ...(await asks(rows, now)) },
    classes: await tally(`select class as name, count(*)::int as n from ${t} group by 1`),
    before:
      old === null ? {} : await tally(`select class as name, count(*)::int as n from ${old} group by 1`),
    sorts: await tally(`select kind as name, count(*)::int as n from ${t} where ${held} group by 1`),
    sections: await rows<Counted>(`select section as name, class, count(*)::int as n from ${t} group by 1, 2
      union all select '《' || title || '》', class, count(*)::int from ${t} group by 1, 2`),
    units: await rows<Counted>(
      `select u as name, class, count(*)::int as n from ${t}, unnest(coalesce(leads, responsible)) u group by 1, 2`,
    ),
    trouble: await tally(
      `select u as name, count(*)::int as n from ${t}, unnest(coalesce(leads, responsible)) u where ${held} group by 1`,
    ),
    owing: await owing(rows, now, units),
    pace: await rows<PaceBar>(`
      select u as unit, round(avg(least(1, share)) * 100, 1)::float8 as share, round(avg(pace) * 100, 1)::float8 as pace,
        round(avg(least(1, share)) * 100)::int as done, round(avg(pace) * 100)::int as due, count(*)::int as n
      from ${t}, unnest(coalesce(leads, responsible)) u where share is not null group by 1`),
    trend: (
      await Promise.all(
        trend.map(async (look) =>
          (
            await rows<Counted>(
              `select class as name, class, count(*)::int as n from ${await tableOf(db, look)} group by 1`,
            )
          ).map((row) => ({ ...row, period: look.period })),
        ),
      )
    ).flat(),
    tasks: await rows<TaskFact>(said(t)),
    series: await rows(series(t)),
    history: (await rows<{ row: string }>(history(t))).map(({ row }) => row),
  }
}

type Rows = <T>(sql: string) => Promise<T[]>

async function asks(rows: Rows, { period, eyes }: Look): Promise<Record<string, number>> {
  if (eyes !== 'all') return {}
  const [row] = await rows<Record<string, number>>(`
    select (count(*) filter (where outcome = 'sent'))::int as sent, (count(*) filter (where outcome = 'merged'))::int as merged,
      (count(*) filter (where outcome = 'avoided'))::int as avoided
    from ask join request q on q.id = ask.request_id where q.period = '${period}'`)
  return row!
}

const owing = (rows: Rows, { period, today }: Look, units: Looks['units']): Promise<Owing[]> =>
  rows<Owing>(`
    select u.short as unit, case when q.state <> 'open' then 'done' when q.due_on < '${today}' then 'late' else 'open' end as state,
      said_day(q.due_on) as day,
      (select count(*)::int from request_task k where k.request_id = q.id and k.state = 'asked') as missing,
      (select count(distinct rung)::int from ask a where a.request_id = q.id and outcome <> 'avoided') as asked
    from request q join unit u on u.id = q.unit_id where q.period = '${period}'
      ${units === null ? '' : `and u.short = any (${names(units)})`}`)
