import type { Recurrence } from './document.ts'
import type { RequestKind } from './request.ts'
import type { Day } from './span.ts'

/** When a duty falls due: on one day, or in every period of a rhythm (`month` within it, 1 its first; `day` null: its last). */
export type DutyDate =
  | { readonly due: Day }
  | { readonly recurrence: Recurrence; readonly month: number | null; readonly day: number | null }

/** A date as somebody says it. Without a rhythm (推迟到25日) the duty keeps its own. */
export type SaidDate =
  | { readonly due: Day }
  | { readonly recurrence: Recurrence | null; readonly month: number | null; readonly day: number | null }

/** A duty a supervisor laid down, with no sentence of a document behind it, or none that could be read. */
export interface AddedDuty {
  /** Whose tasks it is about; null: the tasks of all documents of the ledger. */
  readonly documentId: number | null
  /** 各牵头单位, 各责任单位, 市水务局. */
  readonly who: string
  readonly what: string
  readonly kind: RequestKind
  readonly date: DutyDate
  readonly from: Day | null
  readonly until: Day | null
  /** First versions of the tasks it is about; absent: all that the unit has there. */
  readonly tasks?: readonly number[]
}

/**
 * A supervisor's word on a duty, from a day on. `duty` is its key (`remind/duty-key`), the same through all readings of
 * its document; an added duty's is `added:<id>`.
 */
export type DutyChange =
  | { readonly change: 'added'; readonly id: number; readonly body: AddedDuty }
  | {
      readonly change: 'moved'
      readonly duty: string
      readonly body: { readonly from: Day; readonly date: DutyDate }
    }
  /** Once only: what falls due on `of` (as stated before this word) falls due on `due`; all other days stay. */
  | {
      readonly change: 'shifted'
      readonly duty: string
      readonly body: { readonly of: Day; readonly due: Day }
    }
  | {
      readonly change: 'paused' | 'resumed' | 'ended'
      readonly duty: string
      readonly body: { readonly from: Day }
    }

/** A change before it has a row; an added duty gets its id from it. */
export type NewDutyChange = DutyChange extends infer C
  ? C extends DutyChange
    ? Omit<C, 'id'>
    : never
  : never

/** What stood of the duty before a change, as supervisors read it; null: there was none. */
export type DutyBefore = Readonly<Record<string, unknown>> | null
