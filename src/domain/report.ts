import type { Light, Source } from './message.ts'
import type { Period } from './period.ts'
import type { Day } from './span.ts'

/** As `duban report KIND` names them. */
export const REPORT_KINDS = [
  'monthly', // 月调度
  'quarterly', // 季通报
  'halfYear', // 半年小结
  'annual', // 全年总结
  'onePage', // 一页纸, for a leader
  'unit', // 某单位情况
  'topic', // 专题 (低空经济的进展)
  'task', // 一项任务的历次报送
  'difference', // 与上期相比
  'comparison', // two units or two documents side by side
  'forms', // 附表1–3
  'ledger', // 任务台账
] as const
export type ReportKind = (typeof REPORT_KINDS)[number]

/** How a report is handed over. */
export const REPORT_FORMS = ['card', 'docx', 'xlsx'] as const
export type ReportForm = (typeof REPORT_FORMS)[number]

/** One report as a tree, before any printer: card, docx and xlsx show the same. Pure data, no clock. */
export interface Report {
  readonly kind: ReportKind
  readonly title: string
  readonly subtitle: string | null
  /** 督查通报〔2026〕3号: given when it is published, null before. */
  readonly number: string | null
  readonly issuer: string
  readonly period: Period
  /** What was known on this day is in it, and nothing later. */
  readonly asOf: Day
  readonly issuedOn: Day
  readonly addressees: readonly string[]
  readonly parts: readonly ReportPart[]
  readonly sources: readonly Source[]
  /** The lead paragraph was worded by a model from the same facts. */
  readonly machineWorded: boolean
}

export type ReportPart =
  /** 1 一、 2 （一） 3 1. 4 （1）: printers number them. */
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly text: string }
  /** `lead`: the first words, which a supervisor may edit and a model may reword; a report has one at most. */
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[]; readonly lead?: boolean }
  | {
      readonly kind: 'figures'
      readonly figures: readonly { readonly label: string; readonly value: Run }[]
    }
  | {
      readonly kind: 'table'
      readonly caption: string | null
      readonly columns: readonly ReportColumn[]
      readonly rows: readonly (readonly Run[])[]
      readonly note: string | null
    }
  /** One VChart spec for card, page and PNG. `data` says the same in words, where a picture cannot be shown. */
  | {
      readonly kind: 'chart'
      readonly caption: string
      readonly spec: Readonly<Record<string, unknown>>
      readonly data: string
    }

export interface ReportColumn {
  readonly name: string
  /** Share of the width; columns add up to what they like. */
  readonly width: number
  readonly align: 'left' | 'center' | 'right'
}

/** Words of a paragraph or cell. A figure carries what it was counted from, so that it can be recomputed. */
export interface Run {
  readonly text: string
  readonly strong?: boolean
  /** The text names this light (绿灯); printers may show its colour beside it. */
  readonly light?: Light
  readonly figure?: FigureOrigin
}

export interface FigureOrigin {
  /** The number as counted, before wording: 7, 82.5. */
  readonly value: number
  /** First versions of the tasks it rests on. */
  readonly tasks: readonly number[]
  /** Rows of progress it rests on. */
  readonly progress: readonly number[]
  /** Index into `Report.sources`: the clause, where it is one task's. */
  readonly source?: number
}
