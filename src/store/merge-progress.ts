import type { Db } from './db.ts'
import { type AskedPlace, settle } from './settle-requests.ts'

/**
 * What $1 reported and owes becomes $2's, when the one turns out to be the other. Of two reports or requests for the same thing
 * $2's stands; the other report is kept as superseded, the other request's tasks and asks go over to the one that stays.
 */
export const MERGE_PROGRESS: readonly string[] = [
  `update progress p set superseded_at = now()
   where p.unit_id = $1 and p.superseded_at is null and exists (
     select from progress o where o.unit_id = $2 and o.task_id = p.task_id and o.period = p.period and o.superseded_at is null)`,
  'update progress set unit_id = $2 where unit_id = $1',
  `insert into request_task (request_id, task_id, capacity, state, note)
   select into_q.id, t.task_id, t.capacity, t.state, t.note from request q
   join request into_q on into_q.unit_id = $2 and into_q.kind = q.kind and into_q.period = q.period
     and into_q.stated_on = q.stated_on
   join request_task t on t.request_id = q.id where q.unit_id = $1 on conflict do nothing`,
  `insert into ask (request_id, rung, person_id, asked_on, outcome, reason, send_key, asked_at)
   select into_q.id, a.rung, a.person_id, a.asked_on, a.outcome, a.reason, a.send_key, a.asked_at from request q
   join request into_q on into_q.unit_id = $2 and into_q.kind = q.kind and into_q.period = q.period
     and into_q.stated_on = q.stated_on
   join ask a on a.request_id = q.id where q.unit_id = $1 on conflict do nothing`,
  `delete from request q using request o
   where q.unit_id = $1 and o.unit_id = $2 and o.kind = q.kind and o.period = q.period and o.stated_on = q.stated_on`,
  'update request set unit_id = $2 where unit_id = $1',
  `update hand_over h set state = 'cancelled' where h.unit_id = $1 and h.state = 'asked' and exists (
     select from hand_over o where o.unit_id = $2 and o.from_id = h.from_id and o.state = 'asked')`,
  'update hand_over set unit_id = $2 where unit_id = $1',
  `update task_decline d set verdict = 'withdrawn', ruled_at = now()
   where d.unit_id = $1 and d.verdict is null and exists (
     select from task_decline o where o.unit_id = $2 and o.task_id = d.task_id and o.verdict is null)`,
  'update task_decline set unit_id = $2 where unit_id = $1',
  'update task_decline set owner_id = $2 where owner_id = $1',
  'update task_decline set to_unit_id = $2 where to_unit_id = $1',
  `update handling_plan p set superseded_at = now()
   where p.unit_id = $1 and p.superseded_at is null and exists (
     select from handling_plan o where o.unit_id = $2 and o.task_id = p.task_id and o.superseded_at is null)`,
  'update handling_plan set unit_id = $2 where unit_id = $1',
  `update contact_list l set superseded_at = now()
   where l.unit_id = $1 and l.superseded_at is null and exists (
     select from contact_list o where o.unit_id = $2 and o.superseded_at is null)`,
  'update contact_list set unit_id = $2 where unit_id = $1',
  `update draft set body = jsonb_set(body, '{unitId}', to_jsonb($2::bigint))
   where settled_at is null and body ->> 'unitId' = $1::text`,
]

const TOLD = `
  select task_id as "taskId", unit_id as "unitId", period from progress
  where unit_id = $1 and superseded_at is null and review <> 'returned'`

const FILED = `
  update request_task t set state = 'known' from request q
  where q.id = t.request_id and q.unit_id = $1 and q.kind = 'handlingPlan' and t.state = 'asked' and exists (
    select from handling_plan p where p.task_id = t.task_id and p.unit_id = $1 and p.superseded_at is null)`

const ASKED_AGAIN = `
  update request q set state = 'open', answered_at = null
  where q.unit_id = $1 and q.state = 'answered' and q.kind <> 'contacts'
    and exists (select from request_task t where t.request_id = q.id and t.state = 'asked')`

const ANSWERED = `
  update request q set state = 'answered', answered_at = $2
  where q.unit_id = $1 and q.state = 'open' and case q.kind
    when 'contacts' then exists (
      select from contact_list c where c.unit_id = $1 and c.superseded_at is null and c.filed_on > q.stated_on - 365)
    else not exists (select from request_task t where t.request_id = q.id and t.state = 'asked') end`

/**
 * Settles what stays of a merged unit's requests by all that both have told and filed: what something is asked of is open again,
 * what nothing is asked of is answered. After `MERGE_PROGRESS`, in its transaction.
 */
export async function settleMerged(db: Db, unitId: number, at: Date): Promise<void> {
  await settle(db, await db.query<AskedPlace>(TOLD, [unitId]), at)
  await db.query(FILED, [unitId])
  await db.query(ASKED_AGAIN, [unitId])
  await db.query(ANSWERED, [unitId, at])
}
