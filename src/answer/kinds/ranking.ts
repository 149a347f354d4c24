import type { Query } from '../../domain/query.ts'
import type { Lexicon } from '../../understand/prepare.ts'
import type { Facts } from '../facts.ts'
import { type Finder, findTasks } from '../find-tasks.ts'
import type { TaskRow } from '../ledger.ts'
import { plays } from '../plays.ts'
import { searchedIn } from '../scope.ts'
import type { UnitTally } from '../task-facts.ts'

type CompareQuery = Extract<Query, { kind: 'compare' }>

/** The units with most tasks in the part asked for, old and new names as one; whoever ties with the last is told too. */
export async function rankUnits(query: CompareQuery, top: number, finder: Finder): Promise<Facts> {
  const { roles = [], writtenOnly = false, ...open } = query.filter
  const rows = await findTasks(open, 'list', finder)
  const ranked = tallied(rows, finder.lexicon, (row, ids) =>
    plays(row, { ids, name: '', said: null }, roles, writtenOnly),
  )
  if (ranked.length === 0) {
    const searched = searchedIn(query.filter.documents, finder.lexicon)
    return { kind: 'none', why: 'nothing', about: query.filter.topics?.join(' ') ?? '', searched, near: [] }
  }
  const least = ranked[Math.min(top, ranked.length) - 1]?.rows.length ?? 0
  const tallies = ranked.filter((tally) => tally.rows.length >= least)
  return { kind: 'units', tallies, roles, writtenOnly, outOf: ranked.length }
}

function tallied(
  rows: readonly TaskRow[],
  lexicon: Lexicon,
  takesPart: (row: TaskRow, ids: readonly number[]) => boolean,
): UnitTally[] {
  const byUnit = new Map<number, TaskRow[]>()
  const said = new Map<number, Set<number>>()
  for (const row of rows) {
    const ids = row.units.flatMap((u) => (u.unitId !== null && takesPart(row, [u.unitId]) ? [u.unitId] : []))
    for (const id of new Set(ids.map((own) => present(own, lexicon)))) {
      byUnit.set(id, [...(byUnit.get(id) ?? []), row])
      said.set(id, new Set([...(said.get(id) ?? []), ...ids.filter((own) => present(own, lexicon) === id)]))
    }
  }
  return [...byUnit]
    .map(([id, own]) => ({ unit: nameOf(id, said.get(id) ?? new Set(), lexicon), rows: own }))
    .filter((tally) => tally.unit !== '')
    .sort((a, b) => b.rows.length - a.rows.length || a.unit.localeCompare(b.unit, 'zh'))
}

/** As the documents call it: a body they know by its old name only keeps that. */
function nameOf(id: number, said: ReadonlySet<number>, { unitById }: Lexicon): string {
  const [only, other] = said
  return unitById.get(other === undefined ? (only ?? id) : id)?.short ?? ''
}

/** The body a unit has become. */
function present(id: number, lexicon: Lexicon): number {
  const next = lexicon.unitById.get(id)?.succeededBy ?? null
  return next === null || next === id ? id : next
}
