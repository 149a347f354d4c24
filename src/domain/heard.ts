import type { NamedTask } from './named-task.ts'
import type { Order } from './order.ts'
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
export const REPORTED_STATES = ['ongoing', 'done', 'blocked', 'notStarted'] as const
export type ReportedState = (typeof REPORTED_STATES)[number]

/** A value of one of the task's own metrics: 低空飞行便利店线路 6 条. */
export interface Reading {
  readonly metric: string
  readonly value: number
  readonly unit: string
}

export type ReportedTask = NamedTask

/** All that one message says of one task. */
export interface TaskUpdate {
  readonly task: ReportedTask
  readonly readings: readonly Reading[]
  readonly state: ReportedState | null
  readonly expectedFinish: Day | null
  /** The words about this task. */
  readonly text: string
  /** Said to stand as it stood (无变化, 同上季度): nothing else is said of it then. */
  readonly noChange: boolean
  /** 不归我们: only the objection is to be passed on, nothing is reported. */
  readonly declined: boolean
  /** The words for what stands in the way (卡在用地上); null: none said. */
  readonly difficulty: string | null
  /** The words for what is asked of others (要市里协调用地指标); null: nothing is. */
  readonly help: string | null
}

/** The liaison goes or somebody takes over: 我下周一起休产假，联络员换成李娟. */
export interface HandOver {
  /** The successor's name as said; null: not said. */
  readonly to: string | null
  /** The first day of the successor; null: at once, or not said. */
  readonly from: Day | null
}

/** One message understood. Nothing here has been written: a person confirms it first. */
export interface Heard {
  readonly kind: HeardKind
  /** For a question. */
  readonly query: Query | null
  /** For an order that is one of the closed list; null elsewhere, and for an order of another sort. */
  readonly order: Order | null
  /** For a hand-over. */
  readonly handOver: HandOver | null
  /** For 不归我们，应该是市数据局: the unit said to answer for it, as said. */
  readonly owner: string | null
  readonly updates: readonly TaskUpdate[]
  /** Words that were not understood, to be asked about. */
  readonly unread: readonly string[]
  /** What was taken for granted or must be asked before it is written, in Chinese. */
  readonly assumptions: readonly string[]
  readonly trace: readonly string[]
}
