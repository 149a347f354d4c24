import { daysOf, type Period, periodOf, rhythmOf } from '../../domain/period.ts'
import type { Progress } from '../../domain/progress.ts'
import type { Request } from '../../domain/request.ts'
import type { Day } from '../../domain/span.ts'
import { addDays } from '../../text/calendar.ts'

/** For which period a report counts, and by when it is owed; null: nobody asked. */
export interface Due {
  readonly period: Period
  readonly dueOn: Day | null
  /** Neither a request nor a duty says for which period: the rhythm of its last report, or the month, was taken. */
  readonly assumed: boolean
}

export interface Known {
  /** Open ones, earliest due first. */
  readonly requests: readonly Request[]
  /** The newest of each task, answered ones and those not asked for yet too. */
  readonly latest: readonly Request[]
  /** The unit's reports of the task, newest first. */
  readonly reports: readonly Progress[]
  /** By the duties of its document: see `remind/report-periods`. */
  readonly byDuty: ReadonlyMap<number, Period>
  readonly today: Day
}

const ofTask = (taskId: number) => (request: Request) =>
  request.kind === 'progress' && request.tasks.some((t) => t.taskId === taskId)

/**
 * The earliest open request that still asks for the task; else the one it was just reported for (a correction) or will
 * be asked for next; else the one it was reported for within the last days; else what the duties of its document say (a
 * quarterly one: the quarter); else the present period in the rhythm it was last reported or asked by, a month where it never
 * was.
 */
export function duePeriod(taskId: number, { requests, latest, reports, byDuty, today }: Known): Due {
  const asks = requests.filter(ofTask(taskId))
  const open = asks.find((r) => r.tasks.some((t) => t.taskId === taskId && t.state === 'asked'))
  const request = open ?? asks[0] ?? latest.filter(ofTask(taskId)).find((r) => isPresent(r, today))
  if (request) return { period: request.period, dueOn: request.dueOn, assumed: false }
  const [last] = reports
  if (last && isFresh(last, today)) return { period: last.period, dueOn: null, assumed: false }
  const owed = byDuty.get(taskId)
  if (owed !== undefined) return { period: owed, dueOn: null, assumed: false }
  const asked = latest.find(ofTask(taskId))
  const rhythm = rhythmOf(last?.period ?? asked?.period ?? periodOf('monthly', today))
  return { period: periodOf(rhythm, today), dueOn: null, assumed: true }
}

/** Its period has begun and it is not long past. */
const isPresent = ({ period, dueOn }: Request, today: Day): boolean =>
  daysOf(period).start <= today && today <= addDays(dueOn, CORRECTED_WITHIN_DAYS)

/** A report corrected shortly after it was made stays in its period, though the next has begun. */
const isFresh = ({ reportedOn }: Progress, today: Day): boolean =>
  today <= addDays(reportedOn, CORRECTED_WITHIN_DAYS)

const CORRECTED_WITHIN_DAYS = 10
