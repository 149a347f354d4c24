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
]
