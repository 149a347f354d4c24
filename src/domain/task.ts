import type { Certainty, Day, Span } from './span.ts'

export type UnitRole = 'lead' | 'responsible' | 'supporting'

/** A unit as written in a document, simplified and half-width, elliptical lists already spelled out. */
export interface UnitMention {
  readonly name: string
  readonly certainty: Certainty
  readonly source: Span
}

export type MetricOp = '>=' | '>' | '=' | '<=' | '<' | '~'

/** A target: 建成数据中心机架4万个 → {name: 数据中心机架, op: '=', value: 40000, unit: 个}. */
export interface Metric {
  readonly name: string
  readonly op: MetricOp
  readonly value: number
  /** Upper end where a range is written (1—2家). */
  readonly valueMax: number | null
  /** As written; 万 and 千 are expanded before counters only (亿元, 万元, 万平方米 stay). */
  readonly unit: string
  readonly kind: 'total' | 'growth' | 'share'
  /** The year or span the target is for when the words say so: '2025', '2025-2027'. */
  readonly period: string | null
  /** A district or other part the target is broken down to. */
  readonly by: string | null
  readonly raw: string
  readonly source: Span
}

export interface Deadline {
  readonly day: Day
  readonly certainty: Certainty
  readonly raw: string
  readonly source: Span
}

/** What a task says, and where in its document it stands. */
export interface TaskClause {
  readonly path: readonly string[]
  /** Running number 1..n where the document has one. */
  readonly no: number | null
  /** 1, 2, … when one number holds several clauses with their own units. */
  readonly part: number | null
  readonly section: string
  readonly title: string | null
  readonly text: string
}

/** One clause a unit can be held to. */
export interface Task extends TaskClause {
  readonly lead: readonly UnitMention[]
  readonly responsible: readonly UnitMention[]
  readonly supporting: readonly UnitMention[]
  /** Who answers for it: the written leads, or those a rule of the document makes leads. */
  readonly effectiveLead: readonly UnitMention[]
  /** The sentence that makes them leads (无牵头单位的，责任单位即为牵头单位), null where leads are written. */
  readonly leadRule: string | null
  readonly metrics: readonly Metric[]
  readonly deadline: Deadline | null
  readonly source: Span
}
