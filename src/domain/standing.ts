import type { Reading, ReportedState } from './heard.ts'
import type { Light } from './message.ts'
import type { Period } from './period.ts'
import type { Viewer } from './person.ts'
import type { Progress } from './progress.ts'
import type { RequestKind, RequestState } from './request.ts'
import type { Certainty, Day, Span } from './span.ts'
import type { Metric, TaskClause } from './task.ts'

/** A target beside what was last reported of it. */
export interface MetricStanding extends Omit<Metric, 'source'> {
  readonly last: DatedReading | null
  /** The one before `last`, of an earlier period. */
  readonly before: DatedReading | null
  /** Done share of the target, 0.75 for three quarters; null where it cannot be said (no reading, a ceiling, a growth). */
  readonly share: number | null
}

export interface DatedReading extends Omit<Reading, 'metric'> {
  readonly period: Period
  readonly on: Day
}

/** Why a light is what it is; `cards` have a sentence for each. */
export type LightReason =
  | { readonly kind: 'closed' }
  | { readonly kind: 'done' }
  | { readonly kind: 'onPace' }
  /** Points behind pace, by the worst metric. */
  | { readonly kind: 'behind'; readonly points: number; readonly metric: string }
  /** Above a ceiling (不高于), by so many per cent of it. */
  | { readonly kind: 'over'; readonly points: number; readonly metric: string }
  | { readonly kind: 'overdue'; readonly days: number }
  /** The report itself expects a day after the deadline. */
  | { readonly kind: 'finishLate'; readonly finish: Day; readonly days: number }
  | { readonly kind: 'blocked' }
  | { readonly kind: 'reportDue'; readonly dueOn: Day; readonly workingDays: number }
  | { readonly kind: 'reportLate'; readonly dueOn: Day }
  /** Nothing is owed yet, or nothing can be measured. */
  | { readonly kind: 'unknown' }

export interface UnitRef {
  /** null: a name the registry does not know. */
  readonly id: number | null
  readonly name: string
}

/** One task as it stands on a day: all that answers, lights and reports say of it. */
export interface TaskStanding extends TaskClause {
  /** Row of the current version. */
  readonly id: number
  /** First version: progress, requests and closings hang on it. */
  readonly originId: number
  readonly document: { readonly id: number; readonly name: string; readonly title: string }
  readonly leads: readonly UnitRef[]
  readonly responsible: readonly UnitRef[]
  /** When work on it begins, for the pace: start of its document's plan period or day of issue. */
  readonly startsOn: Day | null
  readonly dueOn: Day | null
  readonly dueCertainty: Certainty | null
  readonly source: Span
  readonly metrics: readonly MetricStanding[]
  /** As last said; `closed` where the supervisor closed it (销号). */
  readonly state: ReportedState | 'closed' | null
  /** Expected share of the target by now, 0–1; null without a deadline. */
  readonly pace: number | null
  readonly light: Light
  readonly reason: LightReason
  /** Every reason there is, the worst first: `reason` is the first of them. */
  readonly reasons?: readonly LightReason[]
  /** What an open request asks for it, as far as the viewer is concerned; null: nothing. */
  readonly owed?: { readonly period: Period; readonly dueOn: Day } | null
  /** The official report last made: the lead's (the only unit's, where none leads). */
  readonly report: Progress | null
  /** What responsible units stated for the same period. */
  readonly statements: readonly Progress[]
}

/** What one unit owes in a period, and how it stands. */
export interface UnitOwing {
  readonly unitId: number
  readonly unit: string
  readonly kind: RequestKind
  readonly requestId: number
  readonly dueOn: Day
  readonly state: RequestState
  readonly tasks: number
  readonly reported: number
  /** Days after `dueOn`, where still open; 0 else. */
  readonly daysLate: number
  readonly asked: number
}

/** A period some units still owe something for. */
export interface OpenPeriod {
  readonly period: Period
  /** So many units. */
  readonly units: number
  /** The last day it is due of any of them. */
  readonly dueOn: Day
}

/** Everything a report is made of: the ledger for one period, as known on one day. */
export interface Snapshot {
  readonly period: Period
  readonly asOf: Day
  readonly takenAt: Date
  /** Frozen: the period was closed, and this is what stood then. */
  readonly frozen: boolean
  readonly tasks: readonly TaskStanding[]
  readonly owing: readonly UnitOwing[]
  readonly asks: AskFigures
}

/** 减负: how often people were asked in the period, and how often it was spared them. */
export interface AskFigures {
  readonly sent: number
  readonly merged: number
  readonly avoided: number
}

export interface SnapshotWish {
  readonly period: Period
  readonly today: Day
  readonly taskIds?: readonly number[]
  /** STRANGER: what a group may hear. */
  readonly viewer?: Viewer
}

/** Reads standings; `src/store` and the pure light make them. */
export interface Standings {
  /**
   * Of the period as known on `today`: tasks of all current documents, or of `taskIds` (first versions) alone. For `viewer`, or
   * all there is without one: who may not see what waits for review (`access`) gets each task as it stood before.
   */
  snapshot(wish: SnapshotWish): Promise<Snapshot>
  /** Freezes a period: later changes are marked late. False: it was frozen before. */
  freeze(period: Period, today: Day, at: Date): Promise<boolean>
}
