import type { Recurrence } from './document.ts'
import type { DutyChange, SaidDate } from './duty-change.ts'
import type { NamedTask } from './named-task.ts'
import type { ReportForm, ReportKind } from './report.ts'
import type { RequestKind } from './request.ts'
import type { Day } from './span.ts'
import type { DocumentSlot, UnitSlot } from './task-filter.ts'

/**
 * What a person tells the bot to do, as a message says it (催办市水务局, 第52项销号, 每月1号早上8点发我月调度). Closed: a flow reads it with
 * one `switch` on `do`. Nothing is done by reading it; who may is `access`, and a flow shows it back before it acts.
 */
export type Order = ActOrder | ReportOrder | StandingOrder | ToolOrder | DutyOrder

/** What an act is about. Both lists empty: nothing was named, `whom` says what else was meant. */
export interface OrderScope {
  readonly tasks: readonly NamedTask[]
  readonly units: readonly UnitSlot[]
  /**
   * named: by task or unit; unreported 没报的; overdue 逾期的; shown 这4家 of the list just shown; all 全部;
   * none: 催一下 alone, to be taken from the talk or asked.
   */
  readonly whom: 'named' | 'unreported' | 'overdue' | 'shown' | 'all' | 'none'
  /** How many the person believes there are (这4家): differs from the list → say so. null: not said. */
  readonly count: number | null
}

/** An act of a supervisor on tasks or units. `reason` is kept word for word; null: none given. */
export interface ActOrder extends OrderScope {
  /** 催办 press · 确认/审核通过 confirm · 退回 return · 销号 close · 重新打开/恢复督办 reopen */
  readonly do: 'press' | 'confirm' | 'return' | 'close' | 'reopen'
  readonly reason: string | null
  /** 加急: asks for the urgent message, which a person approves each time. */
  readonly urgent: boolean
}

/** Which report, of what. */
export interface ReportAsked {
  /** null: only 报告, 材料, 汇总. */
  readonly report: ReportKind | null
  /** 2026-10, 2026Q3, 2026H1, 2026; null: not said, the current one is meant. */
  readonly period: string | null
  /** The words for what it is of (低空经济, 市经信局, 只要滞后的), as said; '' where nothing is said. */
  readonly scope: string
  readonly tasks: readonly NamedTask[]
  readonly units: readonly UnitSlot[]
  /** null: not said. */
  readonly form: ReportForm | null
}

/** 给我一份三季度通报, 把台账导出excel: once, now. */
export interface ReportOrder extends ReportAsked {
  readonly do: 'report'
}

/** When a standing order is due. `day` is of the month (1–31, 32 the last one) or of the week (1–7), by rhythm; null: not said. */
export interface Rhythm {
  readonly every: 'day' | 'workday' | 'week' | 'month' | 'quarter' | 'halfYear' | 'year'
  readonly day: number | null
  /** Of a yearly order only, 1–12. */
  readonly month: number | null
  /** HH:MM; null: not said. */
  readonly time: string | null
}

export type StandingOrder =
  | (ReportAsked & { readonly do: 'subscribe'; readonly rhythm: Rhythm })
  /** `report` and `rhythm` narrow; both null: all, or the only one there is. */
  | {
      readonly do: 'unsubscribe'
      readonly report: ReportKind | null
      readonly every: Rhythm['every'] | null
      readonly all: boolean
    }
  | { readonly do: 'subscriptions' }

export type ToolOrder =
  /** 打开表单, 发我填报卡 */
  | { readonly do: 'form'; readonly tasks: readonly NamedTask[] }
  /** 今天有什么要报的: the card one would be reminded with. */
  | { readonly do: 'owed' }
  /** 明天下午再提醒我, 3天后提醒我; `on` null: later, no day said. */
  | { readonly do: 'remindLater'; readonly on: Day | null; readonly time: string | null }

/**
 * A supervisor's word on reporting itself: 把41号文的季度报送改到每季度第1个月25日前, 暂停分解方案的月报, 新增：市经信局每月5日前报低空经济进展.
 * Which duty is meant is told by words; the flow finds it, and asks where several fit.
 */
export interface DutyOrder {
  readonly do: 'duty'
  /** `moved` of one time only where `once`, or where its date is a single day of a duty that recurs. */
  readonly change: Exclude<DutyChange['change'], 'shifted'>
  /** 这次, 本期: said of one report only. */
  readonly once: boolean
  /** null: no document is named. */
  readonly documents: DocumentSlot | null
  /** The rhythm a duty is called by (月报, 季度报送); null: by none. */
  readonly rhythm: Recurrence | null
  /** 办理方案, 名单; null: neither is named. */
  readonly kind: RequestKind | null
  readonly units: readonly UnitSlot[]
  /** 各牵头单位, 各责任单位: who reports, where no unit is named; null: not said. */
  readonly who: string | null
  /** What is to be reported (低空经济进展); '' where nothing is said. */
  readonly what: string
  /** The new date; null: none is said. */
  readonly date: SaidDate | null
  /** 从下月起; null: at once. */
  readonly from: Day | null
  readonly until: Day | null
}
