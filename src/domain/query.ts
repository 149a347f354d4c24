import type { Recurrence } from './document.ts'
import type { ReportAsked } from './order.ts'
import type { Period } from './period.ts'
import type { ProgressQuery } from './progress-query.ts'
import type { Day } from './span.ts'
import type { StaffQuery } from './staff-query.ts'
import type { UnitRole } from './task.ts'
import type { DocumentSlot, TaskFilter, UnitSlot } from './task-filter.ts'

/**
 * The closed union every question becomes, by rules or by a model; only the answerers read it.
 * A new kind of question is a new member here, one rule file, one answerer, one wording.
 */
export type Query =
  | { readonly kind: 'tasks'; readonly filter: TaskFilter }
  | {
      readonly kind: 'count'
      readonly of: CountOf
      readonly filter: TaskFilter
      /** Which part has the most is asked (哪个工程任务最多). */
      readonly fullest?: boolean
    }
  | {
      readonly kind: 'lead'
      readonly filter: TaskFilter
      readonly roles: readonly UnitRole[]
      /** What somebody does (设计, 施工), not answers for: only a clause that says so tells who. */
      readonly act?: string
      /** A sort of body asked for (哪家银行): units of other sorts do not answer. */
      readonly sort?: string
      /** How many units are asked for too (责任单位有几家). */
      readonly counted?: boolean
      /** Whether several tasks have the same units (牵头单位一样吗). */
      readonly same?: boolean
    }
  | {
      readonly kind: 'metric'
      readonly filter: TaskFilter
      /** A district or other part the figure is asked for. */
      readonly by?: string
      /** The whole beside the part (全市多少，黄陂多少). */
      readonly withWhole?: boolean
      readonly year?: number
      /** The measure asked for (家, 公里, 万亿): a figure in another measure does not answer. */
      readonly measure?: string
      readonly definition?: boolean
      /** What the target is, in words where there is no figure (居民收入的目标是什么). */
      readonly open?: boolean
      /** What several years' documents say is set side by side. */
      readonly beside?: boolean
      /** What has been reached by now (现在办了几场), not what is to be. */
      readonly soFar?: boolean
      /** What the tasks spoken of before were about: their figure may stand in the goals of their document. */
      readonly carried?: readonly string[]
      /** A day is asked for, not a figure (黄陂区…什么时候实施). */
      readonly when?: boolean
      /** What a past year came to (去年完成多少): a target alone does not answer. */
      readonly reached?: boolean
      /** The sum of several years: what is written for each of them does not answer. */
      readonly total?: boolean
      /** All there are (累计), or only what is new (新增): the one does not answer for the other. */
      readonly extent?: 'all' | 'new'
      /** How much or how many is asked: words alone do not answer. */
      readonly number?: boolean
      /** A rate (每月开多少场): what is written for the whole does not answer. */
      readonly per?: string
      /** A number in order (第几届). */
      readonly ordinal?: string
      /** Which districts have a part is asked, not what each has. */
      readonly whichPart?: boolean
      /** Held against the year before (和去年比). */
      readonly before?: boolean
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
      /** The how manieth is asked (第二阶段), -1 the last. */
      readonly at?: number
      /** So many behind (下一阶段) or before the one meant. */
      readonly step?: number
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
      /** Which form it is made on is asked (用哪张附表). */
      readonly onForm?: boolean
      /** 多久报一次: an answer without a rhythm says that none is written. */
      readonly often?: boolean
      /** 联络员叫什么名字: duties name nobody. */
      readonly byName?: boolean
      /** 要不要, 是否: the answer opens with a yes where the document asks for it. */
      readonly yesNo?: boolean
      /** 责任单位要不要报: asked of those who take part, or of those who lead. */
      readonly by?: 'lead' | 'responsible'
      /** 直接报督查室: the body that it is asked whether one reports to. */
      readonly to?: string
    }
  | {
      readonly kind: 'people'
      readonly documents?: DocumentSlot
      readonly name?: string
      /** More people asked for in the same breath (祝某和明某分别是哪儿的). */
      readonly also?: readonly string[]
      readonly role?: string
      /** 姓周的: whose names begin so. */
      readonly surname?: string
      /** Only people of every group asked about (两个小组里都有的人). */
      readonly inEvery?: boolean
      /** More posts asked for in the same breath (组长和副组长都有谁). */
      readonly alsoRoles?: readonly string[]
      /** 叫什么名字: a post alone is not enough. */
      readonly byName?: boolean
      readonly unit?: UnitSlot
      /** A body asked for that the registry does not know (成员里有武汉警备区的吗). */
      readonly body?: string
      /** Where the leading group's office sits (办公室设在哪). */
      readonly office?: boolean
    }
  | {
      /** One thing more of a matter, which the documents may leave unsaid though they speak of it. */
      readonly kind: 'detail'
      readonly of: Detail
      readonly filter: TaskFilter
      /** What is to be named (航线, 街道), in the words of the question. */
      readonly noun?: string
      /** For the tables, which have a column a year. */
      readonly year?: number
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

/** Which ones by name, where, how often, why, since when. */
export type Detail = 'names' | 'place' | 'rhythm' | 'reason' | 'day' | 'terms'
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
