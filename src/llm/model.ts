import type { Source } from '../domain/message.ts'
import type { Query } from '../domain/query.ts'
import type { Day } from '../domain/span.ts'
import type { NameIndex } from '../text/names.ts'
import type { Listener } from './aloud.ts'
import type { Lookup } from './query-schema.ts'
import type { ReportDraft } from './report-schema.ts'

/**
 * The four places where a model may help. Each answers null when the model is off, slow, refuses or says something
 * that does not check: the caller then goes on by its rules. None of them can write or send anything.
 */
export interface Model {
  /** As shown by doctor and in the log; null: no model is set. */
  readonly name: string | null
  /** A question the rules are unsure of → Query, its names resolved by `lookup`. */
  place(asked: Placing): Promise<Query | null>
  /** What the rules left of a liaison's message → a draft, to be checked against the person's own words. */
  report(asked: Reporting): Promise<ReportDraft | null>
  /** Facts → one or two sentences that say nothing else. */
  word(asked: Wording): Promise<string | null>
  /** An open question, answered from what the read-only tools bring. */
  converse(asked: Conversing): Promise<Spoken | null>
}

export interface Placing {
  readonly text: string
  /** Earlier messages of the same person, oldest first. */
  readonly history: readonly string[]
  readonly today: Day
  readonly lookup: Lookup
}

export interface Reporting {
  readonly text: string
  readonly history: readonly string[]
  readonly today: Day
  /** Tasks with their metrics, one line each, in the order the draft counts them from 1. */
  readonly tasks: readonly string[]
}

export interface Wording {
  readonly question: string
  /** The answer as the rules word it, the clauses it rests on, titles and numbers of their documents. */
  readonly facts: readonly string[]
  readonly today: Day
  /** Units and people by all their names, for the check of the text. */
  readonly names?: NameIndex<unknown>
  /** Hears checked sentences while the rest is still being written. */
  readonly heard?: Listener
}

export interface Conversing extends Placing {
  readonly tools: ReadTools
  readonly names?: NameIndex<unknown>
  readonly heard?: (text: string, evidence: readonly Evidence[]) => void
}

/** What the agent may do: look, nothing else. The caller binds the viewer, so rights hold here too. */
export interface ReadTools {
  query(query: Query): Promise<Evidence>
  search(text: string): Promise<Evidence>
}

/** What a tool brings: words for the model, and the clauses they come from. */
export interface Evidence {
  readonly text: string
  readonly sources: readonly Source[]
}

export interface Spoken {
  readonly text: string
  readonly evidence: readonly Evidence[]
}

export const noModel: Model = {
  name: null,
  place: async () => null,
  report: async () => null,
  word: async () => null,
  converse: async () => null,
}
