import type { Request } from '../../domain/request.ts'
import type { Day } from '../../domain/span.ts'
import type { TaskStanding } from '../../domain/standing.ts'

/** One request with the tasks that are still asked for, as they stand. */
export interface Owed {
  readonly request: Request
  readonly tasks: readonly TaskStanding[]
  /** By when it is owed now: later than `request.dueOn` where a report was returned. */
  readonly dueOn: Day
  /** Working days overdue; 0 before and on the day. */
  readonly late: number
}

/** What one liaison owes, on a day: the whole card. */
export interface ReminderView {
  readonly today: Day
  readonly name: string
  readonly owed: readonly Owed[]
  /** Of long lists, from 0. */
  readonly page: number
}

/** A unit that is late, as leaders and supervisors are told. */
export interface LateUnit {
  readonly owed: Owed
  /** null: the unit has none. */
  readonly liaison: string | null
  /** Why nobody could be asked; null: they were. */
  readonly unreached: string | null
}

export interface EscalationView {
  readonly today: Day
  readonly late: readonly LateUnit[]
}
