import type { Day } from '../domain/span.ts'

/** What the store knows by name, as loaded: the raw material of the finders. */
export interface LexiconRows {
  /** Changes whenever anything below may have changed. */
  readonly version: string
  readonly units: readonly LexiconUnit[]
  readonly documents: readonly LexiconDocument[]
  readonly people: readonly { readonly name: string; readonly documentId: number }[]
  /** Leaders with the units under them (分管), by the name people call them. */
  readonly leaders?: readonly { readonly name: string; readonly unitIds: readonly number[] }[]
  readonly sections: readonly LexiconSection[]
  readonly stages: readonly { readonly documentId: number; readonly name: string }[]
  /** Names of metrics, indicators and task titles: the words topics are made of. */
  readonly terms: readonly string[]
  /** Districts and other parts the tables break figures down to. */
  readonly parts: readonly string[]
  /** How many clauses hold a token (those held by more than one, of a sample in large stores), and of how many. */
  readonly tokenCounts: readonly { readonly token: string; readonly n: number }[]
  readonly clauses: number
}

export interface LexiconUnit {
  readonly id: number
  readonly name: string
  readonly short: string
  readonly kind: string
  readonly aliases: readonly string[]
  readonly succeededBy: number | null
  readonly members: readonly number[]
}

export interface LexiconDocument {
  readonly id: number
  readonly fileId: number
  readonly number: string | null
  readonly title: string
  readonly noticeTitle: string | null
  readonly issuer?: string | null
  readonly issuedOn: Day | null
  readonly periodStart: Day | null
  readonly periodEnd: Day | null
  /** The opening of the document: what it is about, and the names it gives itself (以下称…). */
  readonly about: string
  readonly tasks: number
}

export interface LexiconSection {
  readonly documentId: number
  readonly path: readonly string[]
  readonly heading: string
  /** Where what stands under it begins and ends: a heading without a number (——…) has its parent's path. */
  readonly start: number
  readonly end: number
  /** How many tasks stand under it; absent: not counted. */
  readonly tasks?: number
}
