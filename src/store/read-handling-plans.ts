import type { ContactList, HandlingPlan } from '../domain/handling-plan.ts'
import type { Db } from './db.ts'

/** Standing ones of these units, of all (null), or rows by id whether they stand or not. */
export type Which = { readonly units: readonly number[] | null } | { readonly ids: readonly number[] }

const PLANS = `
  select p.id, p.unit_id as "unitId", unit.short as unit, p.task_id as "taskId", p.label, p.body as text,
    person.name as person, p.filed_on as "filedOn", p.supersedes,
    coalesce((
      select jsonb_agg(jsonb_build_object('work', s.work, 'measures', s.measures, 'finishOn', s.finish_on, 'finish', s.finish,
        'chief', s.chief, 'handler', s.handler, 'phone', s.phone) order by s.ordinal)
      from plan_step s where s.plan_id = p.id), '[]') as steps
  from handling_plan p join unit on unit.id = p.unit_id left join person on person.id = p.person_id
  where case when $2::bigint[] is null then p.superseded_at is null and ($1::bigint[] is null or p.unit_id = any ($1))
    else p.id = any ($2) end
  order by p.unit_id, p.task_id nulls last, p.id`

export const readPlans = (db: Db, which: Which): Promise<HandlingPlan[]> =>
  db.query<HandlingPlan>(PLANS, valuesOf(which))

const LISTS = `
  select l.id, l.unit_id as "unitId", unit.short as unit, person.name as person, l.filed_on as "filedOn", l.supersedes,
    coalesce((
      select jsonb_agg(jsonb_build_object('unit', c.unit, 'role', c.role, 'name', c.name, 'title', c.title,
        'officePhone', c.office_phone, 'mobile', c.mobile, 'note', c.note) order by c.ordinal)
      from contact c where c.list_id = l.id), '[]') as contacts
  from contact_list l join unit on unit.id = l.unit_id left join person on person.id = l.person_id
  where case when $2::bigint[] is null then l.superseded_at is null and ($1::bigint[] is null or l.unit_id = any ($1))
    else l.id = any ($2) end
  order by l.unit_id, l.id`

export const readContactLists = (db: Db, which: Which): Promise<ContactList[]> =>
  db.query<ContactList>(LISTS, valuesOf(which))

const valuesOf = (which: Which) => ('ids' in which ? [null, which.ids] : [which.units, null])
