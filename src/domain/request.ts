import type { Period } from './period.ts'
import type { Capacity } from './progress.ts'
import type { Day } from './span.ts'

/** What is asked for: progress, 办理方案 (附表1) or 督办工作人员名单 (附表2). */
export const REQUEST_KINDS = ['progress', 'handlingPlan', 'contacts'] as const
export type RequestKind = (typeof REQUEST_KINDS)[number]

/** open: owed. answered: every task reported, declined or known. dropped: its duty ended or was paused. */
export type RequestState = 'open' | 'answered' | 'dropped'

/** reported by the unit; declined (不归我们), the supervisor decides; known: the database has it, nobody need say it. */
export type AskedState = 'asked' | 'reported' | 'declined' | 'known'

/** One task of a request. */
export interface AskedTask {
  /** First version of the task, as in `NewProgress.taskId`. */
  readonly taskId: number
  readonly capacity: Capacity
  readonly state: AskedState
  readonly note: string | null
}

/** Where a request comes from: the sentence of a document, or a supervisor's own arrangement. */
export interface RequestGround {
  readonly documentId: number | null
  readonly document: string
  /** The verbatim sentence; the supervisor's words where there is no document. */
  readonly text: string
  /** The sentence tells no day: the end of its stage or of the period was taken. */
  readonly dayImplied?: boolean
}

/** One unit owes one thing for one period by one day. Before it has a row. */
export interface PlannedRequest {
  readonly unitId: number
  readonly kind: RequestKind
  readonly period: Period
  /** After holidays moved it. */
  readonly dueOn: Day
  /** As the document has it. */
  readonly statedOn: Day
  /** From this day on it may be asked for. */
  readonly opensOn: Day
  readonly grounds: readonly RequestGround[]
  readonly tasks: readonly Pick<AskedTask, 'taskId' | 'capacity'>[]
}

export interface Request extends Omit<PlannedRequest, 'tasks'> {
  readonly id: number
  readonly unit: string
  readonly state: RequestState
  readonly answeredAt: Date | null
  /** Returned by review, or asked again: the ladder counts from here. */
  readonly reopenedOn: Day | null
  readonly tasks: readonly AskedTask[]
  /** How often the unit was asked or pressed for it so far. */
  readonly asked: number
}

/** What came of a rung of the ladder for one person. avoided: it was spared them. */
export type AskOutcome = 'sent' | 'merged' | 'avoided'

/** One rung that was taken. */
export interface Ask {
  readonly requestId: number
  /** T-7, T-3, T-1, T, late:1, leader, list, press:<key>, later:<day>. */
  readonly rung: string
  readonly personId: number
  readonly askedOn: Day
  readonly outcome: AskOutcome
  readonly reason: string | null
  /** The outbox key of the card that carries it. */
  readonly sendKey: string | null
}
