import type { PlanDocument } from '../src/domain/document.ts'
import { canonicalName, GENERIC_NAME, guessKind, placeOf } from '../src/domain/place.ts'
import { resolveUnit, type Unit, type UnitRegistry } from '../src/domain/unit.ts'
import type { Db } from '../src/store/db.ts'
import { saveWidenings } from '../src/store/members.ts'
import { proposeUnit } from '../src/store/proposals.ts'

export interface LinkedUnits {
  readonly ids: ReadonlyMap<string, number>
  /** Names now waiting for a supervisor's word. */
  readonly proposed: readonly string[]
  /** Names that fit several units and were tied to none. */
  readonly ambiguous: readonly string[]
}

/** Ties every unit name of a document to a unit: one the registry knows, else a new one that is proposed. */
export async function linkUnits(
  db: Db,
  document: PlanDocument,
  target: { readonly documentId: number; readonly registry: UnitRegistry },
): Promise<LinkedUnits> {
  const named = { ...document, id: target.documentId, twins: document.otherNames }
  const groups = document.groups.map((group) => group.name)
  const linked = await linkNames(db, unitNames(document), {
    document: named,
    registry: target.registry,
    groups,
  })
  await widen(db, document, { documentId: target.documentId, ids: linked.ids })
  return linked
}

/** The document as far as it says whose 市发改委 is meant. */
interface NamingDocument {
  readonly id: number
  readonly number: string | null
  readonly title: string
  readonly noticeTitle: string | null
  readonly issuer: string | null
  readonly twins?: PlanDocument['otherNames']
}

interface Naming {
  readonly document: NamingDocument
  readonly registry: UnitRegistry
  /** Names the document itself defines as groups. */
  readonly groups?: readonly string[]
}

/** The same for any list of names of a document. */
export async function linkNames(db: Db, names: readonly string[], naming: Naming): Promise<LinkedUnits> {
  const place = placeOf(naming.document, names, naming.registry)
  const ids = new Map<string, number>()
  const proposed: string[] = []
  const ambiguous: string[] = []
  for (const name of names) {
    const found = resolveUnit(naming.registry, name, place)
    if (found.kind === 'known') ids.set(name, found.unit.id)
    else if (found.kind === 'ambiguous') ambiguous.push(name)
    else {
      ids.set(name, await propose(db, { ...naming, ...found, name, place }))
      proposed.push(name)
    }
  }
  return { ids, proposed, ambiguous }
}

/** Longer than any body's name: words that were taken for one; the task keeps them as written. */
const LONGEST = 60

/** Every name a task or a definition speaks of, once. Addressees are forms of address, not parties to a task. */
function unitNames(document: PlanDocument): readonly string[] {
  const ofTasks = document.tasks.flatMap((t) => [
    ...t.lead,
    ...t.responsible,
    ...t.supporting,
    ...t.effectiveLead,
  ])
  const ofGroups = document.groups.flatMap((g) => [g.name, ...g.includes])
  const ofTwins = document.otherNames.flatMap((o) => [o.name, o.other])
  const names = [...ofTasks.map((u) => u.name), ...ofGroups, ...ofTwins]
  return [...new Set(names)].filter((name) => name.length <= LONGEST)
}

interface Found extends Naming {
  readonly name: string
  readonly place: string | null
  readonly near: Unit | null
  readonly reason: string | null
}

function propose(db: Db, found: Found): Promise<number> {
  const { name, place, document } = found
  const own = GENERIC_NAME.test(name) ? `${name}（${document.number ?? document.title}）` : null
  const twin = document.twins?.find((o) => o.name === name || o.other === name)
  const said = twin && `文件写作“${twin.name}〈${twin.other}〉”，可能是同一机构的两个名称`
  return proposeUnit(db, {
    name: own ?? canonicalName(name, place),
    place,
    short: name,
    kind: found.groups?.includes(name) ? 'group' : guessKind(name),
    documentId: document.id,
    guessId: found.near?.id ?? null,
    reason: found.reason ?? said ?? null,
  })
}

/** 各区人民政府〈含开发区管委会，下同〉: the document's own members of the group. */
async function widen(
  db: Db,
  document: PlanDocument,
  target: { readonly documentId: number; readonly ids: ReadonlyMap<string, number> },
): Promise<void> {
  const widenings = document.groups.flatMap((group) => {
    const groupId = target.ids.get(group.name)
    const members = group.includes.flatMap((name) => target.ids.get(name) ?? [])
    return groupId === undefined ? [] : [{ groupId, members }]
  })
  await saveWidenings(db, target.documentId, widenings)
}
