import type { Certainty, Day, Span } from './span.ts'
import type { Metric, Task } from './task.ts'

export interface Stage {
  readonly name: string
  readonly start: Day | null
  readonly end: Day | null
  readonly text: string
  readonly source: Span
}

export type Recurrence = 'monthly' | 'quarterly' | 'semiannual' | 'annual'

/** 自2025年第二季度起…每个季度第1个月的20日前 → from 2025-04-01, month 1, day 20. */
export interface DutyTiming {
  readonly from: Day | null
  readonly until: Day | null
  /** Month within the period, 1 = its first; null for monthly duties. Without a day, its last day is meant. */
  readonly month: number | null
  readonly day: number | null
}

/** Who owes whom what, by when, in the words of its document. */
export interface DutyWords {
  readonly who: string | null
  readonly to: string | null
  readonly what: string
  readonly due: Day | null
  readonly recurrence: Recurrence | null
  /** The verbatim sentence. */
  readonly text: string
}

/** A reporting duty. */
export interface Duty extends DutyWords {
  /** `implied` where only the stage the sentence stands in has an end. Absent with `due` null. */
  readonly dueCertainty?: Certainty
  /** When in each period a recurring duty falls due, as far as it is written. */
  readonly timing?: DutyTiming
  readonly source: Span
}

export interface RosterEntry {
  readonly role: string
  readonly name: string
  readonly title: string
  readonly source: Span
}

/** One cell of an indicator table or of an annex of districts by year. */
export interface Indicator {
  readonly table: string
  readonly group: string | null
  readonly name: string
  readonly unit: string | null
  /** As written (2750, 99%以上); null where the document leaves the cell empty (/). */
  readonly target: string | null
  readonly value: number | null
  readonly period: string | null
  readonly by: string | null
  /** 预期性, 约束性, or the definition a footnote gives. */
  readonly note: string | null
  /** False where the source is damaged and the cell's place is a guess: answers must say so. */
  readonly certain: boolean
  readonly source: Span
}

/** 各区人民政府〈含开发区管委会，下同〉: a group and what this document widens it with. */
export interface GroupDefinition {
  readonly name: string
  readonly includes: readonly string[]
  readonly text: string
  readonly source: Span
}

/** 武汉经开区管委会〈汉南区人民政府〉: two names of one body, as this document says. */
export interface OtherName {
  readonly name: string
  readonly other: string
  readonly source: Span
}

/** A remark about a document with its place; a bad document is not an exception. `message` is Chinese. */
export interface Warning {
  readonly at: number
  readonly message: string
}

/** A heading and what stands under it, up to the next heading of its rank. */
export interface SectionNode {
  readonly label: string | null
  readonly path: readonly string[]
  readonly heading: string | null
  /** Normalised paragraphs directly under the heading, with their place in the file. */
  readonly paragraphs: readonly { readonly text: string; readonly source: Span }[]
  readonly children: readonly SectionNode[]
  readonly source: Span
}

/** Retrieval unit: one clause with the headings above it. */
export interface Chunk {
  readonly path: readonly string[]
  /** 《title》 > 二、工作任务 > （一）…, joined by ' > '. */
  readonly heading: string
  readonly text: string
  readonly source: Span
}

/** All that is read out of one document of a file. */
export interface PlanDocument {
  readonly number: string | null
  readonly title: string
  readonly noticeTitle: string | null
  readonly issuer: string | null
  readonly issuedOn: Day | null
  readonly addressees: readonly string[]
  /** The years the plan is for: 2025, 2025–2027. `certainty` says whether a title, a sentence or the issue date tells. */
  readonly period: { readonly start: Day; readonly end: Day; readonly certainty: Certainty } | null
  readonly goals: readonly Metric[]
  readonly stages: readonly Stage[]
  readonly duties: readonly Duty[]
  readonly roster: readonly RosterEntry[]
  readonly indicators: readonly Indicator[]
  readonly groups: readonly GroupDefinition[]
  readonly otherNames: readonly OtherName[]
  readonly tasks: readonly Task[]
  readonly sections: readonly SectionNode[]
  readonly chunks: readonly Chunk[]
  readonly warnings: readonly Warning[]
  readonly source: Span
}
