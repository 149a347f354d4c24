import type { Light } from './message.ts'
import type { Period } from './period.ts'
import type { TaskFilter } from './task-filter.ts'

/**
 * What is asked of progress. standing: how tasks stand. why: the reason of a light. reporting: which units have reported, which
 * owe. last: what was reported last. difficulties: what units ask others for. rate: how much is done, against pace. history: all
 * reports of a task. change: against the period before.
 */
export const PROGRESS_ASPECTS = [
  'standing',
  'why',
  'reporting',
  'last',
  'difficulties',
  'rate',
  'history',
  'change',
] as const
export type ProgressAspect = (typeof PROGRESS_ASPECTS)[number]

export interface ProgressQuery {
  readonly kind: 'progress'
  readonly filter: TaskFilter
  /** Absent: standing. */
  readonly of?: ProgressAspect
  /** Only tasks with one of these lights (红灯, 黄灯). */
  readonly lights?: readonly Light[]
  /** How many, rather than which. */
  readonly count?: boolean
  /** 哪些单位滞后: told unit by unit. */
  readonly byUnit?: boolean
  /** 报送期 said (三季度): reports of it and before it. */
  readonly period?: Period
}
