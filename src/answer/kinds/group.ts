import type { UnitSlot } from '../../domain/task-filter.ts'
import type { Facts } from '../facts.ts'
import type { Finder } from '../find-tasks.ts'
import { searchedIn } from '../scope.ts'
import { findPattern } from './clauses.ts'
import type { MetricQuery } from './figure-facts.ts'

/** 相关区人民政府指的是哪些区: the words that say whom a group takes in (〈含…，下同〉). */
export async function answerGroup(query: MetricQuery, group: UnitSlot, finder: Finder): Promise<Facts> {
  const documents = query.filter.documents?.ids ?? null
  const pattern = new RegExp(`${group.name}[〈（(](?:含|包括|指|即)`)
  const clauses = await findPattern({ documents, words: [group.name], pattern }, finder)
  if (clauses.length > 0) return { kind: 'passages', clauses: clauses.slice(0, 4) }
  const searched = searchedIn(query.filter.documents, finder.lexicon)
  return { kind: 'none', why: 'nothing', about: `${group.name}包括哪些`, searched, near: [] }
}

/** The group whose members are asked for, if the question names one. */
export const groupAsked = (query: MetricQuery, { lexicon }: Finder): UnitSlot | null =>
  (query.definition &&
    query.filter.topics === undefined &&
    query.filter.units?.find((unit) => unit.ids.some((id) => lexicon.unitById.get(id)?.kind === 'group'))) ||
  null
