import type { LightTally } from '../domain/light.ts'
import type { Period } from '../domain/period.ts'
import type { Progress } from '../domain/progress.ts'
import type { ProgressQuery } from '../domain/progress-query.ts'
import type { Day } from '../domain/span.ts'
import type { AskFigures, MetricStanding, OpenPeriod, TaskStanding, UnitOwing } from '../domain/standing.ts'
import type { TaskRow } from './ledger.ts'
import type { Asked } from './task-facts.ts'

/** One task as it stands, beside its row. */
export interface ProgressLine {
  readonly row: TaskRow
  readonly standing: TaskStanding
  /** All that was reported of it, oldest first; only where its history is asked. */
  readonly history: readonly Progress[]
  /** Its targets as they were reported for a task of another document. */
  readonly same?: readonly SameTarget[]
}

export interface SameTarget {
  readonly row: TaskRow
  readonly metric: MetricStanding
}

/** How tasks stand, as the asker may see it. */
export interface ProgressFacts {
  readonly kind: 'progress'
  readonly query: ProgressQuery
  readonly asked: Asked
  /** The tasks told: those in the state that was asked for. */
  readonly lines: readonly ProgressLine[]
  /** Lights of all tasks the question is about. */
  readonly tally: LightTally
  /** The asker has a part in one of these tasks; who has none is told no difficulties. */
  readonly concerned: boolean
  /** 困难: nobody has reported anything of these tasks. */
  readonly silent?: boolean
  /** 未报送: the period spoken of, how many tasks it asks of these units, and whether something of it is still open. */
  readonly owed?: { readonly period: Period; readonly tasks: number; readonly open: boolean }
  /** 未报送: the next day a report falls due by the documents. */
  readonly nextReport?: Day | null
  /** In a group: what the asker may see beyond what is said aloud. */
  readonly own?: ProgressFacts
  /** It is that. */
  readonly kept?: boolean
}

/** Who has reported for a period and who owes. */
export interface OwingFacts {
  readonly kind: 'owing'
  readonly period: Period
  readonly asked: Asked
  readonly owing: readonly UnitOwing[]
  /** Of the units a leader oversees, not of all. */
  readonly overseen: boolean
  /** Null: only a supervisor is told how often people were asked. */
  readonly asks: AskFigures | null
  /** Other periods something is open of; told to supervisors, for it counts all units. */
  readonly others: readonly OpenPeriod[]
  /** May press: the answer carries the button. */
  readonly presses: boolean
  /** The asker answers for one of these units, or oversees one. */
  readonly concerned: boolean
}
