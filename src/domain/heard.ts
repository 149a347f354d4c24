import type { Query } from './query.ts'
import type { Day } from './span.ts'

/** What a private message to the bot is meant as. */
export type HeardKind =
  | 'question'
  | 'progress'
  | 'correction'
  | 'noChange'
  | 'decline'
  | 'handOver'
  | 'order'
  | 'chat'

/** How a task stands in the words of the person who reports it; null elsewhere means it was not said. */
export type ReportedState = 'ongoing' | 'done' | 'blocked' | 'notStarted'

/** A value of one of the task's own metrics: 低空飞行便利店线路 6 条. */
export interface Reading {
  readonly metric: string
  readonly value: number
  readonly unit: string
}

export interface ReportedTask {
  readonly id: number
  readonly document: string
  readonly path: readonly string[]
  readonly no: number | null
  readonly part: number | null
}

/** All that one message says of one task. */
export interface TaskUpdate {
  readonly task: ReportedTask
  readonly readings: readonly Reading[]
  readonly state: ReportedState | null
  readonly expectedFinish: Day | null
  /** The words about this task. */
  readonly text: string
}

/** One message understood. Nothing here has been written: a person confirms it first. */
export interface Heard {
  readonly kind: HeardKind
  /** For a question. */
  readonly query: Query | null
  readonly updates: readonly TaskUpdate[]
  /** Words that were not understood, to be asked about. */
  readonly unread: readonly string[]
  /** What was taken for granted or must be asked before it is written, in Chinese. */
  readonly assumptions: readonly string[]
  readonly trace: readonly string[]
}
