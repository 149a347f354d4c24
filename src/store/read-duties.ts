import type { Reassignment } from '../domain/decline.ts'
import type { Day } from '../domain/span.ts'
import type { DutyDocument, OwedTask, ReadDuty } from '../remind/duty.ts'
import type { Db } from './db.ts'
import { CURRENT } from './read-documents.ts'

/** A document with duties or tasks, its tasks apart. */
export type DutyHead = Omit<DutyDocument, 'tasks' | 'duties' | 'place' | 'name'> & {
  readonly number: string | null
  readonly title: string
  readonly duties: readonly ReadDuty[]
}

/** A task as it is written: groups and names of former units not yet opened. `closed` ones are left out. */
export interface DutyTask extends Pick<OwedTask, 'taskId'> {
  readonly documentId: number
  readonly units: readonly {
    readonly role: 'effective_lead' | 'responsible' | 'supporting'
    readonly unitId: number
  }[]
}

/** All that requests are made of. */
export interface DutyRows {
  readonly documents: readonly DutyHead[]
  readonly tasks: readonly DutyTask[]
  /** Group, member, and the document that widens it so. */
  readonly widenings: readonly {
    readonly documentId: number
    readonly groupId: number
    readonly memberId: number
  }[]
  /** 不归我们, accepted. */
  readonly reassigned: readonly Reassignment[]
}

/**
 * `addedOn`: when any version of the document first came in. A plan without a period holds until its last deadline, or the
 * end of the year of its issue.
 */
const HEADS = `
  select d.id, d.series, d.number, d.title, d.issued_on as "issuedOn", d.period_start as start,
    coalesce(d.period_end, (select max(due_on) from task where document_id = d.id),
      make_date(extract(year from d.issued_on)::int, 12, 31)) as "end",
    (select (min(f.added_at) at time zone $1)::date from document v join file f on f.id = v.file_id
     where v.series = d.series) as "addedOn",
    (select coalesce(json_agg(json_build_object('who', x.who, 'to', x.to_whom, 'what', x.what, 'due', x.due_on, 'certainty', x.due_certainty,
       'recurrence', x.recurrence, 'from', x.from_on, 'until', x.until_on, 'month', x.due_month, 'day', x.due_day,
       'text', x.body) order by x.ordinal), '[]')
     from duty x where x.document_id = d.id) as duties
  from document d where ${CURRENT} order by d.id`

const TASKS = `
  select coalesce(t.origin_id, t.id) as "taskId", t.document_id as "documentId",
    json_agg(json_build_object('role', u.role, 'unitId', u.unit_id) order by u.role, u.ordinal) as units
  from task t
  join document d on d.id = t.document_id
  join task_unit u on u.task_id = t.id and u.unit_id is not null and u.role <> 'lead'
  where ${CURRENT} and t.withdrawn_at is null
    and not exists (select from closing c where c.task_id = coalesce(t.origin_id, t.id) and c.reopened_at is null)
  group by t.id order by t.document_id, t.ordinal`

const WIDENINGS = `
  select document_id as "documentId", group_id as "groupId", member_id as "memberId"
  from unit_member where document_id is not null order by document_id, group_id, member_id`

const REASSIGNED = `
  select task_id as "taskId", unit_id as "unitId", to_unit_id as "toUnitId"
  from task_decline where verdict = 'accepted' order by ruled_at, id`

export async function readDutyRows(db: Db, timeZone: string): Promise<DutyRows> {
  return {
    documents: await db.query<DutyHead & { addedOn: Day }>(HEADS, [timeZone]),
    tasks: await db.query<DutyTask>(TASKS),
    widenings: await db.query(WIDENINGS),
    reassigned: await db.query<Reassignment>(REASSIGNED),
  }
}

/** Changes whenever requests might: a short row, asked every minute. */
export async function dutyStamp(db: Db): Promise<string> {
  const [row] = await db.query<{ stamp: string }>(`
    select concat_ws('/',
      (select md5(string_agg(d.id || ':' || d.xmin, ',' order by d.id)) from document d where ${CURRENT}),
      (select max(id) from duty_change), (select count(*) || ':' || max(day) from calendar_day),
      (select count(*) || ':' || count(reopened_at) from closing), (select max(ruled_at) from task_decline),
      (select max(id) from unit)) as stamp`)
  return row?.stamp ?? ''
}
