import { judgedMetrics } from './judged-metrics.ts'
import type { Light } from './message.ts'
import { daysBetween, isReached, type Lag, lagOf, paceOf, type Window, windowOf } from './pace.ts'
import type { Day } from './span.ts'
import type { LightReason, MetricStanding, TaskStanding } from './standing.ts'

/** A report of this task that is owed and has not come. */
export interface Owed {
  readonly dueOn: Day
  /** Working days from today up to `dueOn`; 0 on the day itself and after it. */
  readonly workingDays: number
}

/** All a light is made of. */
export interface LightFacts {
  readonly today: Day
  /** The day progress is measured on: today, or the last day of a past period. */
  readonly paceOn: Day
  readonly window: Window
  /** The deadline is the document's, not the task's own. */
  readonly dueImplied: boolean
  readonly metrics: readonly MetricStanding[]
  readonly state: TaskStanding['state']
  /** Anything was reported at all. */
  readonly reported: boolean
  readonly expectedFinish: Day | null
  readonly owed: Owed | null
  /** Working days from today to the task's own deadline; null where it has none or it is past. */
  readonly workingDaysLeft: number | null
}

export interface Judged {
  readonly light: Light
  readonly reason: LightReason
}

export interface Judgement extends Judged {
  /** Every reason, the worst first. */
  readonly reasons: readonly LightReason[]
}

/** How many tasks have which light. */
export type LightTally = Readonly<Record<Light, number>>

export function tallyOf(standings: readonly Pick<TaskStanding, 'light'>[]): LightTally {
  const count = (light: Light): number => standings.filter((standing) => standing.light === light).length
  return { green: count('green'), amber: count('amber'), red: count('red'), none: count('none') }
}

/** Reasons of the task itself; that a report is due tells of the unit, not of the task. */
export const TROUBLE: readonly LightReason['kind'][] = ['overdue', 'behind', 'finishLate', 'over', 'blocked']

/** Points behind pace up to which a task is on pace, and up to which it is amber. */
const GREEN_UP_TO = 10
const AMBER_UP_TO = 30
/** 临期: so many working days before the day. */
const SOON = 3

/**
 * The light of one task with its reason. Green: closed, done, on pace, a small lag. Amber: more than 10 points behind pace,
 * above a ceiling, blocked, due within 3 working days and unreported, or expected to end late by its own report. Red: overdue, or
 * more than 30 points behind. None: nothing is known. Of several reasons the worst is told, and of equals the first below.
 */
export function lightOf(facts: LightFacts): Judgement {
  const found = CHECKS.flatMap((check) => check(facts))
  const [worst, ...others] = isOver(facts) ? [] : [...ofLight(found, 'red'), ...ofLight(found, 'amber')]
  if (worst !== undefined) return { ...worst, reasons: [worst, ...others].map(({ reason }) => reason) }
  const { light, reason } = untroubled(facts)
  return { light, reason, reasons: [reason] }
}

const ofLight = (found: readonly Judged[], light: Light): readonly Judged[] =>
  found.filter((one) => one.light === light)

const isOver = (facts: LightFacts): boolean => facts.state === 'closed' || isDone(facts)

function untroubled(facts: LightFacts): Judged {
  if (facts.state === 'closed') return { light: 'green', reason: { kind: 'closed' } }
  if (isDone(facts)) return { light: 'green', reason: { kind: 'done' } }
  if (isMeasured(facts)) return { light: 'green', reason: { kind: 'onPace' } }
  return { light: 'none', reason: { kind: 'unknown' } }
}

/** Said to be done, unless the figures beside it say otherwise. */
const isDone = ({ state, metrics, paceOn }: LightFacts): boolean =>
  state === 'done' &&
  judgedMetrics(metrics, paceOn).every((metric) => isReached(metric, metric.last) !== false)

/** A report without a figure tells how it stands where the plan has none either. */
const isMeasured = ({ reported, metrics, state }: LightFacts): boolean =>
  reported &&
  (metrics.length === 0 ||
    state === 'notStarted' ||
    metrics.some((metric) => isReached(metric, metric.last) !== null))

