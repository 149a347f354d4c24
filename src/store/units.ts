import type { RegistryFile } from '../domain/registry-file.ts'
import { type Unit, type UnitRegistry, unitRegistry } from '../domain/unit.ts'
import type { Db } from './db.ts'
import { jsonOf } from './json.ts'

/** Every unit the database knows, with aliases, successors and standing members. */
export async function readUnitRegistry(db: Db): Promise<UnitRegistry> {
  return unitRegistry((await db.query<UnitRow>(UNITS)).map(unitOf))
}

interface UnitRow {
  readonly id: number
  readonly place: string | null
  readonly name: string
  readonly short: string
  readonly kind: Unit['kind']
  readonly succeeded_by: number | null
  readonly succeeded_on: string | null
  readonly certainty: 'certain' | 'likely'
  readonly aliases: readonly string[]
  readonly members: readonly number[]
}

const UNITS = `
  select id, place, name, short, kind, succeeded_by, succeeded_on, certainty,
    array(select alias from unit_alias where unit_id = unit.id order by alias) as aliases,
    array(select member_id from unit_member where group_id = unit.id and document_id is null order by member_id) as members
  from unit
  order by id`

function unitOf(row: UnitRow): Unit {
  const { id, place, name, short, kind, aliases, members } = row
  const successor =
    row.succeeded_by === null
      ? null
      : { id: row.succeeded_by, on: row.succeeded_on, certainty: row.certainty }
  return { id, place, name, short, kind, aliases, members, successor }
}

/**
 * Brings a registry file in. Units already there are completed, never renamed or removed: a supervisor's own entries
 * stay. Safe to run at every start.
 */
export async function loadRegistry(db: Db, file: RegistryFile): Promise<void> {
  const units = [...file.units, ...file.groups.map((group) => ({ ...group, kind: 'group' as const }))]
  const rows = units.map(({ name, short, kind, note, aliases }) => ({ name, short, kind, note, aliases }))
  await db.tx(async (tx) => {
    await tx.query(KEEP_UNITS, [jsonOf(rows), file.place])
    await tx.query(KEEP_ALIASES, [jsonOf(rows), file.place])
    await tx.query(KEEP_SUCCESSORS, [jsonOf(file.units.flatMap(successionOf)), file.place])
    const memberships = file.groups.flatMap((group) => membershipsOf(group, file))
    await tx.query(KEEP_MEMBERS, [jsonOf(memberships), file.place])
  })
}

const KEEP_UNITS = `
  insert into unit (name, place, short, kind, note)
  select name, $2, short, kind, note from jsonb_to_recordset($1::jsonb) as r (name text, short text, kind text, note text)
  on conflict (name, coalesce(place, '')) do update set status = 'known' where unit.status <> 'known'`

const KEEP_ALIASES = `
  insert into unit_alias (unit_id, alias, source)
  select unit.id, alias, 'registry'
  from jsonb_to_recordset($1::jsonb) as r (name text, aliases text[])
  join unit on unit.name = r.name and unit.place is not distinct from $2, unnest(r.aliases) as alias
  on conflict do nothing`

const KEEP_SUCCESSORS = `
  update unit set succeeded_by = next.id, succeeded_on = r.day, certainty = r.certainty
  from jsonb_to_recordset($1::jsonb) as r (name text, next text, day text, certainty text)
  join unit next on next.name = r.next and next.place is not distinct from $2
  where unit.name = r.name and unit.place is not distinct from $2 and unit.succeeded_by is null`

const KEEP_MEMBERS = `
  insert into unit_member (group_id, member_id, certainty)
  select g.id, m.id, r.certainty
  from jsonb_to_recordset($1::jsonb) as r ("group" text, member text, certainty text)
  join unit g on g.name = r."group" and g.place is not distinct from $2
  join unit m on m.name = r.member and m.place is not distinct from $2
  on conflict do nothing`

function successionOf({ name, successor }: RegistryFile['units'][number]) {
  if (successor === undefined) return []
  return [{ name, next: successor.name, day: successor.on, certainty: successor.certainty }]
}

function membershipsOf(group: RegistryFile['groups'][number], file: RegistryFile) {
  const byKind = file.units.filter((unit) => group.kinds.includes(unit.kind)).map((unit) => unit.name)
  const members = [...new Set([...group.members, ...byKind])]
  return members.map((member) => ({ group: group.name, member, certainty: group.certainty }))
}

export async function addAliases(
  db: Db,
  unitId: number,
  aliases: readonly string[],
  source: 'registry' | 'document' | 'supervisor',
): Promise<void> {
  await db.query(
    `insert into unit_alias (unit_id, alias, source) select $1, alias, $3 from unnest($2::text[]) as alias
     on conflict do nothing`,
    [unitId, aliases, source],
  )
}
