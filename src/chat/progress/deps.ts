import type { Declines } from '../../domain/decline.ts'
import type { Drafts } from '../../domain/draft.ts'
import type { EvidenceBook } from '../../domain/evidence.ts'
import type { HandOvers } from '../../domain/hand-over.ts'
import type { Heard } from '../../domain/heard.ts'
import type { Viewer } from '../../domain/person.ts'
import type { Progress, ProgressBook } from '../../domain/progress.ts'
import type { Request } from '../../domain/request.ts'
import type { Roll } from '../../domain/roll.ts'
import type { Outbox } from '../../domain/send.ts'
import type { Day } from '../../domain/span.ts'
import type { Lexicon } from '../../understand/prepare.ts'
import type { HearContext, LedgerTask } from '../../understand/progress/ledger.ts'
import type { ChatDeps, Question } from '../deps.ts'

/** All that reporting needs of the outside, beside the `ChatDeps` of the channel at hand. */
export interface ProgressDeps {
  /** The calendar day of an instant. */
  readonly dayOf: (at: Date) => Day
  readonly ear: Ear
  readonly book: ProgressBook
  readonly reviews: Reviews
  readonly requests: Requests
  readonly drafts: Drafts
  readonly handOvers: HandOvers
  readonly declines: Declines
  readonly roll: Roll
  /** First versions of tasks by the rows of any version. */
  readonly origins: (taskIds: readonly number[]) => Promise<ReadonlyMap<number, number>>
  readonly outbox: Pick<Outbox, 'plan' | 'find'>
  readonly evidence?: EvidenceBook
}

/** Rules that read messages, with the ledger they read them against. */
export interface Ear {
  /** Current tasks and the words for them; read again when the ledger changes. */
  readonly ground: () => Promise<{ readonly tasks: readonly LedgerTask[]; readonly lexicon: Lexicon }>
  readonly hear: (said: string, context: HearContext) => Heard
  readonly amend: (pending: Heard, said: string, context: HearContext) => Heard
}

/** What units owe; of `remind`. */
export interface Requests {
  /** Open requests of a unit that may be asked for, earliest due first. */
  open(unitId: number, today: Day): Promise<readonly Request[]>
  find(id: number): Promise<Request | null>
  /** Newest request of the unit for any of these tasks, answered ones too, a task at a time. */
  latest(unitId: number, taskIds: readonly number[]): Promise<readonly Request[]>
  /** Open requests of all units. */
  unreported(today: Day): Promise<readonly Request[]>
  /** 稍后提醒. */
  snooze(requestIds: readonly number[], personId: number, until: Day, at: Date): Promise<void>
  /** 催办: asks within the burden budget. With `dry` nothing is sent. */
  press(requestIds: readonly number[], how: PressWish): Promise<Pressed>
}

export interface PressWish {
  /** Names this press: pressed twice with one key it is sent once. */
  readonly key: string
  readonly at: Date
  readonly today: Day
  readonly dry: boolean
}

export interface Pressed {
  readonly asked: readonly { readonly unit: string; readonly person: string; readonly items: number }[]
  /** Spared, and why. */
  readonly spared: readonly { readonly unit: string; readonly reason: string }[]
}

/** Reports that wait for a supervisor's word. */
export interface Reviews {
  /** Official ones, oldest first; of one unit and period where given. */
  waiting(of?: { readonly unit?: number; readonly period?: string }): Promise<readonly Progress[]>
}

/** One message or tap at work. */
export interface Turn {
  readonly p: ProgressDeps
  readonly deps: ChatDeps
  readonly viewer: Viewer
  readonly now: Date
  readonly today: Day
}

/** A message at work. */
export interface WordsTurn extends Turn {
  readonly question: Question
  readonly text: string
}
