import type { Facts } from '../facts.ts'
import { type Finder, findTasks } from '../find-tasks.ts'
import type { MetricQuery } from './figure-facts.ts'

/**
 * 要建几家, after who builds them: the tasks spoken of give no figure, but the goals of their document may, for what was asked
 * about before. Null where nothing was, or the goals give none either.
 */
export async function carriedFigure(
  query: MetricQuery,
  finder: Finder,
  answer: (again: MetricQuery) => Promise<Facts>,
): Promise<Facts | null> {
  const { carried, filter, ...rest } = query
  if (carried === undefined || filter.among === undefined) return null
  const rows = await findTasks({ among: filter.among }, 'list', finder)
  const ids = [...new Set(rows.map((row) => row.document.id))]
  if (ids.length === 0) return null
  const documents = { ids, name: rows[0]?.document.number ?? '', said: '' }
  const facts = await answer({
    ...rest,
    filter: { topics: [...carried, ...(filter.topics ?? [])], documents },
  })
  return facts.kind === 'figures' ? facts : null
}
