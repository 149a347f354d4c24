import type { Detail } from '../domain/query.ts'
import type { Day } from '../domain/span.ts'
import type { UnitRole } from '../domain/task.ts'
import type { DocumentSlot, TaskState, UnitSlot } from '../domain/task-filter.ts'
import type { Intent } from './intents.ts'

/** A question taken apart: every answer it gives to who, what, where, when. The refiners fill it, build reads it. */
export interface Slots {
  readonly text: string
  readonly intent: Intent | null
  /** What else than the task itself is asked, with the intent of that name. */
  readonly detail: { readonly of: Detail; readonly noun?: string } | null
  readonly units: readonly UnitSlot[]
  readonly documents: DocumentSlot | null
  /** A document was named, not only a year said. */
  readonly named: boolean
  readonly gazette: boolean
  readonly years: readonly number[]
  readonly dueFrom: Day | null
  readonly dueTo: Day | null
  /** A day, week, month or quarter said in whatever words: what a follow-up (本月呢) puts in place of the last span. */
  readonly span: { readonly from: Day | null; readonly to: Day } | null
  /** A month said without more (8月份要做什么). */
  readonly month: string | null
  readonly numbers: readonly number[]
  readonly path: readonly string[]
  readonly part: number | null
  readonly roles: readonly UnitRole[]
  readonly missing: readonly UnitRole[]
  readonly writtenOnly: boolean
  readonly topics: readonly string[]
  readonly section: string | null
  readonly people: readonly string[]
  readonly posts: readonly string[]
  readonly stage: string | null
  readonly measure: string | null
  /** A district the figure is asked for. */
  readonly by: string | null
  /** All districts said (黄陂区建几个，新洲区呢). */
  readonly parts: readonly string[]
  readonly pointer: 'all' | number | null
  readonly states: readonly TaskState[]
  readonly withMetric: boolean | null
  readonly among: readonly number[]
  /** What the turn before was about, where its tasks are asked about again. */
  readonly before?: readonly string[]
  readonly assumptions: readonly string[]
}

export const hasSubject = (slots: Slots): boolean =>
  slots.units.length > 0 ||
  slots.named ||
  slots.gazette ||
  slots.numbers.length > 0 ||
  slots.path.length > 0 ||
  slots.people.length > 0 ||
  slots.topics.length > 0
