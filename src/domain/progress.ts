import type { Reading, ReportedState } from './heard.ts'
import type { Period } from './period.ts'
import type { Doubt } from './progress-check.ts'
import type { Day } from './span.ts'

/** As what a unit reports: the lead's report is the official one; what responsible units state goes to the lead. */
export type Capacity = 'lead' | 'responsible'
export type Review = 'pending' | 'confirmed' | 'returned'

/** A reading as it was confirmed. `doubts` were shown and insisted on. */
export interface ReportedReading extends Reading {
  readonly doubts: readonly Doubt[]
}

/** 进展: what one unit says of one task for one period, before it has a row. */
export interface NewProgress {
  /** The first version of the task (`originId`): progress stays with it through all versions of the document. */
  readonly taskId: number
  readonly unitId: number
  readonly period: Period
  readonly capacity: Capacity
  readonly state: ReportedState | null
  readonly text: string
  readonly readings: readonly ReportedReading[]
  /** 无变化: the readings are those of the period before. */
  readonly unchanged: boolean
  readonly expectedFinish: Day | null
  readonly difficulty: string | null
  /** 需协调事项: what is asked of others. */
  readonly help: string | null
  /** Why a doubtful figure stands all the same, in the person's words. */
  readonly insisted: string | null
  /** The responsible unit's report the lead took over. */
  readonly adoptedFrom: number | null
}

/** A report that was confirmed and written. Never overwritten: a correction is a new one that supersedes it. */
export interface Progress extends NewProgress {
  readonly id: number
  readonly unit: string
  readonly person: string | null
  /** The message or tap it was confirmed by, as in `Hand`. */
  readonly messageKey: string
  readonly reportedAt: Date
  readonly reportedOn: Day
  /** Written after the period was frozen. */
  readonly late: boolean
  readonly supersedes: number | null
  readonly supersededAt: Date | null
  readonly review: Review
  readonly reviewedBy: string | null
  readonly reviewNote: string | null
}

/** Who writes, when, and from which message: an audit row is made of it. */
export interface Hand {
  readonly personId: number | null
  readonly at: Date
  readonly today: Day
  /** `message:<id>`, `tap:…`, `cli`. */
  readonly messageKey: string
  /**
   * When the card confirmed here was last drawn. A report another message wrote after that was not on it: it stays, and the
   * person is told. Absent: the last word stands.
   */
  readonly seenAt?: Date
}

export type Reviewed =
  | { readonly outcome: 'done'; readonly progress: Progress }
  /** Somebody reviewed or superseded it before: it is told, and nothing is written. */
  | { readonly outcome: 'settled'; readonly progress: Progress }
  | { readonly outcome: 'gone' }

/** Reports that stand because somebody was faster; nothing was written for these. */
export const aheadOf = (
  rows: readonly Progress[],
  { messageKey }: Pick<Hand, 'messageKey'>,
): readonly Progress[] => rows.filter((row) => row.messageKey !== messageKey)

/** 销号 of one task. */
export interface Closing {
  readonly taskId: number
  readonly closedOn: Day
  readonly by: string | null
  readonly reason: string
}

/** All that is written about progress. Every write is one transaction with its audit row. */
export interface ProgressBook {
  /**
   * Writes reports in one transaction, superseding what stood for the same (task, unit, period), and settles the open
   * requests they answer. Gives the rows in the order of `reports`. The same message key writes once: a second call gives back
   * the first rows. Of two people who confirm the same at once one writes first; where `hand.seenAt` says the other had not
   * seen it, the first one's row stands and is given back, known by another `messageKey`: `aheadOf` tells these.
   */
  write(reports: readonly NewProgress[], hand: Hand): Promise<readonly Progress[]>
  /** Standing (not superseded) reports of tasks, newest first; of one period or all. */
  standing(taskIds: readonly number[], period?: Period): Promise<readonly Progress[]>
  /** Everything ever said of a task, superseded too, oldest first. */
  history(taskId: number): Promise<readonly Progress[]>
  find(id: number): Promise<Progress | null>
  /**
   * 审核: confirms, or returns with a reason, which opens the request again. Who reviewed it may change their own verdict;
   * anybody else is told of it.
   */
  review(
    id: number,
    verdict: { readonly review: 'confirmed' | 'returned'; readonly note: string | null },
    hand: Hand,
  ): Promise<Reviewed>
  /** null: closed before, or no such task. A tap said twice gives the first closing again. */
  close(taskId: number, reason: string, hand: Hand): Promise<Closing | null>
  /** False: it is not closed. */
  reopen(taskId: number, reason: string, hand: Hand): Promise<boolean>
  closings(taskIds: readonly number[]): Promise<readonly Closing[]>
}
