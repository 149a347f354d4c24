import type { Colleague, PersonAccount, Roll } from '../domain/roll.ts'
import type { Db } from './db.ts'

const COLLEAGUE = `
  person.id as "personId", person.name, person.title, person.unit_id as "unitId",
  array(select role from person_role where person_id = person.id order by role) as roles`

const ACCOUNTS = `
  select account.channel, account.account, person.name, person.id as "personId"
  from account join person on person.id = account.person_id
  where account.closed_at is null and person.id = any ($1::bigint[])
  order by person.id, account.channel, account.account`

const OF_UNIT = `select ${COLLEAGUE} from person where unit_id = $1 order by id`

const LIAISONS = `
  select ${COLLEAGUE} from person
  join person_role r on r.person_id = person.id and r.role = 'liaison'
  where unit_id = any ($1::bigint[]) order by person.id`

const WITH_ROLE = `
  select ${COLLEAGUE} from person join person_role r on r.person_id = person.id and r.role = $1
  order by person.id`

export function createRoll(db: Db): Roll {
  return {
    accounts: (personIds) => db.query<PersonAccount>(ACCOUNTS, [personIds]),
    colleagues: (unitId) => db.query<Colleague>(OF_UNIT, [unitId]),
    liaisons: (unitIds) => db.query<Colleague>(LIAISONS, [unitIds]),
    withRole: (role) => db.query<Colleague>(WITH_ROLE, [role]),
  }
}
