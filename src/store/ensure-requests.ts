import { endingWith } from '../domain/period.ts'
import type { PlannedRequest } from '../domain/request.ts'
import type { Day } from '../domain/span.ts'
import type { Db } from './db.ts'
import { jsonOf } from './json.ts'
import { sameBody } from './same-body.ts'

export interface Ensured {
  readonly opened: number
  readonly dropped: number
}

const REQUESTS = `
  insert into request (unit_id, kind, period, due_on, stated_on, opens_on, grounds, opened_at)
  select "unitId", kind, period, "dueOn", "statedOn", "opensOn", grounds, $2
  from jsonb_to_recordset($1::jsonb) as p ("unitId" bigint, kind text, period text, "dueOn" date, "statedOn" date,
    "opensOn" date, grounds jsonb, n int)
  order by n
  on conflict (unit_id, kind, period, stated_on) do update
  set due_on = excluded.due_on, opens_on = excluded.opens_on, grounds = excluded.grounds,
    state = case request.state when 'dropped' then 'open' else request.state end
  where (request.due_on, request.opens_on, request.grounds) is distinct from
      (excluded.due_on, excluded.opens_on, excluded.grounds) or request.state = 'dropped'
  returning id, xmax = 0 as fresh`

const PLANNED = `
  select q.id, p.tasks, p.ending
  from jsonb_to_recordset($1::jsonb) as p ("unitId" bigint, kind text, period text, "statedOn" date, tasks jsonb, ending text[])
  join request q on q.unit_id = p."unitId" and q.kind = p.kind and q.period = p.period and q.stated_on = p."statedOn"`

/**
 * What the unit has told of a period that ends on the same day, a task confirmed as done, and a handling plan that was filed
 * need not be asked for; nor a task the unit says is not its own, until a supervisor has ruled.
 */
const TASKS = `
  with planned as (${PLANNED})
  insert into request_task (request_id, task_id, capacity, state, note)
  select p.id, t."taskId", t.capacity, coalesce(told.state, done.state, filed.state, declined.state, 'asked'), coalesce(done.note, declined.note)
  from planned p
  join request q on q.id = p.id,
  jsonb_to_recordset(p.tasks) as t ("taskId" bigint, capacity text)
  left join lateral (
    select case when bool_or(g.period = q.period) then 'reported' else 'known' end as state
    from progress g
    where g.task_id = t."taskId" and ${sameBody('g.unit_id', 'q.unit_id', '$2::timestamptz')} and g.superseded_at is null and g.review <> 'returned'
      and g.period = any (p.ending) and q.kind = 'progress'
    having count(*) > 0) told on true
  left join lateral (
    select 'known' as state, '已完成' as note
    from progress g
    where g.task_id = t."taskId" and g.superseded_at is null and g.review = 'confirmed' and g.capacity = 'lead'
      and q.kind = 'progress'
    group by g.task_id
    having (array_agg(g.state order by g.reported_at desc))[1] = 'done') done on told.state is null
  left join lateral (
    select 'known' as state from handling_plan h
    where h.task_id = t."taskId" and ${sameBody('h.unit_id', 'q.unit_id', '$2::timestamptz')} and h.superseded_at is null
      and q.kind = 'handlingPlan') filed on true
  left join lateral (
    select 'declined' as state, d.reason as note from task_decline d
    where d.task_id = t."taskId" and ${sameBody('d.unit_id', 'q.unit_id', '$2::timestamptz')} and d.verdict is null) declined on told.state is null
  on conflict (request_id, task_id) do update set capacity = excluded.capacity
  where request_task.capacity <> excluded.capacity
  returning request_id`

/** Tasks that a new version or a closing took out of a request. What was said of them stays. */
const GONE_TASKS = `
  with planned as (${PLANNED})
  delete from request_task t using planned p
  where t.request_id = p.id and t.state = 'asked'
    and not exists (
      select from jsonb_to_recordset(p.tasks) as k ("taskId" bigint) where k."taskId" = t.task_id)`

/** Open requests of the window that nothing asks for any more: their duty ended or was moved, their document was replaced. */
const DROP = `
  with planned as (${PLANNED})
  update request q set state = 'dropped'
  where q.state = 'open' and q.stated_on between $2 and $3 and not exists (select from planned p where p.id = q.id)
  returning q.id`

/** The names of people are known where the unit has a liaison with a number, or filed its list within a year. */
const CONTACTS_KNOWN = `
  update request q set state = 'answered', answered_at = $1
  where q.state = 'open' and q.kind = 'contacts' and (
    exists (
      select from person p join person_role r on r.person_id = p.id and r.role = 'liaison'
      where p.unit_id = q.unit_id and p.mobile is not null)
    or exists (
      select from contact_list c
      where c.unit_id = q.unit_id and c.superseded_at is null and c.filed_on > q.stated_on - 365))`

const SETTLED = `
  update request q set state = 'answered', answered_at = $1
  where q.state = 'open' and q.kind <> 'contacts'
    and not exists (select from request_task t where t.request_id = q.id and t.state = 'asked')`

const UNSETTLED = `
  update request q set state = 'open', answered_at = null
  where q.state = 'answered' and q.kind = 'progress' and q.id = any ($1::bigint[])
    and exists (select from request_task t where t.request_id = q.id and t.state = 'asked')`

/** Requests of which nothing need be asked any more are answered. */
export async function settleKnown(db: Db, now: Date): Promise<void> {
  await db.query(CONTACTS_KNOWN, [now])
  await db.query(SETTLED, [now])
}

/**
 * Makes the requests that are due to be asked for: those planned are there, those no longer planned are dropped. Done
 * again it changes nothing. `window`: the stated days the plan was made for; nothing outside of it is touched.
 */
export function ensureRequests(
  db: Db,
  planned: readonly PlannedRequest[],
  at: { readonly now: Date; readonly window: { readonly from: Day; readonly to: Day } },
): Promise<Ensured> {
  const rows = jsonOf(planned.map((one, n) => ({ ...one, n, ending: endingWith(one.period) })))
  return db.tx(async (tx) => {
    const made = await tx.query<{ fresh: boolean }>(REQUESTS, [rows, at.now])
    const added = await tx.query<{ request_id: number }>(TASKS, [rows, at.now])
    await tx.query(GONE_TASKS, [rows])
    const dropped = await tx.query(DROP, [rows, at.window.from, at.window.to])
    await tx.query(UNSETTLED, [added.map((row) => row.request_id)])
    await settleKnown(tx, at.now)
    return { opened: made.filter(({ fresh }) => fresh).length, dropped: dropped.length }
  })
}
