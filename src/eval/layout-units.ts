import type { ExtractedTask } from './extracted.ts'
import { foldText } from './fold.ts'
import type { LayoutLabel, LayoutTask } from './layout-labels.ts'
import { compareSets, type Score, share } from './measure.ts'

export const ROLES = ['lead', 'responsible', 'supporting'] as const
type Role = (typeof ROLES)[number]
type ByRole = Readonly<Record<Role, ReadonlySet<string>>>

const fold = (name: string): string => foldText(name).toLowerCase()
const without = (set: ReadonlySet<string>, ...out: readonly ReadonlySet<string>[]): Set<string> =>
  new Set([...set].filter((name) => !out.some((names) => names.has(name))))
const folded = (names: readonly string[]): Set<string> => new Set(names.map(fold))
const byRole = (of: (role: Role) => ReadonlySet<string>): ByRole => ({
  lead: of('lead'),
  responsible: of('responsible'),
  supporting: of('supporting'),
})

export interface UnitCase {
  readonly label: LayoutTask
  /** null: the task was not found; all its units are missed. */
  readonly task: ExtractedTask | null
  readonly accept: LayoutLabel['accept']
  readonly where: string
}

/** Units by role and whatever their role; optional and inherited ones are set aside. */
export function scoreUnits(unitCase: UnitCase): Score {
  const { label, where } = unitCase
  const inherited = folded(label.inherited)
  const read = readUnits(unitCase)
  const got = byRole((role) => without(read[role], folded(label.optionalUnits), inherited))
  const want = byRole((role) => folded(label[role]))
  const open = folded(label.roleUncertain)
  const role = (name: Role) =>
    compareSets(without(want[name], open), without(got[name], open), `${where} ${name}`)
  return {
    lead: role('lead'),
    responsible: role('responsible'),
    supporting: role('supporting'),
    units: { ...compareSets(all(want), all(got), where), misses: [] },
    inherited: inheritedFound(unitCase, inherited, all(read)),
  }
}

const all = (units: ByRole): Set<string> => new Set(ROLES.flatMap((role) => [...units[role]]))

function inheritedFound({ task }: UnitCase, inherited: ReadonlySet<string>, read: ReadonlySet<string>) {
  if (task === null) return share()
  const right = [...inherited].filter((name) => read.has(name)).length
  return share({ right, missed: inherited.size - right })
}

/** 列第一位的为牵头单位 may be said as the effective lead, with the list left whole. */
function readUnits({ label, task, accept }: UnitCase): ByRole {
  if (task === null) return byRole(() => new Set())
  const names = [...ROLES.flatMap((role) => label[role]), ...label.inherited]
  const got = byRole((role) => renamed(task[role], names, accept))
  if (!label.leadRule) return got
  const lead = got.lead.size > 0 ? got.lead : renamed(task.effectiveLead, names, accept)
  return { ...got, lead, responsible: without(got.responsible, lead) }
}

/** Another accepted form of a labelled unit counts as that unit. */
function renamed(
  units: readonly string[],
  names: readonly string[],
  accept: LayoutLabel['accept'],
): Set<string> {
  const got = folded(units)
  const hits = names.flatMap((name) =>
    (accept[name] ?? [])
      .map((form) => [form].flat().map(fold))
      .filter((parts) => parts.every((part) => got.has(part)))
      .map((parts) => ({ name: fold(name), parts })),
  )
  const own = folded(names)
  const replaced = new Set(hits.flatMap((hit) => hit.parts.filter((part) => !own.has(part))))
  return new Set([...without(got, replaced), ...hits.map((hit) => hit.name)])
}
