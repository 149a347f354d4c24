import type { Channel, Chat } from '../domain/chat.ts'
import type { DutyChange } from '../domain/duty-change.ts'
import type { Period } from '../domain/period.ts'
import type { Hand } from '../domain/progress.ts'
import type { RemindSettings, Staff } from '../domain/reminding.ts'
import type { Ask, PlannedRequest, Request } from '../domain/request.ts'
import type { SendRecord } from '../domain/send.ts'
import type { Day } from '../domain/span.ts'
import type { AskFigures, TaskStanding } from '../domain/standing.ts'
import type { UnitRegistry } from '../domain/unit.ts'
import type { Taking } from '../store/asks.ts'
import type { Pressed, PressOf } from '../store/press.ts'
import type { DutyRows } from '../store/read-duties.ts'
import type { CalendarDay } from '../text/working-days.ts'

/** All that reminding needs of the outside. */
export interface RemindDeps {
  readonly settings: RemindSettings & { readonly holiday: 'earlier' | 'later' }
  /** The calendar day and HH:MM of an instant, in the office's time zone. */
  readonly dayOf: (at: Date) => Day
  readonly timeOf: (at: Date) => string
  readonly duties: DutySource
  readonly store: RequestStore
  readonly standings: (wish: {
    readonly period: Period
    readonly today: Day
    readonly taskIds: readonly number[]
  }) => Promise<readonly TaskStanding[]>
  /** Channels by name, for cards that are changed in place; one that is off is absent. */
  readonly channels: Partial<Readonly<Record<Chat['channel'], Pick<Channel, 'update' | 'urge'>>>>
  readonly log: { readonly warn: (facts: object, words: string) => void }
}

/** What requests are made of. */
export interface DutySource {
  /** Changes whenever requests might. */
  readonly stamp: () => Promise<string>
  readonly rows: () => Promise<DutyRows>
  readonly changes: () => Promise<readonly DutyChange[]>
  readonly registry: () => Promise<UnitRegistry>
  readonly calendarDays: () => Promise<readonly CalendarDay[]>
}

export interface RequestStore {
  readonly ensure: (
    planned: readonly PlannedRequest[],
    at: { readonly now: Date; readonly window: { readonly from: Day; readonly to: Day } },
  ) => Promise<unknown>
  /** What of the requests that are there became known since; `ensure` does this too. */
  readonly settleKnown: (now: Date) => Promise<void>
  /** Since when requests are made, and the first stated day of those that are open; null: there never was any. */
  readonly began: () => Promise<{ readonly since: Day; readonly open: Day | null } | null>
  /** Open requests that may be asked for. */
  readonly open: (today: Day) => Promise<readonly Request[]>
  /** Requests stated for days of the window that need not be asked for: answered. */
  readonly answered: (window: { readonly from: Day; readonly to: Day }) => Promise<readonly Request[]>
  readonly asks: (today: Day) => Promise<readonly Ask[]>
  readonly snoozes: () => Promise<
    readonly { readonly requestId: number; readonly personId: number; readonly until: Day }[]
  >
  readonly staff: (today: Day) => Promise<Staff>
  /** Of each all or nothing; what somebody was faster with is left. */
  readonly claim: (all: readonly Taking[], at: Date) => Promise<void>
  /** 催办 and 加急 of one person, with their audit rows; see `store/press`. */
  readonly press: (press: Omit<PressOf, 'perDay'>, hand: Hand) => Promise<Pressed>
  /** Takes an approved 加急 so that it is done once; false: somebody took it. */
  readonly claimUrge: (ask: Ask) => Promise<boolean>
  readonly sends: (keys: readonly string[]) => Promise<readonly SendRecord[]>
  /** Of these messages those in whose place a draft stands that waits for its person. */
  readonly filledIn: (messageIds: readonly string[]) => Promise<readonly string[]>
  readonly figures: (span: { readonly start: Day; readonly end: Day }) => Promise<AskFigures>
  /** Units that owe something asked for by now, and those of them that owe nothing any more. */
  readonly counts: (today: Day) => Promise<{ readonly owing: number; readonly reported: number }>
}
