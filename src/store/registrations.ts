import type { Sender } from '../domain/chat.ts'
import type { AdmitVerdict, Application, Desk, Leaver } from '../domain/registration.ts'
import type { Db } from './db.ts'
import { createOutbox } from './outbox.ts'
import { savePerson } from './save-person.ts'

const APPLY = `
  insert into registration (channel, account, name, unit_id, title, mobile, role, asked_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict do nothing
  returning id`

/** The row is locked, so that of two words said at once one is the first. */
const FIND = `
  select r.channel, r.account, r.name, r.unit_id as "unitId", unit.name as unit, r.title, r.mobile, r.role, r.decided
  from registration r join unit on unit.id = r.unit_id
  where r.id = $1
  for update of r`

const DECIDE = 'update registration set decided = $2, decided_by = $3, decided_at = $4 where id = $1'

const LINK = `
  insert into account (channel, account, person_id) values ($1, $2, $3)
  on conflict (channel, account) do update set person_id = excluded.person_id, closed_at = null`

const SUPERVISORS = `
  select account.channel, account.account, person.name
  from account
  join person on person.id = account.person_id
  join person_role on person_role.person_id = person.id and role = 'supervisor'
  where account.closed_at is null
  order by person.id, account.channel, account.account`

const CLOSE = `
  update account set closed_at = $3
  from person left join unit on unit.id = person.unit_id
  where account.channel = $1 and account.account = $2 and account.closed_at is null
    and person.id = account.person_id
  returning person.id as "personId", person.name, unit.name as unit,
    exists (select from person_role where person_id = person.id and role = 'liaison') as liaison`

export function createDesk(db: Db, unitNamed: Desk['unitNamed']): Desk {
  const outbox = createOutbox(db)
  return {
    unitNamed,
    async apply(a, at) {
      const values = [a.channel, a.account, a.name, a.unitId, a.title, a.mobile, a.role, at]
      const [row] = await db.query<{ id: number }>(APPLY, values)
      return row?.id ?? null
    },
    decide: (id, verdict, by) => db.tx((tx) => decide(tx, id, { verdict, ...by })),
    supervisors: () => db.query<Sender>(SUPERVISORS),
    async close({ channel, account }, at) {
      const [left] = await db.query<Leaver>(CLOSE, [channel, account, at])
      return left ?? null
    },
    tell: (sends, at) => outbox.plan(sends, at),
  }
}

interface Word {
  readonly verdict: AdmitVerdict
  readonly personId: number | null
  readonly at: Date
}

async function decide(db: Db, id: number, { verdict, personId, at }: Word) {
  const [row] = await db.query<Application & { decided: AdmitVerdict | null }>(FIND, [id])
  if (!row) return null
  const { decided, ...application } = row
  if (decided !== null) return { application, verdict: decided }
  await db.query(DECIDE, [id, verdict, personId, at])
  if (verdict === 'approved') await admit(db, application)
  return { application, verdict }
}

/** Someone known keeps the roles they had. */
async function admit(db: Db, a: Application): Promise<void> {
  const { name, title, unitId, mobile } = a
  const person = { name, title, unitId, mobile, email: null, roles: [a.role], oversees: [] }
  const { id } = await savePerson(db, person, { keep: true })
  await db.query(LINK, [a.channel, a.account, id])
}
