import type { Recurrence } from './document.ts'
import type { RequestKind } from './request.ts'
import type { Day } from './span.ts'

/** When a duty falls due: on one day, or in every period of a rhythm (`month` within it, 1 its first; `day` null: its last). */
export type DutyDate =
  | { readonly due: Day }
  | { readonly recurrence: Recurrence; readonly month: number | null; readonly day: number | null }

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
  | {
      readonly change: 'paused' | 'resumed' | 'ended'
      readonly duty: string
      readonly body: { readonly from: Day }
    }
