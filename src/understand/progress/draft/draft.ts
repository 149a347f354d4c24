import type { Heard, Reading, TaskUpdate } from '../../../domain/heard.ts'
import { baseOf } from '../base.ts'
import { fitUnit } from '../figure/fit-unit.ts'
import type { LastReading, LedgerTask, OwnMetric } from '../ledger.ts'

/** A reading of a draft with the metric it is of. Place in the list = place as the person counts them (第二个). */
export interface DraftReading {
  readonly task: LedgerTask
  readonly metric: OwnMetric
  readonly reading: Reading
}

/** Readings of a pending draft in the order they are shown; those of metrics the ledger has lost are left out. */
export function draftReadings(pending: Heard, tasks: readonly LedgerTask[]): DraftReading[] {
  return pending.updates.flatMap((update) => {
    const task = tasks.find((t) => t.id === update.task.id)
    return update.readings.flatMap((reading) => {
      const metric = task?.metrics.find((m) => m.name === reading.metric)
      return task && metric ? [{ task, metric, reading }] : []
    })
  })
}

/** The values of a draft in the metrics' own units, as the talk remembers them. */
export function basesOf(readings: readonly DraftReading[]): LastReading[] {
  return readings.flatMap(({ task, metric, reading }) => {
    const said = { ...reading, max: null, about: false, bound: false, limit: false }
    const fitted = fitUnit(said, metric)
    return fitted === null ? [] : [baseOf({ task, metric }, fitted.base)]
  })
}

/** Draft with the updates of a later message laid over it: a metric's new value for the old, state and finish where said. */
export function mergeUpdates(
  pending: readonly TaskUpdate[],
  changes: readonly TaskUpdate[],
): readonly TaskUpdate[] {
  const merged = pending.map((update) => {
    const change = changes.find((c) => c.task.id === update.task.id)
    return change === undefined ? update : mergeOne(update, change)
  })
  return [...merged, ...changes.filter((c) => !pending.some((u) => u.task.id === c.task.id))]
}

function mergeOne(update: TaskUpdate, change: TaskUpdate): TaskUpdate {
  const kept = update.readings.map((r) => change.readings.find((c) => c.metric === r.metric) ?? r)
  const added = change.readings.filter((c) => !update.readings.some((r) => r.metric === c.metric))
  const says = change.readings.length > 0 || change.state !== null || change.expectedFinish !== null
  return {
    ...update,
    readings: change.noChange ? [] : [...kept, ...added],
    state: change.state ?? update.state,
    expectedFinish: change.expectedFinish ?? update.expectedFinish,
    text: [update.text, change.text].filter(Boolean).join('；'),
    noChange: change.noChange || (update.noChange && !says),
    difficulty: change.difficulty ?? update.difficulty,
    help: change.help ?? update.help,
  }
}

/** Notes and unread words of a draft that the metrics just settled leave open. */
export function openNotes(pending: Heard, settled: readonly string[]): Pick<Heard, 'unread' | 'assumptions'> {
  const closed = pending.assumptions.filter((note) => settled.some((name) => note.includes(`“${name}”`)))
  return {
    assumptions: pending.assumptions.filter((note) => !closed.includes(note)),
    unread: pending.unread.filter((words) => !closed.some((note) => note.includes(`“${words}”`))),
  }
}
