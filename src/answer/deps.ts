import type { Viewer } from '../domain/person.ts'
import type { Query } from '../domain/query.ts'
import type { Day } from '../domain/span.ts'
import type { Lexicon } from '../understand/prepare.ts'
import type { Ledger } from './ledger.ts'

/** On whose behalf and after what a question is asked. */
export interface AskContext {
  readonly viewer: Viewer
  /** In a group only what its least-entitled member may see is said aloud. */
  readonly chat: 'group' | 'private'
  /** Earlier turns of this chat and person, oldest first. */
  readonly history: readonly {
    /** In the person's own words, for a model. */
    readonly text?: string
    readonly query: Query
    readonly tasks: readonly { readonly id: number }[]
  }[]
  readonly today: Day
}

/** The outside, as the answering flow needs it. `lexicon` is cached by `lexiconCache`. */
export interface AnswerDeps {
  readonly ledger: Ledger
  readonly lexicon: () => Promise<Lexicon>
}
