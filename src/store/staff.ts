import type { Addressee, Staff } from '../domain/reminding.ts'
import type { Address } from '../domain/send.ts'
import type { Day } from '../domain/span.ts'
import type { Db } from './db.ts'
import { readLeaves } from './leaves.ts'

/**
 * Feishu before the web chat: one card a person, where they are reached best. An account the platform called gone (resigned, bot
 * stopped) reaches nobody until what could not be sent is sent again (`duban outbox --resend`).
 */
const PEOPLE = `
  select p.id as "personId", p.name, p.title, p.unit_id as "unitId",
    array(select role from person_role where person_id = p.id) as roles,
    array(select unit_id from oversight where person_id = p.id order by unit_id) as oversees,
    (select json_build_object('kind', 'person', 'channel', a.channel, 'account', a.account)
     from account a where a.person_id = p.id and a.closed_at is null and not exists (
       select from outbox o
       where o.state = 'dead' and o.failure_verdict = 'gone' and o.channel = a.channel and o.place = a.account)
     order by a.channel = 'feishu' desc, a.channel, a.account limit 1) as "to"
  from person p order by p.id`

interface Row extends Addressee {
  readonly roles: readonly string[]
  readonly oversees: readonly number[]
  readonly to: Address | null
}

/** Who is who for the ladder, in the order they were registered. */
export async function readStaff(db: Db, today: Day): Promise<Staff> {
  const rows = await db.query<Row>(PEOPLE)
  const withRole = (role: string) => rows.filter(({ roles }) => roles.includes(role))
  return {
    people: rows,
    liaisons: withRole('liaison'),
    leaders: withRole('leader'),
    supervisors: withRole('supervisor'),
    leaves: await readLeaves(db, today),
  }
}
