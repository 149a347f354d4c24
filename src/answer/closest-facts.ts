import type { QuotedClause, QuotedTask } from './quoted.ts'

/** Nothing says it as asked; what comes nearest, said as such. */
export interface ClosestFacts {
  readonly kind: 'closest'
  readonly about: string
  readonly tasks: readonly QuotedTask[]
  readonly clauses: readonly QuotedClause[]
}
