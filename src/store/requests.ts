import type { Hand } from '../domain/progress.ts'
import type { Request } from '../domain/request.ts'
import type { Day } from '../domain/span.ts'
import { writeAudit } from './audit.ts'
import type { Db } from './db.ts'
import { TO_LIAISON } from './owing.ts'

const COLUMNS = `
  q.id, q.unit_id as "unitId", unit.short as unit, q.kind, q.period, q.due_on as "dueOn", q.stated_on as "statedOn",
  q.opens_on as "opensOn", q.grounds, q.state, q.answered_at as "answeredAt", q.reopened_on as "reopenedOn",
  (select count(distinct a.rung)::int from ask a where a.request_id = q.id and a.outcome <> 'avoided' and ${TO_LIAISON}) as asked,
  (select coalesce(json_agg(json_build_object('taskId', t.task_id, 'capacity', t.capacity, 'state', t.state, 'note', t.note)
     order by t.task_id), '[]')
   from request_task t where t.request_id = q.id) as tasks`
const FROM = 'from request q join unit on unit.id = q.unit_id'
const IN_ORDER = 'order by q.due_on, q.kind desc, q.id'

/** What units owe, read. */
export interface RequestReads {
  /** Open requests of a unit that may be asked for, earliest due first. */
  open(unitId: number, today: Day): Promise<readonly Request[]>
  find(id: number): Promise<Request | null>
  /** Newest request of the unit for each of these tasks (first versions), answered ones too. */
  latest(unitId: number, taskIds: readonly number[]): Promise<readonly Request[]>
  /** Open requests of all units that may be asked for, earliest due first. */
  unreported(today: Day): Promise<readonly Request[]>
  /** Answered ones, by the day they were stated for. */
  answered(window: { readonly from: Day; readonly to: Day }): Promise<readonly Request[]>
  /** 稍后提醒: nobody asks the person for these before `until`. The last word holds. */
  snooze(requestIds: readonly number[], until: Day, hand: Hand): Promise<void>
}

const LATEST = `
  q.id in (
    select distinct on (t.task_id) r.id from request r join request_task t on t.request_id = r.id
    where r.unit_id = $1 and t.task_id = any ($2) and r.kind = 'progress' and r.state <> 'dropped'
    order by t.task_id, r.due_on desc, r.id desc)`

const SNOOZE = `
  insert into snooze (request_id, person_id, until_on, made_at) select unnest($1::bigint[]), $2, $3, $4
  on conflict (request_id, person_id) do update set until_on = excluded.until_on, made_at = excluded.made_at`

export function requestReads(db: Db): RequestReads {
  const read = (where: string, values: readonly unknown[]): Promise<Request[]> =>
    db.query<Request>(`select ${COLUMNS} ${FROM} where ${where} ${IN_ORDER}`, values)
  return {
    open: (unitId, today) =>
      read(`q.unit_id = $1 and q.state = 'open' and q.opens_on <= $2`, [unitId, today]),
    find: async (id) => (await read('q.id = $1', [id]))[0] ?? null,
    latest: (unitId, taskIds) => read(LATEST, [unitId, taskIds]),
    unreported: (today) => read(`q.state = 'open' and q.opens_on <= $1`, [today]),
    answered: ({ from, to }) => read(`q.state = 'answered' and q.stated_on between $1 and $2`, [from, to]),
    snooze: (requestIds, until, hand) => db.tx((tx) => snooze(tx, { requestIds, until }, hand)),
  }
}

interface Putting {
  readonly requestIds: readonly number[]
  readonly until: Day
}

async function snooze(db: Db, { requestIds, until }: Putting, hand: Hand): Promise<void> {
  const old = await db.query<Snooze>(SNOOZED, [requestIds, hand.personId])
  await db.query(SNOOZE, [requestIds, hand.personId, until, hand.at])
  const before = (id: number) => old.find(({ requestId }) => requestId === id) ?? null
  const entries = requestIds.map((id) => ({
    ...{ what: 'snooze', subject: 'request', subjectId: id, before: before(id) },
    after: { requestId: id, personId: hand.personId, until },
  }))
  await writeAudit(db, entries, hand)
}

/** Since when requests are made, and the first stated day of those that are open. */
export interface Beginning {
  readonly since: Day
  readonly open: Day | null
}

const BEGINNING = `
  select (min(opened_at) at time zone $1)::date as since, min(stated_on) filter (where state = 'open') as open from request`

/** Null: there never was a request. */
export async function requestsBegan(db: Db, timeZone: string): Promise<Beginning | null> {
  const [row] = await db.query<{ since: Day | null; open: Day | null }>(BEGINNING, [timeZone])
  return row?.since == null ? null : { since: row.since, open: row.open }
}

/** Until when a person asked not to be reminded of a request. */
export interface Snooze {
  readonly requestId: number
  readonly personId: number
  readonly until: Day
}

const SNOOZED = `
  select request_id as "requestId", person_id as "personId", until_on as until from snooze
  where request_id = any ($1) and person_id = $2 for update`

export const readSnoozes = (db: Db): Promise<Snooze[]> =>
  db.query<Snooze>(`
    select s.request_id as "requestId", s.person_id as "personId", s.until_on as until
    from snooze s join request q on q.id = s.request_id where q.state = 'open'`)
