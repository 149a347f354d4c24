import type { QuotedClause, QuotedTask } from './quoted.ts'

/** Nothing says it as asked; what comes nearest, said as such. */
export interface ClosestFacts {
  readonly kind: 'closest'
  readonly about: string
  /** A unit that no task has, and whose name stands in these texts. */
  readonly named?: true
  readonly tasks: readonly QuotedTask[]
  readonly clauses: readonly QuotedClause[]
}
