import { lightOf, type Owed } from './light.ts'
import { readingOf } from './match-readings.ts'
import { paceOf, shareOf } from './pace.ts'
import { endOf, type Period } from './period.ts'
import type { Progress } from './progress.ts'
import type { Day } from './span.ts'
import type { DatedReading, MetricStanding, TaskStanding } from './standing.ts'
import type { Metric } from './task.ts'

type Told = 'metrics' | 'state' | 'pace' | 'light' | 'reason' | 'reasons' | 'owed' | 'report' | 'statements'

/** A task as its document has it. */
export interface StandingTask extends Omit<TaskStanding, Told> {
  readonly metrics: readonly Omit<Metric, 'source'>[]
  /** The deadline is the document's, or its year alone. */
  readonly dueImplied: boolean
}

/** What is known of it. */
export interface Known {
  /** Reports that may be seen and were not returned, in any order. */
  readonly reports: readonly Progress[]
  readonly closed: boolean
  readonly owed: (Owed & { readonly period: Period }) | null
}

/** The day it is looked at. */
export interface Occasion {
  readonly today: Day
  /** See `LightFacts.paceOn`. */
  readonly paceOn: Day
  /** Working days after today up to a day. */
  readonly workingDays: (to: Day) => number
}

/** A task with all that was reported of it, as it stands on a day. Pure. */
export function standingOf(task: StandingTask, known: Known, on: Occasion): TaskStanding {
  const official = known.reports.filter((report) => isOfficial(report, task)).sort(byLead(task))
  const [report = null] = official
  const state = known.closed ? 'closed' : stateOf(official)
  const metrics = metricsOf(task, official, known.reports)
  const { dueImplied, ...plain } = task
  const judged = lightOf({
    ...{ today: on.today, paceOn: on.paceOn, window: task, dueImplied },
    ...{ metrics, state, owed: known.owed, reported: report !== null },
    expectedFinish: report?.expectedFinish ?? null,
    workingDaysLeft: dueImplied || task.dueOn === null ? null : left(task.dueOn, on),
  })
  const pace = paceOf(task, on.paceOn)
  const owed = known.owed === null ? null : { period: known.owed.period, dueOn: known.owed.dueOn }
  const statements = beside(known.reports, report)
  return { ...plain, metrics, state, pace, ...judged, owed, report, statements }
}

const left = (dueOn: Day, { today, workingDays }: Occasion): number | null =>
  dueOn < today ? null : workingDays(dueOn)

/** The lead's; where none leads and one unit alone answers for the task, that unit's. */
const isOfficial = ({ capacity }: Progress, { leads, responsible }: StandingTask): boolean =>
  capacity === 'lead' || (leads.length === 0 && responsible.length === 1)

/** Last period first; in one period the first-named lead before the others, the later word before the earlier. */
function byLead({ leads }: StandingTask): (a: Progress, b: Progress) => number {
  const rank = ({ unitId }: Progress) => {
    const at = leads.findIndex(({ id }) => id === unitId)
    return at < 0 ? leads.length : at
  }
  return (a, b) => byPeriod(a, b) || rank(a) - rank(b) || byTime(a, b)
}

const byPeriod = (a: Progress, b: Progress): number =>
  a.period === b.period ? 0 : order(endOf(b.period), endOf(a.period))
const order = (a: Day, b: Day): number => (a < b ? -1 : a > b ? 1 : 0)
const byTime = (a: Progress, b: Progress): number =>
  b.reportedAt.getTime() - a.reportedAt.getTime() || b.id - a.id

/** As last said; words without a state mean that it goes on, unless it was done, or nothing changed. */
function stateOf(official: readonly Progress[]): TaskStanding['state'] {
  const [last] = official
  if (last === undefined || last.state !== null) return last?.state ?? null
  const earlier = official.find((report) => report.state !== null)?.state ?? null
  return earlier !== null && (last.unchanged || earlier === 'done') ? earlier : 'ongoing'
}

function metricsOf(
  { metrics }: StandingTask,
  official: readonly Progress[],
  reports: readonly Progress[],
): MetricStanding[] {
  return metrics.map((metric) => {
    const told = official.flatMap((report) => dated(readingOf(metric, report.readings, metrics), report))
    const own = told.length > 0 || metric.by === null ? told : ofPart(metric, reports)
    const [last = null] = own
    const before = own.find((reading) => last !== null && endOf(reading.period) < endOf(last.period)) ?? null
    return { ...metric, last, before, share: shareOf(metric, last) }
  })
}

/** A district's own part, as the district states it. */
function ofPart(metric: Omit<Metric, 'source'>, reports: readonly Progress[]): DatedReading[] {
  const whole = { ...metric, by: null }
  return [...reports]
    .filter((report) => metric.by !== null && report.unit.startsWith(metric.by))
    .sort((a, b) => byPeriod(a, b) || byTime(a, b))
    .flatMap((report) => dated(readingOf(whole, report.readings, [whole]), report))
}

const dated = (
  reading: Progress['readings'][number] | null,
  { period, reportedOn }: Progress,
): DatedReading[] =>
  reading === null ? [] : [{ value: reading.value, unit: reading.unit, period, on: reportedOn }]

/** What others said for the period of the official report; without one, for the last period anybody spoke of. */
function beside(reports: readonly Progress[], official: Progress | null): Progress[] {
  const others = reports
    .filter((report) => report.id !== official?.id)
    .sort((a, b) => byPeriod(a, b) || byTime(a, b))
  const period = official?.period ?? others[0]?.period
  return others.filter((report) => report.period === period)
}
