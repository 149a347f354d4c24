import type { Query } from '../../domain/query.ts'
import type { Slots } from '../slots.ts'

/** An earlier turn of this chat and person: what was understood, and the tasks its answer named. */
export interface Turn {
  readonly query: Query
  readonly tasks: readonly { readonly id: number }[]
}

export type Refined =
  | { readonly slots: Slots; readonly rule: string | null }
  | { readonly query: Query; readonly rule: string; readonly assumptions: readonly string[] }
