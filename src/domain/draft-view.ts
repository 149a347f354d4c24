import type { DraftEvidence } from './draft.ts'
import type { Reading, ReportedState } from './heard.ts'
import type { Period } from './period.ts'
import type { Capacity, Progress, ReportedReading } from './progress.ts'
import type { Doubt } from './progress-check.ts'
import type { Day } from './span.ts'
import type { MetricOp } from './task.ts'

/** A task as people point at it. */
export interface TaskLabel {
  /** First version. */
  readonly originId: number
  /** Number of its document, else its title. */
  readonly document: string
  readonly path: readonly string[]
  readonly no: number | null
  readonly part: number | null
  readonly title: string | null
  readonly text: string
}

export interface Target {
  readonly name: string
  readonly op: MetricOp
  readonly value: number
  readonly unit: string
  readonly kind: 'total' | 'growth' | 'share'
}

/** A value of a target as it stood, in the target's own unit. */
export interface OldValue {
  readonly value: number
  readonly period: Period
}

/** A reading of a draft beside its target and what was reported before. */
export interface FigureView {
  readonly target: Target
  readonly said: Reading
  /** In the target's unit. */
  readonly value: number
  /** Reported last, this period's own report included. */
  readonly last: OldValue | null
  readonly doubts: readonly Doubt[]
  /** Reported last for an earlier period: what the doubts compare with. */
  readonly before: OldValue | null
  /** Why it stands all the same; null: nobody said so. */
  readonly insisted: string | null
  /** Likelier values, in the target's unit. */
  readonly offers: readonly number[]
}

/** What is worth a second look before it is confirmed; confirming it all the same is kept with the record. */
export type Hint = 'sameText' | 'noEvidence' | 'noNumber' | 'otherUnit' | 'doneShort' | 'neverReported'

export interface Statement {
  readonly progressId: number
  readonly unit: string
  readonly on: Day
  readonly readings: readonly Reading[]
  readonly text: string
}

/** One task of a draft, with all its card shows. */
export interface ItemView {
  readonly task: TaskLabel
  readonly targets: readonly Target[]
  readonly capacity: Capacity
  readonly period: Period
  readonly dueOn: Day | null
  /** Nothing says for which period it counts: the one named was taken. */
  readonly assumed: boolean
  readonly figures: readonly FigureView[]
  readonly noChange: boolean
  /** The second 无变化 running: words are wanted. */
  readonly wordless: boolean
  /** What stands, target by target: carried over where nothing changed. */
  readonly standing: readonly (Reading & { readonly period: Period })[]
  readonly state: ReportedState | null
  readonly expectedFinish: Day | null
  readonly text: string
  readonly difficulty: string | null
  readonly help: string | null
  readonly hints: readonly Hint[]
  /** The unit's own report of this period, which this one completes or corrects. */
  readonly prior: Pick<
    Progress,
    'state' | 'text' | 'expectedFinish' | 'difficulty' | 'help' | 'adoptedFrom' | 'readings'
  > | null
  /** What it says of other targets: stays as it is. */
  readonly kept: readonly ReportedReading[]
  /** Somebody else's report of the same period, which this one will correct. */
  readonly other: { readonly person: string; readonly at: string } | null
  readonly statements: readonly Statement[]
  readonly adopted: Statement | null
  readonly evidence: readonly string[]
  /** Nothing is said of it yet: it stands here because it was asked for. */
  readonly empty: boolean
}

/** What an open question of a draft may be answered with. */
export interface Choice {
  readonly text: string
  /** First version. */
  readonly task: number
  /** null: it is asked which task is meant, not which of its metrics. */
  readonly metric: string | null
}

/** Words of a draft that may be of several tasks, or a figure that may be of several metrics. */
export interface OpenQuestion {
  /** As it is shown; one of the draft's notes. */
  readonly note: string
  /** The words it is about. */
  readonly words: string
  readonly choices: readonly Choice[]
}

/** A report as its card shows it. */
export interface DraftView {
  readonly id: number
  readonly revision: number
  readonly unit: string
  readonly today: Day
  readonly items: readonly ItemView[]
  /** The words said last, to be said again with what is asked about them; '' for a form. */
  readonly said: string
  readonly unread: readonly string[]
  /** What was taken for granted or is asked. */
  readonly notes: readonly string[]
  /** Those of the notes that one tap answers, in their order. */
  readonly questions: readonly OpenQuestion[]
  /** Evidence of which nobody said what task it is of. */
  readonly loose: readonly DraftEvidence[]
  /** Tasks still owed for the same period and not in the draft. */
  readonly owed: readonly TaskLabel[]
}

/** Figures somebody must choose or stand by before anything is written. */
export const openDoubts = (item: ItemView): readonly FigureView[] =>
  item.figures.filter((f) => f.doubts.length > 0 && f.insisted === null)

export const isReady = (view: DraftView): boolean =>
  view.items.some((i) => !i.empty) &&
  view.items.every((i) => openDoubts(i).length === 0 && !(i.noChange && i.wordless))
