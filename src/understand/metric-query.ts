import type { Query, TaskFilter } from '../domain/query.ts'
import type { Intent } from './intents.ts'
import type { Slots } from './slots.ts'

/** How a figure falls to the districts is asked, not one district's. */
export const EACH_PART = /各区(?!人民)|分区|哪(?:个|几个|些)区|每个?区/

export function metricQuery(slots: Slots, filter: TaskFilter, intent: Intent): Query {
  const year = slots.years.length === 1 ? { year: slots.years[0]! } : {}
  return {
    kind: 'metric',
    filter: softUnits(slots, softYear(slots, filter)),
    ...(slots.by === null ? (EACH_PART.test(slots.text) ? { by: '各区' } : {}) : { by: slots.by }),
    ...year,
    ...(measureOf(slots) === null ? {} : { measure: measureOf(slots)! }),
    ...(slots.month !== null && !/月(?:份|底|末)?(?:之|以)?前/.test(slots.text)
      ? { month: slots.month }
      : {}),
    ...(intent === 'definition' || /定义|什么意思|口径/.test(slots.text) ? { definition: true } : {}),
  }
}

/** The measure said, or the one the words imply: 增速 and 占比 are shares whatever else the clause counts. */
function measureOf(slots: Slots): string | null {
  if (slots.measure !== null && slots.measure !== '个') return slots.measure
  return /增速|增幅|增长率|增长(?:目标|多少|几|是|要|为|[？?]|$)|占比|比重/.test(slots.text)
    ? '%'
    : slots.measure
}

/** A year alone does not choose documents for a figure: a plan of several years has a column for it. */
function softYear(slots: Slots, filter: TaskFilter): TaskFilter {
  if (
    slots.named ||
    slots.years.length !== 1 ||
    slots.documents?.ids.length === 0 ||
    slots.topics.length === 0
  )
    return filter
  const { documents: _, ...rest } = filter
  return rest
}

/** A district in a question for a figure is the part asked for, not a unit whose tasks are meant. */
export function softUnits(slots: Slots, filter: TaskFilter): TaskFilter {
  if (slots.by === null && !EACH_PART.test(slots.text)) return filter
  const { units: _, ...rest } = filter
  return rest
}
