import type { Viewer } from '../../domain/person.ts'
import type { Day } from '../../domain/span.ts'
import type { MetricOp } from '../../domain/task.ts'
import type { Lexicon } from '../prepare.ts'

/** A metric of a task, as far as reading a message needs it. */
export interface OwnMetric {
  readonly name: string
  readonly op: MetricOp
  readonly value: number
  readonly unit: string
  readonly kind: 'total' | 'growth' | 'share'
}

/** A task of the ledger. `leads` and `takesPart` hold unit ids, those of groups written in the document included. */
export interface LedgerTask {
  readonly id: number
  readonly documentId: number
  readonly document: string
  readonly path: readonly string[]
  readonly no: number | null
  readonly part: number | null
  readonly title: string | null
  readonly text: string
  /** The last day its document speaks for; null where nothing says so. */
  readonly until: Day | null
  readonly leads: readonly number[]
  readonly takesPart: readonly number[]
  readonly metrics: readonly OwnMetric[]
}

/** A value already on record, for 比上月多2条 and for the checks. */
export interface LastReading {
  readonly taskId: number
  readonly metric: string
  readonly value: number
  readonly unit: string
}

export interface HearContext {
  readonly viewer: Viewer
  readonly today: Day
  readonly lexicon: Lexicon
  /** Tasks of all current documents. */
  readonly tasks: readonly LedgerTask[]
  /** The person's earlier messages in this chat, oldest first. */
  readonly history: readonly string[]
  readonly last: readonly LastReading[]
  /** Tasks asked for just now, those due first in front: a number, a path or a name is theirs before any other's. */
  readonly asked?: readonly number[]
}
