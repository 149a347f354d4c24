import type { ReportedState } from './heard.ts'
import type { Period } from './period.ts'
import type { Day } from './span.ts'

/** 附表1 办理方案, 附表2 督办工作人员名单, 附表3 责任事项完成情况. */
export const FORM_KINDS = ['handlingPlan', 'contacts', 'completion'] as const
export type FormKind = (typeof FORM_KINDS)[number]

/** How a row points at its task. */
export interface FormTask {
  /** First version, from the hidden column; null: the row was added by hand, or its column was lost or contradicts the number. */
  readonly originId: number | null
  readonly no: number | null
  readonly part: number | null
  /** Number of its document, 《title》 where it has none; null: the form does not say. */
  readonly document: string | null
  readonly path: readonly string[]
  readonly text: string
}

/** Where it stands in the file, to be named to people: sheet (or 第2张表) and row as Excel counts them. */
export interface FormPlace {
  readonly sheet: string
  readonly row: number
}

/** One line of a handling plan: 细化任务、具体措施、完成时限、分管负责人. '' where nothing is written. */
export interface PlanStep {
  readonly work: string
  readonly measures: string
  /** null: not written, or not one day. */
  readonly finishOn: Day | null
  /** As written: 2026年6月底前. */
  readonly finish: string
  /** 分管负责人. */
  readonly chief: string
  /** 具体责任人、责任处室. */
  readonly handler: string
  readonly phone: string
}

export interface HandlingPlanRow {
  readonly place: FormPlace
  readonly task: FormTask
  /** 牵头单位 of the row; null: not written, the form's unit is meant. */
  readonly unit: string | null
  readonly steps: readonly PlanStep[]
}

export interface ContactRow {
  readonly place: FormPlace
  readonly unit: string | null
  /** 分管负责人, 联络员, … as written. */
  readonly role: string
  readonly name: string
  readonly title: string
  readonly officePhone: string
  readonly mobile: string
  readonly note: string
}

/** A target with the cell for what is done of it. */
export interface FormMetric {
  readonly name: string
  /** ≥10条, as the form prints it. */
  readonly target: string
  readonly unit: string
  /** What was reported before, for the eye: 6条（7月）; '' where nothing was. */
  readonly before: string
  /** null: left blank. */
  readonly value: number | null
}

export interface CompletionRow {
  readonly place: FormPlace
  readonly task: FormTask
  readonly unit: string | null
  readonly metrics: readonly FormMetric[]
  readonly text: string
  readonly state: ReportedState | null
  readonly expectedFinish: Day | null
  readonly difficulty: string
  /** 需协调事项. */
  readonly help: string
}

interface FormHead {
  /** 填报单位; null: not written (or a form of many units). */
  readonly unit: string | null
  readonly period: Period | null
}

/** A form, to be printed or as read back: what is printed and not touched reads back the same. */
export type Form =
  | (FormHead & { readonly kind: 'handlingPlan'; readonly rows: readonly HandlingPlanRow[] })
  | (FormHead & { readonly kind: 'contacts'; readonly rows: readonly ContactRow[] })
  | (FormHead & { readonly kind: 'completion'; readonly rows: readonly CompletionRow[] })

/** What stood in a cell and could not be taken, and why, in Chinese: to be shown, never dropped in silence. */
export interface UnreadCell {
  readonly place: FormPlace
  /** Name of the column; '' for a whole row. */
  readonly column: string
  readonly text: string
  readonly reason: string
}

/** A form somebody filled. Rows in which nothing was filled are `blank`, not in `rows`. Nothing is written by reading it. */
export type FilledForm = Form & {
  readonly unread: readonly UnreadCell[]
  readonly blank: readonly FormTask[]
}

/** All forms of one file; empty: no table in it is one of ours. */
export interface FormsRead {
  readonly forms: readonly FilledForm[]
  /** Sheets and tables that are none of the forms, by name. */
  readonly others: readonly string[]
}
