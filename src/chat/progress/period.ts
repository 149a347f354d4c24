import { daysOf, type Period, periodOf, rhythmOf } from '../../domain/period.ts'
import type { Progress } from '../../domain/progress.ts'
import type { Request } from '../../domain/request.ts'
import type { Day } from '../../domain/span.ts'
import { addDays } from '../../text/calendar.ts'

/** For which period a report counts, and by when it is owed; null: nobody asked. */
export interface Due {
  readonly period: Period
  readonly dueOn: Day | null
}

export interface Known {
  /** Open ones, earliest due first. */
  readonly requests: readonly Request[]
  /** The newest of each task, answered ones and those not asked for yet too. */
  readonly latest: readonly Request[]
  /** The unit's reports of the task, newest first. */
  readonly reports: readonly Progress[]
  readonly today: Day
}

const ofTask = (taskId: number) => (request: Request) =>
  request.kind === 'progress' && request.tasks.some((t) => t.taskId === taskId)

/**
 * The earliest open request that still asks for the task; else the one it was just reported for (a correction) or will
 * be asked for next; else the present period in the rhythm it was last reported or asked by, a month where it never was.
 */
export function duePeriod(taskId: number, { requests, latest, reports, today }: Known): Due {
  const asks = requests.filter(ofTask(taskId))
  const owed = asks.find((r) => r.tasks.some((t) => t.taskId === taskId && t.state === 'asked'))
  const request = owed ?? asks[0] ?? latest.filter(ofTask(taskId)).find((r) => isPresent(r, today))
  if (request) return { period: request.period, dueOn: request.dueOn }
  const [last] = reports
  const rhythm = latest.filter(ofTask(taskId)).map((r) => rhythmOf(r.period))[0] ?? 'monthly'
  return { period: last ? presentOr(last, today) : periodOf(rhythm, today), dueOn: null }
}

/** Its period has begun and it is not long past. */
const isPresent = ({ period, dueOn }: Request, today: Day): boolean =>
  daysOf(period).start <= today && today <= addDays(dueOn, CORRECTED_WITHIN_DAYS)

/** A report corrected shortly after it was made stays in its period, though the next has begun. */
const presentOr = ({ period, reportedOn }: Progress, today: Day): Period =>
  today <= addDays(reportedOn, CORRECTED_WITHIN_DAYS) ? period : periodOf(rhythmOf(period), today)

const CORRECTED_WITHIN_DAYS = 10
