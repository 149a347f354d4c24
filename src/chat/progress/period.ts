import { type Period, periodOf, rhythmOf } from '../../domain/period.ts'
import type { Progress } from '../../domain/progress.ts'
import type { Request } from '../../domain/request.ts'
import type { Day } from '../../domain/span.ts'

/** For which period a report counts, and by when it is owed; null: nobody asked. */
export interface Due {
  readonly period: Period
  readonly dueOn: Day | null
}

/**
 * The earliest open request that still asks for the task; else the open one it was reported for (a correction); else
 * the present period in the rhythm it was last reported by, a month where it never was.
 */
export function duePeriod(
  taskId: number,
  known: {
    readonly requests: readonly Request[]
    readonly reports: readonly Progress[]
    readonly today: Day
  },
): Due {
  const asks = known.requests.filter((r) => r.kind === 'progress' && r.tasks.some((t) => t.taskId === taskId))
  const owed = asks.find((r) => r.tasks.some((t) => t.taskId === taskId && t.state === 'asked'))
  const request = owed ?? asks[0]
  if (request) return { period: request.period, dueOn: request.dueOn }
  const [last] = known.reports
  return { period: last ? presentOr(last, known.today) : periodOf('monthly', known.today), dueOn: null }
}

/** A report corrected shortly after it was made stays in its period, though the next has begun. */
function presentOr(last: Progress, today: Day): Period {
  const present = periodOf(rhythmOf(last.period), today)
  const days = (Date.parse(today) - Date.parse(last.reportedOn)) / 86_400_000
  return days <= CORRECTED_WITHIN_DAYS ? last.period : present
}

const CORRECTED_WITHIN_DAYS = 10
