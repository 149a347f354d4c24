import type { Query } from '../domain/query.ts'
import type { DocumentSlot, TaskFilter, UnitSlot } from '../domain/task-filter.ts'
import type { Slots } from '../understand/slots.ts'

/**
 * A model's Query with all that the rules heard for sure: units, documents, numbers, district and year. A condition it
 * dropped would answer another question than was asked, so it is put back; null where it says another one.
 */
export function keepHeard(query: Query, heard: Slots): Query | null {
  const kept = withConditions(query, heard)
  return kept !== null && namesKept(kept, heard) && hasMatter(kept) ? kept : null
}

/** Any of these says what the question is about. */
const MATTER = [
  ...['topic', 'section', 'text', 'name', 'role', 'office'],
  ...['states', 'dueFrom', 'dueTo', 'missing', 'withMetric', 'recurrence'],
  ...['units', 'unit', 'numbers', 'by', 'whole'],
]

/** Words every document is full of. */
const EMPTY = /^(?:目标|任务|工作|指标|内容|情况|要求|事项)$/

/** A question the rules found nothing for is not answered with everything there is. */
function hasMatter(query: Query): boolean {
  const { topics, ...rest } = { ...query, ...('filter' in query ? query.filter : {}) } as {
    readonly topics?: readonly string[]
  }
  const telling = topics?.filter((topic) => !EMPTY.test(topic)) ?? []
  return telling.length > 0 || MATTER.some((field) => field in rest)
}

/** Districts, figures and Latin names are no manner of speaking: a model may reword the rest of a topic, not these. */
const NAME = /\p{Script=Han}{1,4}?(?:[区县镇乡]|街道)|[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*/gu

function namesKept(query: Query, heard: Slots): boolean {
  const said = JSON.stringify(query).toLowerCase()
  const names = heard.topics.flatMap((topic) => topic.toLowerCase().match(NAME) ?? [])
  return names.every((name) => said.includes(name) || (name.length > 3 && said.includes(name.slice(-3))))
}

function withConditions(query: Query, heard: Slots): Query | null {
  if (query.kind === 'passages' || query.kind === 'stage' || query.kind === 'duty')
    return withDocuments(query, heard)
  if (query.kind === 'people') {
    const unit = query.unit ?? heard.units[0]
    return withDocuments(unit === undefined ? query : { ...query, unit }, heard)
  }
  if (!('filter' in query)) return query
  const by = query.kind === 'metric' ? (query.by ?? heard.by) : null
  if (heard.by !== null && by !== heard.by && query.kind === 'metric') return null
  const filter = filterWith(query.filter, heard, by !== null)
  if (filter === null) return null
  if (query.kind !== 'metric') return { ...query, filter }
  const year = query.year ?? (heard.years.length === 1 ? heard.years[0] : undefined)
  return { ...query, filter, ...(by === null ? {} : { by }), ...(year === undefined ? {} : { year }) }
}

function filterWith(filter: TaskFilter, heard: Slots, byPart: boolean): TaskFilter | null {
  const units = byPart ? [] : heard.units
  if (filter.units !== undefined && units.some((unit) => !isAmong(unit, filter.units ?? []))) return null
  if (!within(filter.documents, heard.documents)) return null
  const numbers = filter.numbers ?? heard.numbers
  if (heard.numbers.some((no) => !numbers.includes(no))) return null
  return {
    ...filter,
    ...(filter.units === undefined && units.length > 0 ? { units } : {}),
    ...(filter.documents === undefined && heard.documents !== null ? { documents: heard.documents } : {}),
    ...(numbers.length > 0 ? { numbers } : {}),
    ...(filter.part === undefined && heard.part !== null ? { part: heard.part } : {}),
  }
}

function withDocuments<Q extends { readonly documents?: DocumentSlot }>(query: Q, heard: Slots): Q | null {
  if (!within(query.documents, heard.documents)) return null
  return query.documents === undefined && heard.documents !== null
    ? { ...query, documents: heard.documents }
    : query
}

const isAmong = (unit: UnitSlot, units: readonly UnitSlot[]): boolean =>
  units.some((other) => other.ids.some((id) => unit.ids.includes(id)))

const within = (documents: DocumentSlot | undefined, heard: DocumentSlot | null): boolean =>
  documents === undefined || heard === null || documents.ids.every((id) => heard.ids.includes(id))
