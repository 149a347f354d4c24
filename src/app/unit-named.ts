import { membersOf, resolveUnit, type Unit, type UnitRegistry } from '../domain/unit.ts'
import type { Db } from '../store/db.ts'
import { readLexicon } from '../store/read-lexicon.ts'
import { readUnitRegistry } from '../store/units.ts'

export interface UnitFinder {
  /** The unit a person means by a name; those that carry tasks come first. Null: none, or several alike. */
  readonly named: (name: string) => Unit | null
  /** The same, groups as their members; null when a name is not known. */
  readonly members: (name: string) => readonly Unit[] | null
}

export async function unitFinder(db: Db): Promise<UnitFinder> {
  const [registry, lexicon] = [await readUnitRegistry(db), await readLexicon(db)]
  const busy = new Set(lexicon.units.map((unit) => unit.id))
  const named = (name: string): Unit | null => only(unitsNamed(registry, name.trim()), busy)
  return {
    named,
    members(name) {
      const unit = named(name)
      return unit && membersOf(registry, unit.id)
    },
  }
}

function only(found: readonly Unit[], busy: ReadonlySet<number>): Unit | null {
  const inUse = found.filter((unit) => busy.has(unit.id))
  const [first, second] = inUse.length > 0 ? inUse : found
  return first && !second ? first : null
}

/** Units of any place that a name may mean. */
export function unitsNamed(registry: UnitRegistry, name: string): readonly Unit[] {
  const places = [...new Set(registry.units.map((unit) => unit.place))]
  const found = places.flatMap((place) => {
    const read = resolveUnit(registry, name, place)
    return read.kind === 'known' ? [read.unit] : []
  })
  return [...new Set(found)]
}
