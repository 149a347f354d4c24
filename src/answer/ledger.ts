import type { DutyTiming, DutyWords, Indicator } from '../domain/document.ts'
import type { Period } from '../domain/period.ts'
import type { Role, Viewer } from '../domain/person.ts'
import type { Progress } from '../domain/progress.ts'
import type { FeedbackAbout } from '../domain/query.ts'
import type { Certainty, Day, Span } from '../domain/span.ts'
import type { AskFigures, OpenPeriod, TaskStanding, UnitOwing } from '../domain/standing.ts'
import type { Metric, TaskClause, UnitRole } from '../domain/task.ts'
import type { LexiconRows } from '../understand/lexicon.ts'

/** What the answerers read of the ledger, as rows. `src/store` gives it, tests make it of a fresh database. */
export interface Ledger {
  /** Changes with every ingest and every edit of the registry; cheap, asked before each question. */
  readonly stamp: () => Promise<string>
  readonly lexicon: () => Promise<LexiconRows>
  readonly tasks: (read: TaskRead) => Promise<readonly TaskRow[]>
  /** Goals of whole documents: metrics that hang on no task. */
  readonly goals: (documents: readonly number[] | null) => Promise<readonly GoalRow[]>
  readonly indicators: (documents: readonly number[] | null) => Promise<readonly IndicatorRow[]>
  readonly stages: (documents: readonly number[] | null) => Promise<readonly StageRow[]>
  readonly duties: (documents: readonly number[] | null) => Promise<readonly DutyRow[]>
  readonly roster: (documents: readonly number[] | null) => Promise<readonly RosterRow[]>
  readonly clauses: (read: ClauseRead) => Promise<readonly ClauseRow[]>
  /** Tasks as they stand on a day for who looks, one for each row, in their order. */
  readonly standings: (rows: readonly TaskRow[], look: Look) => Promise<readonly TaskStanding[]>
  /** The same where anything is known at all; empty where nobody has reported, been asked or closed a task. */
  readonly lights: (rows: readonly TaskRow[], look: Look) => Promise<readonly TaskStanding[]>
  /** All that was reported of a task, corrections too, oldest first, as far as the person may see it. */
  readonly told: (row: TaskRow, viewer: Viewer) => Promise<readonly Progress[]>
  /** Of a period, or of the last one with something open; null: nothing was asked for. */
  readonly owing: (read: OwingRead) => Promise<Owing | null>
  /** Questions without an answer or with a bad mark, last asked first. */
  readonly feedback: (read: FeedbackRead) => Promise<readonly FeedbackRow[]>
  /** A few people of a role, for whoever is refused or stuck. */
  readonly contacts: (role: Role) => Promise<readonly Contact[]>
  /** People by what they are to units, or the units under one. */
  readonly staff: (read: StaffRead) => Promise<readonly StaffRow[]>
}

/** How tasks are looked at. */
export interface Look {
  readonly today: Day
  /** Nothing of a later period counts; null: everything does. */
  readonly period: Period | null
  /** null: sees everything. */
  readonly viewer: Viewer | null
}

export interface OwingRead {
  readonly period?: Period
  readonly today: Day
}

export interface Owing {
  readonly period: Period
  readonly owing: readonly UnitOwing[]
  readonly asks: AskFigures
  /** Other periods something is open of, where none was asked for. */
  readonly others: readonly OpenPeriod[]
}

/** Which tasks to load; absent fields do not narrow. Only current, live documents are ever read. */
export interface TaskRead {
  readonly documents?: readonly number[]
  readonly units?: readonly number[]
  readonly roles?: readonly (UnitRole | 'effective_lead')[]
  readonly numbers?: readonly number[]
  readonly part?: number
  readonly path?: readonly string[]
  readonly ids?: readonly number[]
  /** First versions. */
  readonly origins?: readonly number[]
  /** Text, title or heading holds at least one of these words. */
  readonly words?: readonly string[]
  readonly dueFrom?: Day
  readonly dueTo?: Day
}

export interface DocumentRef {
  readonly id: number
  readonly number: string | null
  readonly title: string
  readonly issuedOn: Day | null
  readonly periodStart: Day | null
  readonly periodEnd: Day | null
}

interface Placed {
  readonly document: DocumentRef
  readonly source: Span
}

export interface TaskRow extends Placed, TaskClause {
  readonly id: number
  /** The first version of the task: progress hangs on it. */
  readonly originId: number
  readonly leadRule: string | null
  readonly dueOn: Day | null
  readonly dueCertainty: Certainty | null
  readonly dueRaw: string | null
  readonly units: readonly TaskUnit[]
  readonly metrics: readonly MetricFact[]
}

export interface TaskUnit {
  readonly role: UnitRole | 'effective_lead'
  readonly written: string
  readonly unitId: number | null
  readonly certainty: Certainty
}

export type MetricFact = Omit<Metric, 'source'>

export interface GoalRow extends Placed, MetricFact {}

export interface IndicatorRow extends Placed, Omit<Indicator, 'source'> {}

export interface StageRow extends Placed {
  readonly name: string
  readonly start: Day | null
  readonly end: Day | null
  readonly text: string
}

export interface DutyRow extends Placed, DutyWords, DutyTiming {}

export interface RosterRow extends Placed {
  readonly role: string
  readonly name: string
  readonly title: string
}

export interface FeedbackRead {
  readonly about: FeedbackAbout
  readonly limit: number
}

/** One question in its own words, however often it was asked. */
export interface FeedbackRow {
  readonly text: string
  readonly times: number
  readonly lastOn: Day
  /** Who asked last, where known. */
  readonly asker: string | null
  /** Head of the answer it got. */
  readonly answered: string
}

export type StaffRead =
  | { readonly of: 'liaison' | 'overseer'; readonly units: readonly number[] }
  | { readonly of: 'overseen'; readonly name: string }

/** A person and a unit they report for or oversee. */
export interface StaffRow {
  readonly name: string
  readonly title: string | null
  readonly unit: string
}

export interface Contact {
  readonly name: string
  readonly unit: string | null
}

/** Clauses by ranked search over `tokens`, or all that hold one of `words`. */
export interface ClauseRead {
  readonly documents: readonly number[] | null
  readonly tokens?: readonly string[]
  /** The question in its own words: with it, clauses near in meaning are found too where vectors are on. */
  readonly text?: string
  readonly words?: readonly string[]
  readonly limit: number
}

export interface ClauseRow extends Placed {
  readonly id: number
  readonly path: readonly string[]
  readonly heading: string
  readonly text: string
}
