import type { Detail } from '../domain/query.ts'
import type { QuotedClause, QuotedTask } from './quoted.ts'

/** One thing more of a matter, as far as the documents tell it. */
export interface DetailFacts {
  readonly kind: 'detail'
  readonly of: Detail
  readonly about: string
  readonly tasks: readonly QuotedTask[]
  readonly clauses: readonly QuotedClause[]
  /** false: only some of what was asked is said (甲等5家, 定期). */
  readonly whole: boolean
}
