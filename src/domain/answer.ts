import type { Message, Source } from './message.ts'
import type { Query } from './query.ts'

export const ANSWER_KINDS = [
  'tasks',
  'metric',
  'count',
  'lead',
  'deadline',
  'stage',
  'duty',
  'people',
  'progress',
  'compare',
  'report',
  'passages',
  'clarify',
  'none',
  'help',
] as const
export type AnswerKind = (typeof ANSWER_KINDS)[number]

/** A task an answer speaks of or counts. `document` is the number, or the title where there is none. */
export interface TaskRef {
  /** 0 where a clause outside the tasks is set beside them. */
  readonly id: number
  readonly document: string
  readonly path: readonly string[]
  readonly no: number | null
  readonly part: number | null
}

/** One answer, complete: what is said, of which tasks, resting on which clauses, under which assumptions. */
export interface Answer {
  readonly kind: AnswerKind
  readonly message: Message
  readonly tasks: readonly TaskRef[]
  readonly citations: readonly Source[]
  readonly query: Query
  readonly trace: readonly string[]
  /** Said to the asker alone when the chat is a group whose least-entitled member may not see it. */
  readonly privately?: Message
}
