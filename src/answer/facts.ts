import type { RefusalReason } from '../domain/access.ts'
import type { Period } from '../domain/period.ts'
import type { ChatTone, CountOf, FeedbackAbout, Query } from '../domain/query.ts'
import type { Day } from '../domain/span.ts'
import type { StaffQuery } from '../domain/staff-query.ts'
import type { TaskStanding } from '../domain/standing.ts'
import type { UnitRole } from '../domain/task.ts'
import type { Comparison, Figure, Verdict } from './figure.ts'
import type {
  ClauseRow,
  Contact,
  DocumentRef,
  DutyRow,
  FeedbackRow,
  GoalRow,
  IndicatorRow,
  RosterRow,
  StaffRow,
  StageRow,
  TaskRow,
} from './ledger.ts'
import type { OwingFacts, ProgressFacts } from './progress-facts.ts'

/** What was found, before any words: one member a kind of answer. `cards/answer` puts it into sentences. */
export type Facts =
  | TasksFacts
  | LeadFacts
  | FiguresFacts
  | DeadlineFacts
  | { readonly kind: 'count'; readonly of: CountOf; readonly count: CountFacts }
  | { readonly kind: 'indicators'; readonly lines: readonly IndicatorRow[] }
  | { readonly kind: 'stage'; readonly stages: readonly StageRow[]; readonly topic: string | null }
  | {
      readonly kind: 'span'
      readonly documents: readonly (DocumentRef & { readonly issuer?: string | null })[]
      readonly clauses: readonly QuotedClause[]
    }
  | DutyFacts
  | {
      readonly kind: 'people'
      readonly rows: readonly RosterRow[]
      readonly clauses: readonly QuotedClause[]
      readonly about: string
    }
  | {
      readonly kind: 'staff'
      readonly of: StaffQuery['of']
      /** The unit or the person asked about. */
      readonly about: string
      readonly people: readonly StaffRow[]
      /** Whom to ask where nobody is registered. */
      readonly help: readonly Contact[]
    }
  | {
      readonly kind: 'units'
      readonly tallies: readonly UnitTally[]
      readonly roles: readonly UnitRole[]
      readonly writtenOnly: boolean
      /** Documents set beside one another, not units. */
      readonly by?: 'documents'
      /** The busiest units of all, not some that were named; of how many. */
      readonly outOf?: number
    }
  | { readonly kind: 'passages'; readonly clauses: readonly QuotedClause[] }
  | ProgressFacts
  | OwingFacts
  | NoneFacts
  | { readonly kind: 'clarify'; readonly about: string; readonly choices: readonly string[] }
  | { readonly kind: 'help' }
  | { readonly kind: 'chat'; readonly tone: ChatTone }
  | {
      readonly kind: 'feedback'
      readonly about: FeedbackAbout
      readonly rows: readonly FeedbackRow[]
    }
  /** No document has been brought in yet. */
  | { readonly kind: 'empty'; readonly people: readonly Contact[] }
  /** May not be seen by the asker; these people can help. */
  | { readonly kind: 'refused'; readonly reason: RefusalReason; readonly people: readonly Contact[] }
  /** Said to the asker alone, for the group may not hear it. */
  | { readonly kind: 'whispered' }

/** How its tasks stand, by the ids of their rows; absent where nothing is known of any. */
interface Lit {
  readonly lights?: ReadonlyMap<number, TaskStanding>
}

export interface TasksFacts extends Lit {
  readonly kind: 'tasks'
  readonly asked: Asked
  readonly rows: readonly TaskRow[]
  /** Tasks that name only a group the unit belongs to (各区人民政府); not among `rows`. */
  readonly viaGroup: number
  /** Progress was asked for and none has been reported yet. */
  readonly progress?: boolean
}

/** What the question narrowed to, for titles. */
export interface Asked {
  readonly unit: string | null
  readonly document: string | null
  readonly topic: string | null
  readonly roles: readonly UnitRole[]
  readonly missing: readonly UnitRole[]
  readonly numbers: readonly number[]
  readonly dueFrom: Day | null
  readonly dueTo: Day | null
}

export interface LeadFacts {
  readonly kind: 'lead'
  /** How many units are asked for too. */
  readonly counted?: boolean
  readonly roles: readonly UnitRole[]
  readonly rows: readonly TaskRow[]
  readonly clauses: readonly QuotedClause[]
}

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
  /** The cells of the districts with the highest or lowest figure, where that was asked for. */
  readonly top?: { readonly rank: 'most' | 'least'; readonly rows: readonly IndicatorRow[] }
  readonly verdicts: readonly Verdict[]
  /** Progress was asked for and none has been reported yet: the targets are told instead. */
  readonly progress?: boolean
}

export interface DeadlineFacts extends Lit {
  readonly kind: 'deadline'
  readonly asked: Asked
  readonly rows: readonly TaskRow[]
}

export interface DutyFacts {
  readonly kind: 'duty'
  readonly duties: readonly DutyRow[]
  readonly clauses: readonly QuotedClause[]
  /** 要不要, 是否: the answer opens with yes. */
  readonly yesNo: boolean
  /** The period whose report was asked for: its own day is told. */
  readonly of?: Period
}

export interface CountFacts {
  readonly rows: readonly TaskRow[]
  readonly asked: Asked
  readonly sections: readonly string[]
  readonly documents: readonly DocumentRef[]
  readonly units: readonly string[]
  readonly viaGroup: number
}

export interface UnitTally {
  readonly unit: string
  readonly rows: readonly TaskRow[]
}

/** A row with the sentence of it that answers best. */
export interface QuotedTask {
  readonly row: TaskRow
  readonly sentence: string
}

export interface QuotedClause {
  readonly row: ClauseRow
  readonly sentence: string
}

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
  readonly about: string
  readonly searched: readonly DocumentRef[]
  /** What stands nearest, said as such. */
  readonly near: readonly QuotedTask[]
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

/** What one question found, and the Query it came from. */
export interface Answered {
  readonly query: Query
  readonly facts: Facts
}
