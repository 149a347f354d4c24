import type { Detail } from '../domain/query.ts'
import type { Day } from '../domain/span.ts'
import type { DocumentRef, IndicatorRow } from './ledger.ts'
import type { QuotedClause, QuotedTask } from './quoted.ts'
import type { Asked } from './task-facts.ts'

/** The documents do not say. */
export interface NoneFacts {
  readonly kind: 'none'
  readonly why:
    | 'nothing'
    | 'no-figure'
    | 'no-deadline'
    | 'no-part'
    | 'no-unit'
    | 'no-document'
    | 'no-duty'
    | 'no-person'
    | 'no-office'
    | 'other-measure'
    | 'no-due'
    | 'no-number'
    | 'no-last-year'
    | 'no-progress'
    | 'no-rhythm'
    | 'no-detail'
    | 'other-year'
    | 'not-among'
    | 'in-all'
  readonly about: string
  /** What the documents do not tell of it. */
  readonly detail?: Detail
  readonly searched: readonly DocumentRef[]
  /** What stands nearest, said as such. */
  readonly near: readonly QuotedTask[]
  /** Told by a rule, not by words that were nowhere found: nothing that stands near is offered instead. */
  readonly firm?: true
  /** What the text does say of the matter, short of an answer. */
  readonly clauses?: readonly QuotedClause[]
  /** Tasks that name only a group the unit belongs to. */
  readonly viaGroup?: number
  /** What was narrowed to, where a unit was. */
  readonly asked?: Asked
  /** Tasks the unit has in other parts than the one asked for. */
  readonly otherParts?: number
  /** The parts a table does give, where another part was asked for. */
  readonly listed?: ListedParts
  /** The span that was asked for and holds nothing. */
  readonly due?: { readonly from: Day | null; readonly to: Day }
}

/** 附件2 只列了江北区、临港区 (全市 40个). */
export interface ListedParts {
  readonly document: DocumentRef
  readonly table: string
  readonly parts: readonly string[]
  /** The district asked for is one of them, and its cell holds no figure. */
  readonly empty?: string
  /** The cell of the sum, for the matter of the first row. */
  readonly sum: IndicatorRow | null
}
