import type { Day } from './span.ts'
import type { UnitRole } from './task.ts'

/** A unit the question names. `ids` holds every registry unit meant (old and new name, members of a group). */
export interface UnitSlot {
  readonly ids: readonly number[]
  readonly name: string
  /** The words of the question, when they are not the name itself: an alias, a typo. */
  readonly said: string | null
  /** Only mentions written with this word: 汉南区 of the body that is 武汉经开区管委会 too. */
  readonly written?: string
}

/** A document, or all current ones of a number, nickname, year or topic. */
export interface DocumentSlot {
  readonly ids: readonly number[]
  readonly name: string
  readonly said: string | null
}

/** Which tasks. Everything given must hold; an absent field does not narrow. */
export interface TaskFilter {
  readonly documents?: DocumentSlot
  readonly units?: readonly UnitSlot[]
  /** any: one of the units is enough (the default); all: every unit takes part; none: tasks without them. */
  readonly unitsJoin?: 'any' | 'all' | 'none'
  /** Units that have no part in the tasks meant, beside those that have (牵头但没有市数据局参与的). */
  readonly without?: readonly UnitSlot[]
  /** Only tasks that name the unit itself count (被点名), not those of a group it belongs to. */
  readonly byName?: boolean
  /** Only tasks on which no other unit works (单独负责的). */
  readonly alone?: boolean
  readonly roles?: readonly UnitRole[]
  /** Only written roles count (明文写了牵头单位的), not those a rule implies. */
  readonly writtenOnly?: boolean
  readonly missing?: readonly UnitRole[]
  readonly numbers?: readonly number[]
  readonly part?: number
  readonly path?: readonly string[]
  /** Words of the heading under which the tasks stand (人工智能那个工程下面的). */
  readonly section?: string
  /**
   * Words that must be found in text, title or section, already cut from the question; one entry for each thing
   * asked about (援疆和援藏 → two).
   */
  readonly topics?: readonly string[]
  /** The words must stand in the task itself (提到…的任务), not only in the heading above it. */
  readonly mentioned?: boolean
  readonly dueFrom?: Day
  readonly dueTo?: Day
  readonly states?: readonly TaskState[]
  /** Tasks of the last answer, for 这两个, 它们. */
  readonly among?: readonly number[]
  /** Of the tasks in `among`: those so many places on in their document (上一条: -1), or all under their heading. */
  readonly around?: number | 'section'
  /** Only tasks that at least so many units lead (两家牵头的). */
  readonly leads?: number
  /** Keep only tasks with, or without, a written target (哪个没有写场次). */
  /** No deadline is written. */
  readonly undated?: boolean
  readonly withMetric?: boolean
}

/**
 * undone: neither done nor 销号. pending: the last report waits for review. unreported: an open request asks for it. silent: nobody ever reported of it, asked or not. behind: behind pace, overdue, to be
 * late, above a ceiling or blocked. closed: done or 销号.
 */
export type TaskState =
  | 'overdue'
  | 'undone'
  | 'pending'
  | 'unreported'
  | 'silent'
  | 'behind'
  | 'closed'
  | 'ongoing'
  | 'blocked'
