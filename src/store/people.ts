import type { Role, Viewer } from '../domain/person.ts'
import type { Db } from './db.ts'
import { VIEWER_COLUMNS, viewerOf } from './viewers.ts'

export interface NewPerson {
  readonly name: string
  readonly title: string | null
  readonly unitId: number | null
  readonly roles: readonly Role[]
  /** Units the person has under them (分管). */
  readonly oversees: readonly number[]
}

/** Adds a person with roles and oversight in one transaction; returns the id. */
export async function addPerson(db: Db, person: NewPerson): Promise<number> {
  return db.tx(async (tx) => {
    const [row] = await tx.query<{ id: number }>(
      'insert into person (name, title, unit_id) values ($1, $2, $3) returning id',
      [person.name, person.title, person.unitId],
    )
    const id = row!.id
    await tx.query('insert into person_role (person_id, role) select $1, unnest($2::text[])', [
      id,
      person.roles,
    ])
    await tx.query('insert into oversight (person_id, unit_id) select $1, unnest($2::bigint[])', [
      id,
      person.oversees,
    ])
    return id
  })
}

export async function countPeople(db: Db): Promise<number> {
  const [row] = await db.query<{ count: number }>('select count(*) as count from person')
  return row!.count
}

/** Everyone, as viewers; for a command line that names a person. */
export async function readViewers(db: Db): Promise<Viewer[]> {
  const rows = await db.query<Viewer>(`
    select ${VIEWER_COLUMNS} from person left join unit on unit.id = person.unit_id order by person.id`)
  return rows.map(viewerOf)
}
