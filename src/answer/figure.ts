import type { MetricOp } from '../domain/task.ts'
import type { DocumentRef } from './ledger.ts'

/** The same measure in several documents or years: figures of one year side by side, or one document's years in a row. */
export type Verdict =
  | { readonly kind: 'agree'; readonly year: number | null; readonly figures: readonly Figure[] }
  | { readonly kind: 'differ'; readonly year: number | null; readonly figures: readonly Figure[] }
  | { readonly kind: 'rising'; readonly figures: readonly Figure[] }
  | { readonly kind: 'falling'; readonly figures: readonly Figure[] }

/** A value that can be set beside another: of which year, in which document. */
export interface Figure {
  readonly name: string
  readonly op: MetricOp
  readonly value: number
  /** The far end of a range: 1—2家. */
  readonly valueMax: number | null
  readonly unit: string
  readonly kind: 'total' | 'growth' | 'share'
  readonly raw: string
  readonly year: number | null
  readonly document: DocumentRef
}

interface Difference {
  readonly value: number
  readonly unit: string
}

/** Several documents beside one another; the difference is of the first and last figure, in one measure. */
export type Comparison =
  | { readonly verdict: 'agree' | 'differ' | 'progress' | 'open'; readonly difference: Difference | null }
  /** Two measures, not one in two places; `more` is the higher, null where they are even. */
  | { readonly verdict: 'pair'; readonly difference: Difference | null; readonly more: Figure | null }
