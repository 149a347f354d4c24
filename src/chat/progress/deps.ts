import type { Chat } from '../../domain/chat.ts'
import type { Declines } from '../../domain/decline.ts'
import type { Drafts } from '../../domain/draft.ts'
import type { DutyBefore, NewDutyChange } from '../../domain/duty-change.ts'
import type { EvidenceBook } from '../../domain/evidence.ts'
import type { FormsRead } from '../../domain/form.ts'
import type { HandOvers } from '../../domain/hand-over.ts'
import type { Filed, FiledForm } from '../../domain/handling-plan.ts'
import type { Heard } from '../../domain/heard.ts'
import type { Message } from '../../domain/message.ts'
import type { Period } from '../../domain/period.ts'
import type { Viewer } from '../../domain/person.ts'
import type { PressResult } from '../../domain/press-result.ts'
import type { Hand, Progress, ProgressBook } from '../../domain/progress.ts'
import type { AskedSoFar } from '../../domain/record.ts'
import type { Roll } from '../../domain/roll.ts'
import type { Outbox } from '../../domain/send.ts'
import type { Day } from '../../domain/span.ts'
import type { DutyDesk } from '../../remind/duty-desk.ts'
import type { Press } from '../../remind/press.ts'
import type { RequestReads } from '../../store/requests.ts'
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
  readonly requests: RequestReads
  /** How often units were asked, last due first; of these units and tasks (first versions), null: of all. */
  readonly askedSoFar: (
    of: { readonly units: readonly number[] | null; readonly tasks: readonly number[] | null },
    limit: number,
  ) => Promise<readonly AskedSoFar[]>
  readonly reminding: Pressing
  readonly duties: Duties
  readonly drafts: Drafts
  readonly handOvers: HandOvers
  readonly declines: Declines
  readonly roll: Roll
  /** First versions of tasks by the rows of any version. */
  readonly origins: (taskIds: readonly number[]) => Promise<ReadonlyMap<number, number>>
  readonly outbox: Pick<Outbox, 'plan' | 'find'>
  readonly evidence: EvidenceBook
  readonly forgotten?: Forgetting
  /** 附表1–3 as files. */
  readonly forms?: FormsDesk
}

/** When a draft nobody touched is reminded of, once. */
export interface Forgetting {
  readonly afterMs: number
  /** Working hours of a working day: nobody is written to at night. */
  readonly isOpen: (at: Date) => Promise<boolean>
}

export interface FormsDesk {
  /** Forms of a .xlsx or .docx; none of ours: an empty list. */
  readonly read: (bytes: Uint8Array, name: string) => Promise<FormsRead>
  /** 附表1 and 附表2, in one transaction with their audit row; what the unit filed before for the same is replaced. */
  readonly write: (form: FiledForm, unitId: number, hand: Hand) => Promise<Filed>
}

/** Rules that read messages, with the ledger they read them against. */
export interface Ear {
  /** Current tasks and the words for them; read again when the ledger changes. */
  readonly ground: () => Promise<{ readonly tasks: readonly LedgerTask[]; readonly lexicon: Lexicon }>
  readonly hear: (said: string, context: HearContext) => Promise<Heard>
  readonly amend: (pending: Heard, said: string, context: HearContext) => Heard
}

/** What `remind` does at a person's word. */
export interface Pressing {
  /** 催办: asks within the burden budget. */
  readonly press: (press: Press) => Promise<PressResult>
  /** A page of the card the person would be reminded with now; null: they owe nothing. */
  readonly card: (personId: number, page: number) => Promise<Message | null>
  /** By the duties of documents: task (first version) → the period a report of today counts for. */
  readonly periods: (unitId: number) => Promise<ReadonlyMap<number, Period>>
}

/** Reporting duties and supervisors' words on them. */
export interface Duties extends DutyDesk {
  readonly write: (
    said: { readonly change: NewDutyChange; readonly before: DutyBefore },
    hand: Hand,
  ) => Promise<unknown>
}

/** Reports that wait for a supervisor's word. */
export interface Reviews {
  /** Official ones, oldest first; of one unit and period where given. */
  waiting(of: { readonly unit?: number; readonly period?: Period }): Promise<readonly Progress[]>
}

/** Somebody at work, on a day. */
export interface Sitting {
  readonly p: ProgressDeps
  /** Of the message or tap. */
  readonly channel: Chat['channel']
  readonly viewer: Viewer
  readonly now: Date
  readonly today: Day
}

/** One message or tap at work. */
export interface Turn extends Sitting {
  readonly deps: ChatDeps
  readonly chat: Chat
}

/** A message at work. */
export interface WordsTurn extends Turn {
  readonly question: Question
  readonly text: string
}
