import type { Request } from './request.ts'
import type { Address } from './send.ts'
import type { Day } from './span.ts'

/** Someone who can be asked or told. `to` null: no account, they can be reached by telephone only. */
export interface Addressee {
  readonly personId: number
  readonly name: string
  readonly title: string | null
  readonly unitId: number | null
  readonly to: Address | null
}

/** Who is who for the ladder. */
export interface Staff {
  readonly liaisons: readonly Addressee[]
  /** `oversees`: the units under them, their own among these. */
  readonly leaders: readonly (Addressee & { readonly oversees: readonly number[] })[]
  readonly supervisors: readonly Addressee[]
  readonly leaves: readonly {
    readonly personId: number
    readonly from: Day
    readonly until: Day | null
    readonly substituteId: number | null
  }[]
  /** Everybody by id: a substitute need not be a liaison. */
  readonly people: readonly Addressee[]
}

export interface RemindSettings {
  /** Working days before a request is due on which it is asked for, most first. */
  readonly before: readonly number[]
  /** HH:MM; nothing goes out before and after. */
  readonly from: string
  readonly until: string
  /** Working days overdue after which the unit's leader is told, and the supervisors' list has it. */
  readonly leaderAfter: number
  readonly listAfter: number
  /** Cards a liaison gets a day, and asks of one request at all. */
  readonly perDay: number
  readonly perRequest: number
  /** Working days to report again what was returned. */
  readonly returnDays: number
}

/** What becomes of a rung. wait: nothing now. list: nobody can be asked, the supervisors are told. */
export type LineOutcome = 'send' | 'merge' | 'avoid' | 'list' | 'wait'

/** Why; `cards/remind/wording` has a sentence for each. */
export type LineReason =
  | { readonly why: 'rung' }
  /** The day of the rung has passed, nothing was sent then: this one stands for all that were missed. */
  | { readonly why: 'caughtUp'; readonly day: Day }
  | { readonly why: 'oneCard' }
  | { readonly why: 'askedToday' }
  | { readonly why: 'taken'; readonly on: Day }
  | { readonly why: 'notYet'; readonly next: Day }
  | { readonly why: 'holiday' }
  | { readonly why: 'quiet' }
  | { readonly why: 'snoozed'; readonly until: Day }
  | { readonly why: 'askedEnough'; readonly times: number }
  | { readonly why: 'noLiaison' }
  | { readonly why: 'onLeave'; readonly name: string }
  | { readonly why: 'noAccount'; readonly name: string }
  | { readonly why: 'noLeader' }
  | { readonly why: 'notAskedYet' }

/** One decision of the ladder: who is asked for what, or why not. */
export interface Line {
  readonly request: Request
  /** The rung it is, or would be. */
  readonly rung: string
  readonly audience: 'liaison' | 'leader' | 'supervisor'
  /** null: nobody is there to be asked. */
  readonly person: Addressee | null
  readonly outcome: LineOutcome
  readonly reason: LineReason
}
