import type { Role } from '../domain/person.ts'
import { AppError } from '../errors.ts'
import type { Db } from './db.ts'

export interface SavedPerson {
  readonly name: string
  readonly title: string | null
  readonly unitId: number
  readonly mobile: string | null
  readonly email: string | null
  readonly roles: readonly Role[]
  readonly oversees: readonly number[]
}

/** The person of this mobile, else of this name in this unit who has no other mobile. */
const FIND = `
  select id from person
  where right(regexp_replace(mobile, '\\D', '', 'g'), 11) = right(regexp_replace($3, '\\D', '', 'g'), 11)
    or (name = $1 and unit_id = $2 and (mobile is null or $3::text is null))
  order by mobile is null, id limit 1`

const ADD =
  'insert into person (name, title, unit_id, mobile, email) values ($1, $2, $3, $4, $5) returning id'

/** What a list leaves empty stays as it was. */
const CHANGE = `
  update person set name = $2, title = coalesce($3, title), unit_id = $4, mobile = coalesce($5, mobile),
    email = coalesce($6, email)
  where id = $1`

/**
 * Adds the person or brings the known one up to date; roles and oversight become those given, or with `keep` are added to
 * those the person has.
 */
export function savePerson(
  db: Db,
  person: SavedPerson,
  { keep = false }: { readonly keep?: boolean } = {},
): Promise<{ readonly id: number; readonly known: boolean }> {
  const { name, title, unitId, mobile, email } = person
  return db.tx(async (tx) => {
    const [known] = await tx.query<{ id: number }>(FIND, [name, unitId, mobile])
    const [made] = known ? [known] : await tx.query<{ id: number }>(ADD, [name, title, unitId, mobile, email])
    if (!made) throw new AppError('database', '没有记下这个人。')
    if (known) await tx.query(CHANGE, [known.id, name, title, unitId, mobile, email])
    if (!keep) await dropRoles(tx, made.id, person)
    await addRoles(tx, made.id, person)
    return { id: made.id, known: known !== undefined }
  })
}

async function dropRoles(db: Db, id: number, { roles, oversees }: SavedPerson): Promise<void> {
  await db.query('delete from person_role where person_id = $1 and role <> all ($2)', [id, roles])
  await db.query('delete from oversight where person_id = $1 and unit_id <> all ($2::bigint[])', [
    id,
    oversees,
  ])
}

async function addRoles(db: Db, id: number, { roles, oversees }: SavedPerson): Promise<void> {
  await db.query(
    'insert into person_role (person_id, role) select $1, unnest($2::text[]) on conflict do nothing',
    [id, roles],
  )
  await db.query(
    'insert into oversight (person_id, unit_id) select $1, unnest($2::bigint[]) on conflict do nothing',
    [id, oversees],
  )
}
