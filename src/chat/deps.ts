import type { ProgressAction, ReportAction } from '../domain/action.ts'
import type { Answer } from '../domain/answer.ts'
import type { ActionEvent, Channel, Chat, JoinEvent, MessageEvent, Reply, Sender } from '../domain/chat.ts'
import type { Message } from '../domain/message.ts'
import type { Viewer } from '../domain/person.ts'
import type { Desk } from '../domain/registration.ts'
import type { Files } from './file.ts'
import type { PastTurn, Ratings, Turns } from './turns.ts'

/**
 * All that the flows of talk need of the outside. One object per channel: the channel differs, the rest is shared.
 * `src/app` makes it; tests make it of fakes.
 */
export interface ChatDeps {
  readonly now: () => Date
  readonly log: ChatLog
  readonly channel: Channel
  readonly intake: Intake
  readonly spool: Spool
  readonly accounts: Accounts
  /** The channel's address book, where it has one. Null: not shown to us. */
  readonly contacts?: (sender: Sender) => Promise<Contact | null>
  /** Fetching and reading of files, where the channel carries them. */
  readonly files?: Files
  /** Where people say who they are; without it nobody can. */
  readonly desk?: Desk
  readonly turns: Turns
  readonly ratings: Ratings
  readonly answer: AnswerFlow
  readonly inTurn: InTurn
  /** An answer that takes longer than so many ms shows what there is meanwhile, where the channel can; absent: never. */
  readonly draftAfterMs?: number
  /** Reporting in conversation; without it questions alone are answered. */
  readonly progress?: ProgressFlows
  /** Reports, standing orders and bulletins; without it they are questions like others. */
  readonly reports?: ReportFlows
}

/** What `chat/report` takes over from questions and their answers. */
export interface ReportFlows {
  /** Takes a message that orders a report, or something about reports; false: it is to be answered. */
  words(question: Question, viewer: Viewer, deps: ChatDeps): Promise<boolean>
  act(action: ReportAction, event: ActionEvent, deps: ChatDeps): Promise<ActionResult>
}

/** What `chat/progress` takes over from questions and their answers. */
export interface ProgressFlows {
  /** Takes a message that is no question of this person; false: it is to be answered. */
  words(question: Question, viewer: Viewer, deps: ChatDeps): Promise<boolean>
  act(action: ProgressAction, event: ActionEvent, deps: ChatDeps): Promise<ActionResult>
  /** Reminds, once, of what was shown and neither confirmed nor dropped. Returns how many were. */
  remind(channel: Chat['channel'], deps: ChatDeps): Promise<number>
}

export interface ChatLog {
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
  error(facts: object, message: string): void
}

/** What is asked, by whom, where, after which earlier turns of the same chat, thread and person (oldest first). */
export interface Asked {
  readonly text: string
  readonly viewer: Viewer
  readonly chat: Chat['type']
  readonly history: readonly PastTurn[]
  readonly now: Date
  /** Hears what may be shown until the answer is there; absent: nothing is shown before. */
  readonly draft?: (message: Message) => void
}

export type AnswerFlow = (asked: Asked) => Promise<Answer>

/**
 * A question on its way. `key` names it for ever (`message:<id>`, or `tap:…` for a tapped suggestion): whatever
 * happens, one key gets one answer.
 */
export interface Question {
  readonly key: string
  readonly event: MessageEvent
}

/** Every event once, and every question until it is answered. */
export interface Intake {
  /**
   * One SQL statement: true for the first caller, in any process, whose keys are all new. A `question` is kept with
   * them until `done`.
   */
  claim(channel: Chat['channel'], keys: readonly string[], at: Date, question?: Question): Promise<boolean>
  done(question: Question, at: Date): Promise<void>
  /** Says that this process lives: what it works on is left to it. */
  alive(): Promise<void>
  /** False while an earlier question of the same chat and thread, once another process's, is not answered. */
  isNext(question: Question, at: Date): Promise<boolean>
  /** Nobody works on it for now: those behind it need not wait. */
  leave(question: Question): Promise<void>
  /** True for the first apology of a question: it is said once. */
  excuse(question: Question, at: Date): Promise<boolean>
  /**
   * Questions nobody has worked on since `before`, or whose worker died; taken for this caller. What this process itself
   * works on is left to it for ten minutes; what is older than `since`, for ever.
   */
  takeUnanswered(window: {
    readonly channel: Chat['channel']
    readonly since: Date
    readonly before: Date
    readonly at: Date
  }): Promise<readonly Question[]>
}

/** Questions that could not even be stored, for the database is down: kept in a file until it is back. */
export interface Spool {
  /** False when it was there already. */
  add(question: Question): Promise<boolean>
  all(channel: Chat['channel']): Promise<readonly Question[]>
  remove(key: string): Promise<void>
}

export interface Accounts {
  /** null: the channel's account is not tied to a person. */
  findViewer(sender: Sender): Promise<Viewer | null>
  /** Ties the account to the one person with this mobile or e-mail, for ever; null: none, or several. */
  tie(sender: Sender, contact: Contact): Promise<Viewer | null>
}

export interface Contact {
  readonly name: string | null
  readonly mobile: string | null
  readonly email: string | null
  /** Names of the departments, as the address book has them. */
  readonly departments?: readonly string[]
}

/** Runs `work` after all work begun earlier under the same key; other keys do not wait. */
export type InTurn = <T>(key: string, work: () => Promise<T>) => Promise<T>

export interface Toast {
  readonly type: 'info' | 'success' | 'warning' | 'error'
  readonly text: string
}

/** What a tap brings. A channel shows the first two within 3 s, then runs `later`. */
export interface ActionResult {
  readonly toast: Toast | null
  /** Replaces the card that was tapped. */
  readonly update: Reply | null
  /** The rest, when it takes longer than a tap may. It never throws. */
  readonly later: (() => Promise<void>) | null
}

/** The flows as a channel is handed them; made by `createFlows`. */
export interface ChatFlows {
  /** Guards and stores the question; null when it is refused. What must be done before an event is acknowledged. */
  accept(event: MessageEvent): Promise<Question | null>
  /** Answers an accepted question. Never throws: what fails is said politely and tried again by `catchUp`. */
  answer(question: Question): Promise<void>
  /** `accept`, then `answer`. */
  message(event: MessageEvent): Promise<void>
  action(event: ActionEvent): Promise<ActionResult>
  join(event: JoinEvent): Promise<void>
  /** Someone left the organisation. */
  left(account: string): Promise<void>
  /** Answers what was left unanswered by a failure or a kill. To be called at start and every five seconds. */
  catchUp(): Promise<void>
  /** Reminds of what waits for a confirmation. To be called every minute. */
  remind(): Promise<void>
}
