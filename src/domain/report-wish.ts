import type { Period } from './period.ts'
import type { ReportKind } from './report.ts'
import type { Day } from './span.ts'

/** Everything a builder needs besides the snapshots. Pure data. */
export interface ReportWish {
  readonly kind: ReportKind
  readonly period: Period
  /** The day the report is dated. */
  readonly today: Day
  /** Whose report it is: 云川市人民政府督查室. */
  readonly issuer: string
  readonly audience: Audience
  readonly scope: ReportScope
  /** 点名: units behind are criticised by name. Only where a supervisor ticked it. */
  readonly named: boolean
  /** What stood before in each earlier period, oldest first: for trends. May be empty. */
  readonly trend: readonly TrendPoint[]
}

/** Which tasks a report is of. All fields narrow; all null and empty: everything. */
export interface ReportScope {
  /** As the title says it: 低空经济, 市水务局; null: nothing narrower was asked. */
  readonly name: string | null
  /** First versions; null: all. */
  readonly taskIds: readonly number[] | null
  /** Registry ids, with what a unit was before: tasks they lead or answer for; empty: all. */
  readonly unitIds: readonly number[]
  /** 只要滞后的: behind, overdue or blocked alone. */
  readonly lateOnly: boolean
  /** For a comparison: the two put side by side. */
  readonly sides: readonly ReportSide[]
}

export interface ReportSide {
  readonly name: string
  readonly unitIds: readonly number[]
  readonly documentId: number | null
}

/**
 * For whose eyes. all: a supervisor. units: a leader's units, or a liaison's own, with all that they said; `narrow`: of these
 * alone, else others' tasks too as any official sees them. groupSafe: what any official may see: every task with confirmed
 * progress, no difficulties, nobody's lateness in reporting. published: a bulletin a supervisor looked over: confirmed reports
 * and who is late, with difficulties for people, without them for groups.
 */
export type Audience =
  | { readonly kind: 'all' }
  | {
      readonly kind: 'units'
      readonly unitIds: readonly number[]
      readonly name: string
      readonly narrow: boolean
    }
  | { readonly kind: 'published'; readonly difficulties: boolean }
  | { readonly kind: 'groupSafe' }

/** One period in numbers, by the classes of a report. */
export interface TrendPoint {
  readonly period: Period
  readonly asOf: Day
  readonly done: number
  readonly onPace: number
  readonly slow: number
  readonly late: number
}
