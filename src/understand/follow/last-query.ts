import type { Query } from '../../domain/query.ts'
import type { DocumentSlot, TaskFilter } from '../../domain/task-filter.ts'

/** The filter of an earlier question; of several questions in one message the first that has any. */
export function lastFilter(query: Query): TaskFilter | undefined {
  if (query.kind === 'several') return query.queries.map(lastFilter).find((filter) => filter !== undefined)
  return 'filter' in query ? query.filter : undefined
}

export const lastDocuments = (query: Query): DocumentSlot | undefined =>
  lastFilter(query)?.documents ?? ('documents' in query ? query.documents : undefined)

export function withoutAmong(filter: TaskFilter): TaskFilter {
  const { among: _, ...rest } = filter
  return rest
}

/** What pins a question to certain tasks goes when another matter is asked about. */
export function withoutPlaces(filter: TaskFilter): TaskFilter {
  const { among: _a, numbers: _n, part: _p, path: _q, ...rest } = filter
  return rest
}
