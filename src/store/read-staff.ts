import type { StaffRead, StaffRow } from '../answer/ledger.ts'
import type { Db } from './db.ts'

const LIAISONS = `
  select p.name, p.title, u.short as unit
  from person p join person_role r on r.person_id = p.id and r.role = 'liaison' join unit u on u.id = p.unit_id
  where u.id = any ($1) order by p.id`

const OVERSEERS = `
  select p.name, p.title, u.short as unit
  from oversight o join person p on p.id = o.person_id join unit u on u.id = o.unit_id
  where u.id = any ($1) order by p.id, u.id`

const OVERSEEN = `
  select p.name, p.title, u.short as unit
  from oversight o join person p on p.id = o.person_id join unit u on u.id = o.unit_id
  where p.name = $1 order by p.id, u.id`

/** Who reports for units or has them under them; the units under a person. */
export function readStaffRows(db: Db, read: StaffRead): Promise<StaffRow[]> {
  if (read.of === 'overseen') return db.query<StaffRow>(OVERSEEN, [read.name])
  return db.query<StaffRow>(read.of === 'liaison' ? LIAISONS : OVERSEERS, [read.units])
}
