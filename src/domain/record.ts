import type { Period } from './period.ts'
import type { RequestKind, RequestState } from './request.ts'
import type { Day } from './span.ts'

/** How often a unit was asked for one request. */
export interface AskedSoFar {
  readonly unitId: number
  readonly unit: string
  readonly kind: RequestKind
  readonly period: Period
  readonly dueOn: Day
  readonly state: RequestState
  /** Reminders, those of a supervisor among them. */
  readonly times: number
  /** By a supervisor. */
  readonly pressed: number
  readonly last: Day | null
}

/** What somebody asks of the doings about a task or a unit. */
export type RecordAsked = 'asked' | 'judged' | 'told' | 'evidence'
