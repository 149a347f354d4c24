import { unitKey } from './unit-key.ts'

export const UNIT_KINDS = [
  'government', // 人民政府
  'office', // 政府办公厅、督查室
  'department',
  'party',
  'district',
  'zone', // 开发区、功能区管委会
  'vertical', // 双管、垂管
  'mass', // 群团
  'company',
  'leading-group', // 领导小组、专班及其办公室
  'assembly', // 人大、政协及其机构
  'institution', // 法院、院校、事业单位
  'group',
  'other',
] as const
export type UnitKind = (typeof UNIT_KINDS)[number]

export interface Unit {
  readonly id: number
  /** City or province; null: a national body. */
  readonly place: string | null
  readonly name: string
  readonly short: string
  readonly kind: UnitKind
  readonly aliases: readonly string[]
  /** Who does its work now; `on` is a year, month or day, as far as known. Tasks are never moved to the successor. */
  readonly successor: {
    readonly id: number
    readonly on: string | null
    readonly certainty: 'certain' | 'likely'
  } | null
  /** Members of a group whatever the document; a document may add more. */
  readonly members: readonly number[]
}

/** What a written name turned out to be. `near`: a body of another name that it may well be, for a person to decide. */
export type Resolution =
  | { readonly kind: 'known'; readonly unit: Unit; readonly by: 'name' | 'abbreviation' }
  | { readonly kind: 'ambiguous'; readonly units: readonly Unit[] }
  | { readonly kind: 'new'; readonly near: Unit | null; readonly reason: string | null }

export interface UnitRegistry {
  readonly units: readonly Unit[]
  readonly byId: ReadonlyMap<number, Unit>
  /** Key of every name and alias → the units that carry it, in any place. */
  readonly byKey: ReadonlyMap<string, readonly Unit[]>
}

export function unitRegistry(units: readonly Unit[]): UnitRegistry {
  const byKey = new Map<string, Unit[]>()
  for (const unit of units) {
    for (const key of keysOf(unit)) byKey.set(key, [...(byKey.get(key) ?? []), unit])
  }
  return { units, byId: new Map(units.map((u) => [u.id, u])), byKey }
}

function keysOf(unit: Unit): Set<string> {
  return new Set([unit.name, unit.short, ...unit.aliases].map((name) => unitKey(name, unit.place)))
}

/**
 * Reads a name as a document of `place` writes it: by any of a unit's names, by the abbreviations of the trade
 * (发改委 = 发展改革委 = 发展和改革委员会), with or without the city's name or 市. Bodies of other places are never meant, save
 * national ones. What is not known comes back as new, with the nearest body as a guess.
 */
export function resolveUnit(registry: UnitRegistry, name: string, place: string | null): Resolution {
  const found = inPlace(registry, name, place)
  if (found.length > 1) return exactOr(found, name)
  if (found[0] !== undefined) return { kind: 'known', unit: found[0], by: nameOrShort(found[0], name) }
  return { kind: 'new', ...nearest(registry, name, place) }
}

function inPlace(registry: UnitRegistry, name: string, place: string | null): readonly Unit[] {
  const own = (registry.byKey.get(unitKey(name, place)) ?? []).filter((unit) => unit.place === place)
  if (own.length > 0 || place === null || !NATIONAL.test(name)) return own
  return (registry.byKey.get(unitKey(name, null)) ?? []).filter((unit) => unit.place === null)
}

/** What a city's document calls a body of the whole country; a bare 发改委 in it is the city's. */
const NATIONAL = /^(国家|国务院|中国|中华|中央|全国)|[部署]$|总局$|银行$/

/** One key, several bodies (a registry lists them apart): a name written out in full settles it. */
function exactOr(found: readonly Unit[], name: string): Resolution {
  const exact = found.filter((unit) => [unit.name, unit.short, ...unit.aliases].includes(name))
  const [only, second] = exact
  if (only !== undefined && second === undefined) return { kind: 'known', unit: only, by: 'name' }
  return { kind: 'ambiguous', units: exact.length > 1 ? exact : found }
}

function nameOrShort(unit: Unit, name: string): 'name' | 'abbreviation' {
  return [unit.name, unit.short, ...unit.aliases].includes(name) ? 'name' : 'abbreviation'
}

/** A body whose key differs by one character, or whose key holds the other's: 市数据局 and 市大数据局. */
function nearest(registry: UnitRegistry, name: string, place: string | null) {
  const key = unitKey(name, place)
  for (const unit of registry.units) {
    if (unit.place !== place || unit.kind === 'group') continue
    const near = [...keysOf(unit)].find((other) => oneEditApart(key, other))
    if (near !== undefined) return { near: unit, reason: `与“${unit.short}”只差一个字，可能是笔误或改名` }
  }
  return { near: null, reason: null }
}

/** 区财政局 is no slip of the pen for 市财政局. */
const FOREIGN_LEVEL = /^[省市区县州旗]/

/** A character too many or too few (大数据局, 数据局); one changed only in long names: 教育局 and 体育局 are two. */
function oneEditApart(a: string, b: string): boolean {
  if (FOREIGN_LEVEL.test(a) !== FOREIGN_LEVEL.test(b)) return false
  if (Math.min(a.length, b.length) < 3 || Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  if (a.length === b.length) return a.length >= 5 && a.slice(start + 1) === b.slice(start + 1)
  const [long, short] = a.length > b.length ? [a, b] : [b, a]
  return long.slice(start + 1) === short.slice(start)
}

/** The unit with all it has been and has become: a question about one name finds the tasks of each. */
export function lineage(registry: UnitRegistry, id: number): readonly Unit[] {
  const found = new Map<number, Unit>()
  const visit = (at: number): void => {
    const unit = registry.byId.get(at)
    if (unit === undefined || found.has(at)) return
    found.set(at, unit)
    if (unit.successor !== null) visit(unit.successor.id)
    for (const other of registry.units) if (other.successor?.id === at) visit(other.id)
  }
  visit(id)
  return [...found.values()]
}

/**
 * Members of a group, groups within it opened, as one document has it: `widened` are the members that document adds
 * (含…下同). A unit that is no group is its own only member.
 */
export function membersOf(
  registry: UnitRegistry,
  id: number,
  widened: ReadonlyMap<number, readonly number[]> = new Map(),
): readonly Unit[] {
  const found = new Map<number, Unit>()
  const seen = new Set<number>()
  const open = (at: number): void => {
    const unit = registry.byId.get(at)
    if (unit === undefined || seen.has(at)) return
    seen.add(at)
    const members = [...unit.members, ...(widened.get(at) ?? [])]
    if (members.length === 0 && unit.kind !== 'group') found.set(at, unit)
    for (const member of members) open(member)
  }
  open(id)
  return [...found.values()]
}
