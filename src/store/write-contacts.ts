import type { Filed, FiledForm } from '../domain/handling-plan.ts'
import { writeAudit } from './audit.ts'
import type { Db } from './db.ts'
import type { Filing } from './handling-plans.ts'
import { jsonOf } from './json.ts'
import { readContactLists } from './read-handling-plans.ts'

const SAID = 'select id from contact_list where message_key = $1 and unit_id = $2'

const SUPERSEDE = `
  update contact_list set superseded_at = $2 where unit_id = $1 and superseded_at is null returning id`

const ADD = `
  insert into contact_list (unit_id, person_id, message_key, filed_at, filed_on, supersedes)
  values ($1, $2, $3, $4, $5, $6) returning id`

const ADD_CONTACTS = `
  insert into contact (list_id, ordinal, unit, role, name, title, office_phone, mobile, note)
  select $2, ordinal, unit, role, name, title, "officePhone", mobile, note
  from jsonb_to_recordset($1::jsonb) as r (ordinal int, unit text, role text, name text, title text,
    "officePhone" text, mobile text, note text)`

type ContactsForm = Extract<FiledForm, { readonly kind: 'contacts' }>

/** See `HandlingPlans.file`: the list replaces the unit's last one as a whole. Inside a transaction. */
export async function writeContactList(db: Db, { form, unitId, hand }: Filing<ContactsForm>): Promise<Filed> {
  const filed = { rows: form.rows.length, homeless: [] }
  if ((await db.query(SAID, [hand.messageKey, unitId])).length > 0) return filed
  const [before] = await readContactLists(db, { units: [unitId] })
  const [old] = await db.query<{ id: number }>(SUPERSEDE, [unitId, hand.at])
  const values = [unitId, hand.personId, hand.messageKey, hand.at, hand.today, old?.id ?? null]
  const [made] = await db.query<{ id: number }>(ADD, values)
  const contacts = form.rows.map(({ place: _, ...row }, ordinal) => ({ ...row, ordinal }))
  await db.query(ADD_CONTACTS, [jsonOf(contacts), made!.id])
  const [after] = await readContactLists(db, { units: [unitId] })
  const entry = {
    what: 'contacts',
    subject: 'contact_list',
    subjectId: made!.id,
    before: before ?? null,
    after,
  }
  await writeAudit(db, [entry], hand)
  return filed
}
