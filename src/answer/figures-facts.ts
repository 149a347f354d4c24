import type { Comparison, Figure, Verdict } from './figure.ts'
import type { Headed } from './kinds/headline.ts'
import type { GoalRow, IndicatorRow } from './ledger.ts'
import type { QuotedClause, QuotedTask } from './quoted.ts'
import type { Lit } from './task-facts.ts'

/** What a past year came to, a sum, a rate. */
export type FigureUnsaid = 'reached' | 'total' | 'rate'

/** Targets as they are written, and what several places that give one say together. */
export interface FiguresFacts extends Lit {
  readonly kind: 'figures'
  readonly topic: string | null
  readonly tasks: readonly QuotedTask[]
  readonly goals: readonly GoalRow[]
  readonly indicators: readonly IndicatorRow[]
  readonly clauses: readonly QuotedClause[]
  readonly by: string | null
  readonly year: number | null
  /** The figures side by side, oldest year first, where several documents give one. */
  readonly figures: readonly Figure[]
  readonly compared: Comparison | null
  /** The one figure every place gives, as far as they all give the same. */
  readonly headline: Figure | null
  /** Each thing asked for with its figure, where more than one was, or where the one has no name that all places share. */
  readonly heads: readonly Headed[]
  /** The cells of the districts with the highest or lowest figure, where that was asked for. */
  readonly top?: { readonly rank: 'most' | 'least'; readonly rows: readonly IndicatorRow[] }
  readonly verdicts: readonly Verdict[]
  /** Progress was asked for and none has been reported yet: the targets are told instead. */
  readonly progress?: boolean
  /** Another sort of figure was asked for than is written. */
  readonly unsaid?: FigureUnsaid
  /** The year asked for, where all that is written is of others. */
  readonly notOf?: number
}
