import type { Answer, TaskRef } from '../domain/answer.ts'
import type { Chat, Rated } from '../domain/chat.ts'
import type { Query } from '../domain/query.ts'

export interface PastTurn {
  readonly text: string
  readonly query: Query
  readonly tasks: readonly TaskRef[]
}

/** Where a turn belongs: the channel's chat with its thread, and the person who speaks. */
export interface TurnPlace {
  readonly chat: Chat
  readonly account: string
}

export interface NewTurn extends TurnPlace {
  /** The question's key: a question answered again takes the place of its first turn. */
  readonly key: string
  readonly personId: number | null
  readonly text: string
  readonly answer: Answer
  readonly askedAt: Date
}

export interface StoredTurn extends TurnPlace {
  readonly id: number
  readonly answer: Answer
}

export interface Turns {
  /** Newest `limit` turns of the place, oldest first. */
  recent(place: TurnPlace, limit: number): Promise<readonly PastTurn[]>
  /** `sent`: the platform accepted an answer to this question before. */
  add(turn: NewTurn): Promise<{ readonly id: number; readonly sent: boolean }>
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
  /** How many found the turn useful, how many not. */
  tally(turn: number): Promise<Rated>
}
