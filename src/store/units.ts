import type { RegistryFile } from '../domain/registry-file.ts'
import { type Unit, type UnitRegistry, unitRegistry } from '../domain/unit.ts'
import type { Db } from './db.ts'

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
 * stay. Safe to run at every start. Call it inside a transaction.
 */
export async function loadRegistry(db: Db, file: RegistryFile): Promise<void> {
  const ids = new Map<string, number>()
  for (const unit of file.units) ids.set(unit.name, await keepUnit(db, { ...unit, place: file.place }))
  for (const group of file.groups) {
    ids.set(group.name, await keepUnit(db, { ...group, kind: 'group', place: file.place }))
  }
  for (const { name, successor } of file.units) {
    if (successor === undefined) continue
    await db.query(
      'update unit set succeeded_by = $2, succeeded_on = $3, certainty = $4 where id = $1 and succeeded_by is null',
      [ids.get(name), ids.get(successor.name), successor.on, successor.certainty],
    )
  }
  for (const group of file.groups) {
    const byKind = file.units.filter((u) => group.kinds.includes(u.kind)).map((u) => u.name)
    const members = [...new Set([...group.members, ...byKind])].map((name) => ids.get(name))
    await db.query(
      `insert into unit_member (group_id, member_id, certainty)
       select $1, member, $3 from unnest($2::bigint[]) as member on conflict do nothing`,
      [ids.get(group.name), members, group.certainty],
    )
  }
}

interface NewUnit {
  readonly name: string
  readonly place: string | null
  readonly short: string
  readonly kind: Unit['kind']
  readonly aliases: readonly string[]
  readonly note?: string | null
}

async function keepUnit(db: Db, unit: NewUnit): Promise<number> {
  const [row] = await db.query<{ id: number }>(
    `insert into unit (name, place, short, kind, note) values ($1, $2, $3, $4, $5)
     on conflict (name) do update set status = 'known', place = coalesce(unit.place, excluded.place)
     returning id`,
    [unit.name, unit.place, unit.short, unit.kind, unit.note ?? null],
  )
  const id = row?.id ?? 0
  await addAliases(db, id, unit.aliases, 'registry')
  return id
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
