import type { TaskFilter } from '../../domain/task-filter.ts'
import { unitPlaces } from '../../understand/names/units.ts'
import type { FiguresFacts } from '../figures-facts.ts'
import type { Finder } from '../find-tasks.ts'
import { topicMatcher } from '../match.ts'
import { ENOUGH } from '../topics.ts'
import { toFacts } from './figure-facts.ts'
import { withRowTasks } from './row-task.ts'

/** A district has few cells in words: half of what is asked tells which. */
const OF_A_DISTRICT = 0.5
const DAY = /20\d{2}年|\d{1,2}月|[年月]底|季度/

/** 环湖路哪年弄: a cell that tells in words what is done for a district, and when; null: none speaks of the matter. */
export async function dayInCells(
  { filter, by }: { readonly filter: TaskFilter; readonly by?: string },
  finder: Finder,
): Promise<FiguresFacts | null> {
  const topic = filter.topics?.join(' ')
  if (topic === undefined) return null
  const { score } = topicMatcher(topic, finder.lexicon.rarity)
  const own = by === undefined ? placesOf(filter, finder) : new Set([by])
  const cells = await finder.deps.ledger.indicators(filter.documents?.ids ?? null)
  const telling = cells.filter(
    ({ value, target, name, by: place }) =>
      value === null &&
      DAY.test(target ?? '') &&
      (own === null || own.has(place ?? '')) &&
      score(`${place ?? ''}${name}${target}`) >= (own === null ? ENOUGH : OF_A_DISTRICT),
  )
  if (telling.length === 0) return null
  const found = { tasks: [], goals: [], indicators: telling }
  return withRowTasks(
    toFacts({ kind: 'metric', filter, ...(by === undefined ? {} : { by }) }, found, finder),
    finder,
  )
}

/** The districts asked for by name; null: none was. */
function placesOf({ units }: TaskFilter, { lexicon }: Finder): ReadonlySet<string> | null {
  if (units === undefined) return null
  const asked = units.flatMap(({ ids }) => ids.flatMap((id) => lexicon.unitById.get(id) ?? []))
  return new Set(asked.flatMap((unit) => unitPlaces(unit, lexicon)))
}
