import type { Chat } from './chat.ts'
import type { NewDutyChange } from './duty-change.ts'
import type { FilledForm } from './form.ts'
import type { Heard } from './heard.ts'
import type { ActOrder } from './order.ts'
import type { Day } from './span.ts'

/** Something understood and shown, written when its person says so. One of each kind is open for an account at a time. */
export interface Draft<B extends DraftBody = DraftBody> {
  readonly id: number
  readonly who: DraftOwner
  readonly personId: number
  readonly body: B
  /** Grows with every change: a button of an older face does nothing. */
  readonly revision: number
  /** The channel's id of the card that shows it; null: not sent yet. */
  readonly replyId: string | null
  readonly madeAt: Date
  readonly changedAt: Date
  readonly settledAt: Date | null
  readonly outcome: DraftOutcome | null
}

export type DraftOutcome = 'confirmed' | 'dropped' | 'replaced'

export interface DraftOwner {
  readonly channel: Chat['channel']
  readonly account: string
}

export type DraftBody = ReportDraft | OrderDraft | HandOverDraft | FormDraft | DutyDraft

/** A message that went into a draft. `key` as of its Question: heard again after a kill it changes nothing. */
export interface SaidWords {
  readonly key: string
  readonly text: string
}

/** A doubtful figure its person stands by. */
export interface Insistence {
  readonly task: number
  readonly metric: string
  readonly value: number
  readonly reason: string
}

export interface DraftEvidence {
  readonly id: number
  readonly name: string
  /** null: of which task was not said. */
  readonly task: number | null
}

/** 进展. Tasks in `heard` carry the row of the version they were heard of; everywhere else the first version's id stands. */
export interface ReportDraft {
  readonly kind: 'report'
  readonly unitId: number
  readonly unit: string
  readonly said: readonly SaidWords[]
  readonly heard: Heard
  readonly insisted: readonly Insistence[]
  readonly evidence: readonly DraftEvidence[]
  /** Task (first version) → the statement the lead took over. */
  readonly adopted: Readonly<Record<string, number>>
  /** Tasks asked for by the form that was opened, so that it can be paged. */
  readonly asked: readonly number[]
}

/** A supervisor's order with all it would touch, as it was shown. */
export interface OrderDraft {
  readonly kind: 'order'
  readonly said: readonly SaidWords[]
  readonly order: Pick<ActOrder, 'do' | 'reason' | 'urgent'>
  readonly tasks: readonly number[]
  readonly requests: readonly number[]
  readonly progress: readonly number[]
}

export interface HandOverDraft {
  readonly kind: 'handOver'
  readonly said: readonly SaidWords[]
  readonly unitId: number
  readonly toId: number
  readonly to: string
  readonly from: Day | null
  readonly reason: string | null
  /** Items still owed, as the card says. */
  readonly open: number
}

/** A file of filled forms. 附表3 in it becomes a report once the others are written. */
export interface FormDraft {
  readonly kind: 'form'
  readonly said: readonly SaidWords[]
  readonly unitId: number
  readonly unit: string
  readonly file: string
  readonly forms: readonly FilledForm[]
}

/** A supervisor's word on reporting duties: one of a document, or several that share their date. */
export interface DutyDraft {
  readonly kind: 'duty'
  readonly said: readonly SaidWords[]
  readonly changes: readonly NewDutyChange[]
  /** What was taken for granted, in Chinese. */
  readonly notes: readonly string[]
}

export interface Drafts {
  /** The open one changed last; of one kind where given. */
  open(who: DraftOwner, kind?: DraftBody['kind']): Promise<Draft | null>
  find(id: number): Promise<Draft | null>
  /** The draft a message went into, open or settled. */
  heard(who: DraftOwner, key: string): Promise<Draft | null>
  /** The open one of the same kind, if any, is replaced. */
  start(who: DraftOwner, personId: number, body: DraftBody, at: Date): Promise<Draft>
  /** null: it was changed or settled meanwhile. */
  revise(draft: Pick<Draft, 'id' | 'revision'>, body: DraftBody, at: Date): Promise<Draft | null>
  shown(id: number, replyId: string): Promise<void>
  /** True for the first caller. */
  settle(id: number, outcome: DraftOutcome, at: Date): Promise<boolean>
  /** What the account said lately, in questions and drafts, oldest first. */
  said(who: DraftOwner, window: { readonly since: Date; readonly limit: number }): Promise<readonly string[]>
  /** Takes what nobody has touched since `before` and that was not reminded of yet; each once. */
  takeForgotten(channel: Chat['channel'], before: Date, at: Date): Promise<readonly Draft[]>
}
