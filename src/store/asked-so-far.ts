import type { AskedSoFar } from '../domain/record.ts'
import type { Db } from './db.ts'
import { TO_LIAISON } from './owing.ts'

const ASKED = `
  select q.unit_id as "unitId", unit.short as unit, q.kind, q.period, q.due_on as "dueOn", q.state,
    count(distinct a.rung) filter (where ${TO_LIAISON})::int as times,
    count(distinct a.rung) filter (where a.rung like 'press:%')::int as pressed,
    max(a.asked_on) filter (where ${TO_LIAISON}) as last
  from request q join unit on unit.id = q.unit_id
  left join ask a on a.request_id = q.id and a.outcome <> 'avoided'
  where q.state <> 'dropped' and ($1::bigint[] is null or q.unit_id = any ($1))
    and ($2::bigint[] is null or exists (select from request_task t where t.request_id = q.id and t.task_id = any ($2)))
  group by q.id, unit.short
  order by q.due_on desc, unit.short limit $3`

/** How often units were asked for what they owe, last due first; of these units and tasks, null: of all. */
export const readAskedSoFar = (
  db: Db,
  of: { readonly units: readonly number[] | null; readonly tasks: readonly number[] | null },
  limit: number,
): Promise<AskedSoFar[]> => db.query<AskedSoFar>(ASKED, [of.units, of.tasks, limit])
