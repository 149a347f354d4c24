import type { Answer, TaskRef } from '../domain/answer.ts'
import type { ActionEvent, Channel, Chat, JoinEvent, MessageEvent, Reply, Sender } from '../domain/chat.ts'
import type { Viewer } from '../domain/person.ts'
import type { Query } from '../domain/query.ts'

/**
 * All that the flows of talk need of the outside. One object per channel: the channel differs, the rest is shared.
 * `src/app` makes it; tests make it of fakes.
 */
export interface ChatDeps {
  readonly now: () => Date
  readonly log: ChatLog
  readonly channel: Channel
  readonly intake: Intake
  readonly accounts: Accounts
  readonly turns: Turns
  readonly ratings: Ratings
  readonly owed: Owed
  readonly answer: AnswerFlow
  readonly inTurn: InTurn
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
}

export interface PastTurn {
  readonly text: string
  readonly query: Query
  readonly tasks: readonly TaskRef[]
}

export type AnswerFlow = (asked: Asked) => Promise<Answer>

/** Every event once. `claim` is one SQL statement: true for the first caller with these keys, in any process. */
export interface Intake {
  claim(channel: Chat['channel'], keys: readonly string[], at: Date): Promise<boolean>
}

export interface Accounts {
  /** null: the channel's account is not tied to a person. */
  findViewer(sender: Sender): Promise<Viewer | null>
}

/** Where a turn belongs: the channel's chat with its thread, and the person who speaks. */
export interface TurnPlace {
  readonly chat: Chat
  readonly account: string
}

export interface NewTurn extends TurnPlace {
  readonly personId: number | null
  readonly text: string
  readonly answer: Answer
  readonly askedAt: Date
}

export interface StoredTurn {
  readonly id: number
  readonly channel: Chat['channel']
  /** Chat id without the thread. */
  readonly chatId: string
  readonly account: string
  readonly answer: Answer
}

export interface Turns {
  /** Newest `limit` turns of the place, oldest first. */
  recent(place: TurnPlace, limit: number): Promise<readonly PastTurn[]>
  add(turn: NewTurn): Promise<number>
  find(id: number): Promise<StoredTurn | null>
  /** Notes the platform's id of the card: only then was the answer sent. */
  sent(id: number, replyId: string): Promise<void>
}

export interface Ratings {
  /** The last word of an account on a turn holds. */
  rate(rating: {
    readonly turn: number
    readonly account: string
    readonly verdict: 'useful' | 'useless'
    readonly at: Date
  }): Promise<void>
}

/** Questions that could not be answered: kept outside the database, for that may be what is down. */
export interface Owed {
  /** False when it was owed already. */
  add(debt: Debt): Promise<boolean>
  all(): Promise<readonly Debt[]>
  settle(key: string): Promise<void>
}

export interface Debt {
  readonly key: string
  readonly event: MessageEvent
  readonly since: Date
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
  /** The rest, when it takes longer than a tap may: it answers for itself and does not throw. */
  readonly later: (() => Promise<void>) | null
}

/** The flows, as a channel is handed them. */
export interface ChatFlows {
  message(event: MessageEvent): Promise<void>
  action(event: ActionEvent): Promise<ActionResult>
  join(event: JoinEvent): Promise<void>
}
