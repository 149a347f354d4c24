import type { RefusalReason } from '../domain/access.ts'
import type { Role } from '../domain/person.ts'
import type { ChatTone, CountOf, FeedbackAbout, Query } from '../domain/query.ts'
import type { StaffQuery } from '../domain/staff-query.ts'
import type { UnitRole } from '../domain/task.ts'
import type { ClosestFacts } from './closest-facts.ts'
import type { DetailFacts } from './detail-facts.ts'
import type { FiguresFacts } from './figures-facts.ts'
import type {
  Contact,
  DocumentRef,
  FeedbackRow,
  IndicatorRow,
  RosterRow,
  StaffRow,
  StageRow,
} from './ledger.ts'
import type { NoneFacts } from './none-facts.ts'
import type { OwingFacts, ProgressFacts } from './progress-facts.ts'
import type { QuotedClause } from './quoted.ts'
import type { CountFacts, DeadlineFacts, DutyFacts, LeadFacts, TasksFacts, UnitTally } from './task-facts.ts'

/** What was found, before any words: one member a kind of answer. `cards/answer` puts it into sentences. */
export type Facts =
  | TasksFacts
  | LeadFacts
  | FiguresFacts
  | DetailFacts
  | ClosestFacts
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
      /** The name was asked for, and only the post is written. */
      readonly unnamed?: boolean
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
  /** Of the asker: what more they may do. */
  | { readonly kind: 'help'; readonly roles: readonly Role[] }
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

/** What one question found, and the Query it came from. */
export interface Answered {
  readonly query: Query
  readonly facts: Facts
}
