import type { Query } from '../domain/query.ts'
import { comparable } from '../text/comparable.ts'
import type { Facts } from './facts.ts'
import { type Finder, taskText } from './find-tasks.ts'

/**
 * 光谷长江大桥谁牵头, 空域航路规划归谁: a short name of a unit, or of a document, that is but a part of the matter's own name.
 * Asked with the words whole where a task has them so; null: no part of a name, or no task has it.
 */
export async function asWritten(query: Query, { deps }: Finder): Promise<Query | null> {
  const joined = joinedName(query)
  if (joined === null || joined.name.length < SHORTEST) return null
  const name = comparable(joined.name)
  const rows = await deps.ledger.tasks({ words: [joined.name] })
  return rows.some((row) => comparable(taskText(row)).includes(name)) ? joined.query : null
}

const SHORTEST = 4

/**
 * 光谷长江大桥什么时候通车: a short name of a unit that only opens the name of the matter. Asked again with the words
 * whole; null where the question names a unit as such.
 */
export function asOneName(query: Query, facts: Facts): Query | null {
  if (facts.kind !== 'none' || !WHY.has(facts.why)) return null
  return withUnitName(query)?.query ?? null
}

const WHY: ReadonlySet<string> = new Set(['nothing', 'no-unit', 'no-duty'])

interface Joined {
  readonly name: string
  readonly query: Query
}

const joinedName = (query: Query): Joined | null => withUnitName(query) ?? withDocumentName(query)

function withUnitName(query: Query): Joined | null {
  if (!('filter' in query)) return null
  const { units = [], topics, ...filter } = query.filter
  const [unit] = units
  const [topic, ...others] = topics ?? []
  const short = unit?.said != null && !BODY.test(unit.said)
  const asUnit = filter.roles !== undefined && query.kind !== 'lead'
  if (units.length !== 1 || !short || topic === undefined || asUnit) return null
  const name = `${unit.said}${topic}`
  return { name, query: { ...query, filter: { ...filter, topics: [name, ...others] } } }
}

const BODY = /[局委办会府司团区县]$/

/** The word for a sort of document alone, right behind the matter. */
function withDocumentName(query: Query): Joined | null {
  if (!('filter' in query)) return null
  const { documents, topics, ...filter } = query.filter
  const [topic, ...others] = topics ?? []
  if (documents?.said !== '规划' || topic === undefined) return null
  const name = `${topic}${documents.said}`
  return { name, query: { ...query, filter: { ...filter, topics: [name, ...others] } } }
}
