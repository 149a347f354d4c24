import type { Day } from './span.ts'

/** What a button does. The value travels through the platform and comes back: treat it as untrusted, parse it. */
export type Action =
  | { readonly do: 'ask'; readonly q: string }
  | { readonly do: 'page'; readonly turn: number; readonly page: number }
  /** `page`: the page on show, so that it stays; absent on the first. */
  | {
      readonly do: 'rate'
      readonly turn: number
      readonly verdict: 'useful' | 'useless'
      readonly page?: number | undefined
    }
  /** The form in which one says who one is. */
  | { readonly do: 'register' }
  | { readonly do: 'admit'; readonly registration: number; readonly verdict: 'approved' | 'refused' }
  | { readonly do: 'open'; readonly url: string }
  | { readonly do: 'download'; readonly name: string; readonly url: string }
  | ProgressAction
  | ReportAction

/** Buttons of reporting: `chat/progress` does them. */
export type ProgressAction = RequestAction | DraftAction | DecisionAction | DutyAction

/** On a reminder card. Without `request`: all that the person's unit owes at the moment. `task` is the first version's id. */
export type RequestAction =
  /** 填表, 上一项/跳过这项: the form of one task; none named: the first that is not filled in yet. */
  | { readonly do: 'fill'; readonly request?: number | undefined; readonly task?: number | undefined }
  /** 无变化, of all tasks or one. */
  | { readonly do: 'unchanged'; readonly request?: number | undefined; readonly task?: number | undefined }
  /** 不归我们: asks which task and why; sent as a form it has fields `task`, `reason`, `owner`. */
  | { readonly do: 'decline'; readonly request?: number | undefined; readonly task?: number | undefined }
  /** 稍后提醒: asks for a day; with `on` (or the form's field `on`) it is set. */
  | { readonly do: 'later'; readonly request?: number | undefined; readonly on?: Day | undefined }
  /** 转交: asks for the successor; sent as a form it has fields `to`, `reason`. */
  | { readonly do: 'handOver' }
  /** Another page of the reminder card. */
  | { readonly do: 'owing'; readonly page: number }
  /** 附佐证: says how a file is sent. */
  | { readonly do: 'evidence'; readonly request?: number | undefined }

/** On the card that shows a draft. `revision` is the one on show: a button of an older face does nothing. */
export type DraftAction =
  | { readonly do: 'confirmDraft'; readonly draft: number; readonly revision: number }
  | { readonly do: 'dropDraft'; readonly draft: number }
  /** 修改: the form of a task of the draft; none named: the first. */
  | { readonly do: 'editDraft'; readonly draft: number; readonly task?: number | undefined }
  /** The form was sent. */
  | { readonly do: 'saveTask'; readonly draft: number; readonly task: number }
  /** 督办工作人员名单 filled on a card. */
  | { readonly do: 'saveContacts'; readonly draft: number }
  /** Back to the draft from a form, nothing changed; another page of it. */
  | { readonly do: 'showDraft'; readonly draft: number; readonly page?: number | undefined }
  /** A doubtful figure: takes `value` instead, or (form field `reason`) insists on what was said. */
  | {
      readonly do: 'figure'
      readonly draft: number
      readonly task: number
      readonly metric: string
      readonly value: number
    }
  | { readonly do: 'insist'; readonly draft: number; readonly task: number; readonly metric: string }
  /** The answer to an open question, counted over those on show: which task the words are of, or which metric the figure. */
  | {
      readonly do: 'choose'
      readonly draft: number
      readonly revision: number
      readonly question: number
      readonly task: number
      readonly metric?: string | undefined
    }
  | {
      readonly do: 'placeEvidence'
      readonly draft: number
      readonly evidence: number
      readonly task: number
    }
  /** The same of a report that is written. */
  | { readonly do: 'attachEvidence'; readonly evidence: number; readonly progress: number }
  /** 采用: the responsible unit's report becomes the lead's own. */
  | { readonly do: 'adopt'; readonly progress: number }

/** On cards of those who decide: supervisors, and the successor of a liaison. */
export type DecisionAction =
  | {
      readonly do: 'review'
      readonly progress: readonly number[]
      readonly verdict: 'confirmed' | 'returned'
    }
  /** Which reports wait for review; of one unit and period where given. */
  | {
      readonly do: 'reviews'
      readonly unit?: number | undefined
      readonly period?: string | undefined
      readonly page?: number | undefined
    }
  /** 确认不归, 仍归该单位. */
  | { readonly do: 'ruleDecline'; readonly decline: number; readonly verdict: 'accepted' | 'kept' }
  /** 撤回意见, by who declined. */
  | { readonly do: 'withdrawDecline'; readonly decline: number }
  | { readonly do: 'ruleHandOver'; readonly handOver: number; readonly verdict: 'confirmed' | 'refused' }
  /** 催办, within the burden budget; `urgent`: 加急, approved by this very tap. */
  | { readonly do: 'press'; readonly requests: readonly number[]; readonly urgent?: boolean | undefined }

/** On cards of reporting duties, the supervisors' own. */
export type DutyAction =
  /** A page of the list. */
  | { readonly do: 'duties'; readonly page: number }
  /** `duty` is its key. A new date (`when`, or the form's fields `when`, `from`) is asked for where it is to be moved. */
  | {
      readonly do: 'duty'
      readonly duty: string
      readonly change: 'moved' | 'paused' | 'resumed' | 'ended'
      readonly when?: string | undefined
    }
  /** Asks for a new one; sent as a form it has fields `who`, `when`, `what`, `document`. */
  | { readonly do: 'addDuty' }

/** Buttons of reports: `chat/report` does them. */
export type ReportAction =
  /** The report of a turn as a file. */
  | { readonly do: 'printReport'; readonly turn: number; readonly form: 'docx' | 'xlsx' }
  /** 每月1号发我: a standing order for the report of a turn. */
  | { readonly do: 'standReport'; readonly turn: number }
  | { readonly do: 'stopReport'; readonly subscription: number }
  /** 编辑发布: a draft of the report of a turn; a supervisor's. */
  | { readonly do: 'draftBulletin'; readonly turn: number }
  /** Fields `title`, `lead`, `named`. */
  | { readonly do: 'saveBulletin'; readonly publication: number }
  /** Fields `group`, `people`, `names`. */
  | { readonly do: 'publishBulletin'; readonly publication: number }
  /** Field `reason`. */
  | { readonly do: 'withdrawBulletin'; readonly publication: number }
  /** The whole of what was published; noted as opened. */
  | { readonly do: 'openBulletin'; readonly publication: number; readonly form: 'card' | 'docx' }
  /** Who got it, who opened it. */
  | { readonly do: 'bulletin'; readonly publication: number }

const REPORT_DOS: Readonly<Record<ReportAction['do'], true>> = {
  printReport: true,
  standReport: true,
  stopReport: true,
  draftBulletin: true,
  saveBulletin: true,
  publishBulletin: true,
  withdrawBulletin: true,
  openBulletin: true,
  bulletin: true,
}

export const isReportAction = (action: Action): action is ReportAction => action.do in REPORT_DOS
