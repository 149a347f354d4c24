import type { Period } from '../domain/period.ts'
import type { Day } from '../domain/span.ts'
import type { TaskStanding } from '../domain/standing.ts'
import type { UnitRole } from '../domain/task.ts'
import type { DocumentRef, DutyRow, TaskRow } from './ledger.ts'
import type { QuotedClause } from './quoted.ts'

/** How its tasks stand, by the ids of their rows; absent where nothing is known of any. */
export interface Lit {
  readonly lights?: ReadonlyMap<number, TaskStanding>
}

export interface TasksFacts extends Lit {
  readonly kind: 'tasks'
  readonly asked: Asked
  readonly rows: readonly TaskRow[]
  /** Tasks that name only a group the unit belongs to (各区人民政府); not among `rows`. */
  readonly viaGroup: number
  /** Progress was asked for and none has been reported yet. */
  readonly progress?: boolean
}

/** What the question narrowed to, for titles. */
export interface Asked {
  readonly unit: string | null
  readonly alone?: boolean
  readonly undated?: boolean
  readonly document: string | null
  readonly topic: string | null
  readonly roles: readonly UnitRole[]
  readonly missing: readonly UnitRole[]
  readonly numbers: readonly number[]
  readonly dueFrom: Day | null
  readonly dueTo: Day | null
}

export interface LeadFacts {
  readonly kind: 'lead'
  /** No task of the whole document names a unit. */
  readonly unstaffed?: boolean
  /** How many units are asked for too. */
  readonly counted?: boolean
  /** Whether they are the same for all of the tasks. */
  readonly same?: boolean
  readonly roles: readonly UnitRole[]
  readonly rows: readonly TaskRow[]
  readonly clauses: readonly QuotedClause[]
}

export interface DeadlineFacts extends Lit {
  readonly kind: 'deadline'
  readonly asked: Asked
  readonly rows: readonly TaskRow[]
}

export interface DutyFacts {
  readonly kind: 'duty'
  readonly duties: readonly DutyRow[]
  readonly clauses: readonly QuotedClause[]
  /** 要不要, 是否: the answer opens with yes. */
  readonly yesNo: boolean
  /** What was asked of it and is not written. */
  readonly unsaid?: 'rhythm' | 'names'
  /** The period whose report was asked for: its own day is told. */
  readonly of?: Period
}

export interface CountFacts {
  readonly rows: readonly TaskRow[]
  readonly asked: Asked
  /** Headings the tasks stand under, in reading order, with how many each has. */
  readonly sections: readonly { readonly heading: string; readonly tasks: number }[]
  /** The heading with the most tasks was asked for. */
  readonly fullest?: boolean
  readonly documents: readonly DocumentRef[]
  readonly units: readonly string[]
  readonly viaGroup: number
}

export interface UnitTally {
  readonly unit: string
  readonly rows: readonly TaskRow[]
}
