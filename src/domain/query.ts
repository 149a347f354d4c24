import type { Recurrence } from './document.ts'
import type { ReportAsked } from './order.ts'
import type { Period } from './period.ts'
import type { ProgressQuery } from './progress-query.ts'
import type { Day } from './span.ts'
import type { StaffQuery } from './staff-query.ts'
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
  /** Keep only tasks with, or without, a written target (哪个没有写场次). */
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

/**
 * The closed union every question becomes, by rules or by a model; only the answerers read it.
 * A new kind of question is a new member here, one rule file, one answerer, one wording.
 */
export type Query =
  | { readonly kind: 'tasks'; readonly filter: TaskFilter }
  | { readonly kind: 'count'; readonly of: CountOf; readonly filter: TaskFilter }
  | {
      readonly kind: 'lead'
      readonly filter: TaskFilter
      readonly roles: readonly UnitRole[]
      /** What somebody does (设计, 施工), not answers for: only a clause that says so tells who. */
      readonly act?: string
      /** How many units are asked for too (责任单位有几家). */
      readonly counted?: boolean
    }
  | {
      readonly kind: 'metric'
      readonly filter: TaskFilter
      /** A district or other part the figure is asked for. */
      readonly by?: string
      readonly year?: number
      /** The measure asked for (家, 公里, 万亿): a figure in another measure does not answer. */
      readonly measure?: string
      readonly definition?: boolean
      /** What the target is, in words where there is no figure (居民收入的目标是什么). */
      readonly open?: boolean
      /** What several years' documents say is set side by side. */
      readonly beside?: boolean
      /** The district with the highest or lowest figure. */
      readonly rank?: 'most' | 'least'
      /** A month the figure is asked for (3月份要完成多少): a year's figure does not answer. */
      readonly month?: string
    }
  | { readonly kind: 'deadline'; readonly filter: TaskFilter }
  | {
      readonly kind: 'stage'
      readonly documents?: DocumentSlot
      readonly name?: string
      readonly topic?: string
      /** The span of the whole plan is asked (规划管到哪一年), not one stage. */
      readonly whole?: boolean
    }
  | {
      readonly kind: 'duty'
      readonly documents?: DocumentSlot
      readonly topic?: string
      /** A rhythm the question names (要求报月报吗): an answer without it is no. */
      readonly recurrence?: Recurrence
      /** The day asked for (6月底前); with `dueFrom` the last day of a span (下个季度). */
      readonly dueBy?: Day
      readonly dueFrom?: Day
      /** The period whose report is asked for (一季度的完成情况哪天前报): when that is due is told, not what is due in it. */
      readonly of?: Period
      /** Forms the report is made on (附表1报什么用). */
      readonly forms?: readonly number[]
      /** 要不要, 是否: the answer opens with a yes where the document asks for it. */
      readonly yesNo?: boolean
    }
  | {
      readonly kind: 'people'
      readonly documents?: DocumentSlot
      readonly name?: string
      readonly role?: string
      readonly unit?: UnitSlot
      /** A body asked for that the registry does not know (成员里有武汉警备区的吗). */
      readonly body?: string
      /** Where the leading group's office sits (办公室设在哪). */
      readonly office?: boolean
    }
  | StaffQuery
  | ProgressQuery
  | {
      readonly kind: 'compare'
      /** years: the filter's tasks beside those of the year before (和去年比). */
      readonly of: 'units' | 'documents' | 'metrics' | 'years'
      readonly filter: TaskFilter
      /** The busiest units of all, so many of them (牵头任务最多的前五个单位). */
      readonly top?: number
    }
  | {
      readonly kind: 'report'
      readonly report: string
      readonly period: string | null
      readonly filter: TaskFilter
      /** As it was asked for in full, for the next words (上季度的, 导出excel) to lean on. */
      readonly asked?: ReportAsked
    }
  | {
      readonly kind: 'passages'
      readonly text: string
      readonly documents?: DocumentSlot
      /** What must be given to be an answer: how often a group meets, how someone is reached, what a document is for. */
      readonly wanted?: 'meeting' | 'contact' | 'gist'
    }
  /** For supervisors: questions that got no answer, or a bad mark. */
  | { readonly kind: 'feedback'; readonly about: FeedbackAbout }
  | { readonly kind: 'clarify'; readonly about: string; readonly choices: readonly string[] }
  | { readonly kind: 'several'; readonly queries: readonly Query[] }
  | { readonly kind: 'help' }
  | { readonly kind: 'chat'; readonly tone: ChatTone }

export type FeedbackAbout = 'unanswered' | 'useless'
export type CountOf = 'tasks' | 'sections' | 'documents' | 'units' | 'parts' | 'indicators'
export type ChatTone =
  | 'greeting'
  | 'thanks'
  | 'later'
  | 'abuse'
  | 'foreign'
  | 'empty'
  | 'long'
  | 'table'
  | 'unsafe'
  | 'other'
