import type { Period } from '../../domain/period.ts'
import type { Progress } from '../../domain/progress.ts'
import type { Request } from '../../domain/request.ts'
import type { HearContext, LastReading, LedgerTask } from '../../understand/progress/ledger.ts'
import { poolOf } from '../../understand/progress/pool.ts'
import type { Sitting } from './deps.ts'
import { fittedValue } from './fitted.ts'
import { mayReport } from './tools.ts'

/** What a unit's reports are made on: its tasks, what it owes, what was said of them before. */
export interface Ground {
  readonly context: HearContext
  readonly tasks: readonly LedgerTask[]
  readonly leads: ReadonlySet<number>
  /** Row of a current task → its first version. */
  readonly origins: ReadonlyMap<number, number>
  /** Standing reports of the unit's tasks, all units', newest first. */
  readonly reports: readonly Progress[]
  /** Open requests of the unit, earliest due first. */
  readonly requests: readonly Request[]
  /** The newest request of each task, answered or not yet to be asked for. */
  readonly latest: readonly Request[]
  /** What the duties of documents say of tasks nobody asked for yet. */
  readonly byDuty: ReadonlyMap<number, Period>
}

/** How long back a word may lean on what was said before. */
const TALK_MS = 24 * 3_600_000
const TALK_LINES = 8

/** Loads it all; `who` is the account whose talk it is. */
export async function groundFor(
  { p, viewer, now, today }: Sitting,
  who: { readonly channel: 'feishu' | 'web'; readonly account: string },
): Promise<Ground> {
  const [{ tasks: all, lexicon }, history] = await Promise.all([
    p.ear.ground(),
    p.drafts.said(who, { since: new Date(now.getTime() - TALK_MS), limit: TALK_LINES }),
  ])
  // Who reports nothing speaks of all tasks: a supervisor's own office has none.
  const speaker = mayReport(viewer) ? viewer : { ...viewer, unitId: null }
  const bare = { viewer: speaker, today, lexicon, tasks: all, history, last: [] }
  const { tasks, leads } = poolOf(bare)
  const origins = await p.origins(tasks.map((t) => t.id))
  const { unitId } = speaker
  const ids = [...new Set(origins.values())]
  const [reports, requests, latest, byDuty] =
    unitId === null
      ? [[], [], [], new Map<number, Period>()]
      : await Promise.all([
          p.book.standing(ids),
          p.requests.open(unitId, today),
          p.requests.latest(unitId, ids),
          p.reminding.periods(unitId),
        ])
  const own = reports.filter((r) => r.unitId === unitId)
  const last = tasks.flatMap((task) =>
    lastOf(
      task,
      own.filter((r) => r.taskId === origins.get(task.id)),
    ),
  )
  const context = { ...bare, last, asked: askedRows(requests, origins) }
  return { context, tasks, leads, origins, reports, requests, latest, byDuty }
}

/** Rows of the tasks that open requests still ask for, those due first in front. */
function askedRows(requests: readonly Request[], origins: ReadonlyMap<number, number>): number[] {
  const rows = new Map([...origins].map(([row, origin]) => [origin, row]))
  const owed = requests.flatMap((r) => r.tasks.filter((t) => t.state === 'asked'))
  return [...new Set(owed.flatMap((t) => rows.get(t.taskId) ?? []))]
}

/** Values on record of a task's metrics, each in the metric's own unit; `reports` newest first. */
function lastOf(task: LedgerTask, reports: readonly Progress[]): LastReading[] {
  return task.metrics.flatMap((metric) => {
    for (const report of reports) {
      const reading = report.readings.find((r) => r.metric === metric.name)
      const value = reading ? fittedValue(reading, metric) : null
      if (value !== null) return [{ taskId: task.id, metric: metric.name, value, unit: metric.unit }]
    }
    return []
  })
}
