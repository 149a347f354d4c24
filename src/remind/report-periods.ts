import { daysOf, type Period, periodOf, rhythmOf } from '../domain/period.ts'
import type { PlannedRequest } from '../domain/request.ts'
import { addDays } from '../text/calendar.ts'
import { type PlanInput, planRequests } from './plan-requests.ts'

/** A yearly report is in sight. */
const AHEAD_DAYS = 400

/** Unit → task (first version) → the period that what is reported today counts for. */
export type ReportPeriods = ReadonlyMap<number, ReadonlyMap<number, Period>>

/**
 * For which period a report counts that nobody asked for yet, by the duties of its document: that of the next due day whose
 * period has begun, of the finest rhythm where there are several (a quarter's before the year's). Pure. A task of which no duty
 * asks the unit is left out.
 */
export function reportPeriods(input: PlanInput): ReportPeriods {
  const window = { from: input.today, to: addDays(input.today, AHEAD_DAYS) }
  const { requests } = planRequests({ ...input, window })
  const progress = requests.filter(({ kind }) => kind === 'progress')
  const places = progress.flatMap((request) => request.tasks.map(({ taskId }) => ({ taskId, request })))
  return new Map(
    [...Map.groupBy(places, ({ request }) => request.unitId)].map(([unitId, own]) => [
      unitId,
      new Map(
        [...Map.groupBy(own, ({ taskId }) => taskId)].map(([taskId, of]) => [
          taskId,
          presentOf(
            of.map(({ request }) => request),
            input,
          ),
        ]),
      ),
    ]),
  )
}

const FINENESS = { monthly: 1, quarterly: 3, semiannual: 6, annual: 12 } as const

/** `requests` earliest due first, at least one. */
function presentOf(requests: readonly PlannedRequest[], { today }: Pick<PlanInput, 'today'>): Period {
  const byFineness = requests
    .map(({ period }) => period)
    .toSorted((a, b) => FINENESS[rhythmOf(a)] - FINENESS[rhythmOf(b)])
  const begun = byFineness.find((period) => daysOf(period).start <= today)
  return begun ?? periodOf(rhythmOf(byFineness[0] ?? today.slice(0, 7)), today)
}