const CHECKS: readonly ((facts: LightFacts) => readonly Judged[])[] = [
  overdue,
  behind,
  reportLate,
  over,
  blocked,
  finishLate,
  reportDue,
  dueSoon,
]

/** A deadline the task itself names is overdue unless something says it was met; a document's own only after reports. */
function overdue(facts: LightFacts): Judged[] {
  const { today, dueImplied, reported } = facts
  const { dueOn } = facts.window
  if (dueOn === null || today <= dueOn || (dueImplied && !reported) || allReached(facts)) return []
  return [{ light: 'red', reason: { kind: 'overdue', days: daysBetween(dueOn, today) } }]
}

function allReached({ metrics, paceOn }: LightFacts): boolean {
  const judged = judgedMetrics(metrics, paceOn)
  return judged.length > 0 && judged.every((metric) => isReached(metric, metric.last) === true)
}

interface Behind {
  readonly metric: string
  readonly lag: Lag
}

/** The worst metric counts; a task not begun has done nothing of any. */
function behind(facts: LightFacts): Judged[] {
  const worst = worstOf(facts, 'behind')
  if (worst === undefined || worst.lag.points <= GREEN_UP_TO) return []
  const light = worst.lag.points > AMBER_UP_TO ? 'red' : 'amber'
  return [{ light, reason: { kind: 'behind', points: worst.lag.points, metric: worst.metric } }]
}

function over(facts: LightFacts): Judged[] {
  const worst = worstOf(facts, 'over')
  if (worst === undefined) return []
  const light = worst.lag.points > AMBER_UP_TO ? 'red' : 'amber'
  return [{ light, reason: { kind: 'over', points: worst.lag.points, metric: worst.metric } }]
}

function worstOf(facts: LightFacts, kind: Lag['kind']): Behind | undefined {
  const lags = [...measured(facts), ...notBegun(facts)].filter(({ lag }) => lag.kind === kind)
  return lags.reduce<Behind | undefined>(
    (worst, one) => (worst === undefined || one.lag.points > worst.lag.points ? one : worst),
    undefined,
  )
}

function measured({ metrics, window, paceOn }: LightFacts): Behind[] {
  return judgedMetrics(metrics, paceOn).flatMap((metric) => {
    const lag = lagOf(metric, metric.last, paceOf(windowOf(metric, window, paceOn), paceOn))
    return lag === null ? [] : [{ metric: metric.name, lag }]
  })
}

function notBegun({ state, metrics, window, paceOn }: LightFacts): Behind[] {
  const pace = paceOf(window, paceOn)
  if (state !== 'notStarted' || pace === null || metrics.some((metric) => metric.last !== null)) return []
  return [{ metric: '', lag: { kind: 'behind', points: Math.round(pace * 100) } }]
}

function reportLate({ owed, today }: LightFacts): Judged[] {
  return owed !== null && today > owed.dueOn
    ? [{ light: 'red', reason: { kind: 'reportLate', dueOn: owed.dueOn } }]
    : []
}

function reportDue({ owed, today }: LightFacts): Judged[] {
  return owed !== null && today <= owed.dueOn && owed.workingDays <= SOON
    ? [{ light: 'amber', reason: { kind: 'reportDue', dueOn: owed.dueOn, workingDays: owed.workingDays } }]
    : []
}

function blocked({ state }: LightFacts): Judged[] {
  return state === 'blocked' ? [{ light: 'amber', reason: { kind: 'blocked' } }] : []
}

function finishLate({ expectedFinish, window: { dueOn } }: LightFacts): Judged[] {
  if (expectedFinish === null || dueOn === null || expectedFinish <= dueOn) return []
  const days = daysBetween(dueOn, expectedFinish)
  return [{ light: 'amber', reason: { kind: 'finishLate', finish: expectedFinish, days } }]
}

/** Its own deadline is near and nobody has said a word. */
function dueSoon({ workingDaysLeft, reported, window: { dueOn } }: LightFacts): Judged[] {
  if (workingDaysLeft === null || workingDaysLeft > SOON || reported || dueOn === null) return []
  return [{ light: 'amber', reason: { kind: 'reportDue', dueOn, workingDays: workingDaysLeft } }]
}
