import { judgedMetrics } from '../domain/judged-metrics.ts'
import type { ReportScope, ReportSide } from '../domain/report-wish.ts'
import type { Snapshot, TaskStanding } from '../domain/standing.ts'
import { takesPart } from './audience.ts'
import { classOf, HELD } from './classes.ts'

export const EVERYTHING: ReportScope = {
  name: null,
  taskIds: null,
  unitIds: [],
  lateOnly: false,
  sides: [],
}

/** The part of a snapshot a report is of, with the targets that count by its day. `lateOnly` goes by how tasks stand in it. */
export function narrowed(snapshot: Snapshot, scope: ReportScope): Snapshot {
  const tasks = scope.taskIds === null ? null : new Set(scope.taskIds)
  const units = new Set(scope.unitIds)
  const fits = (task: TaskStanding): boolean =>
    (tasks === null || tasks.has(task.originId)) &&
    (units.size === 0 || takesPart(task, units)) &&
    (!scope.lateOnly || HELD.includes(classOf(task)))
  return {
    ...snapshot,
    tasks: snapshot.tasks
      .filter(fits)
      .map((task) => ({ ...task, metrics: judgedMetrics(task.metrics, snapshot.asOf) })),
    owing: units.size === 0 ? snapshot.owing : snapshot.owing.filter((o) => units.has(o.unitId)),
  }
}

/** The same tasks as they stood before, whatever their light was then. */
export function earlier(before: Snapshot, scope: ReportScope, now: Snapshot): Snapshot {
  if (!scope.lateOnly) return narrowed(before, scope)
  const kept = new Set(now.tasks.map((task) => task.originId))
  return { ...before, tasks: before.tasks.filter((task) => kept.has(task.originId)) }
}

/** One side of a comparison: the tasks a unit leads or answers for, or those of a document. */
export function sideOf(tasks: readonly TaskStanding[], side: ReportSide): readonly TaskStanding[] {
  if (side.documentId !== null) return tasks.filter((task) => task.document.id === side.documentId)
  const ids = new Set(side.unitIds)
  return tasks.filter((task) => takesPart(task, ids))
}
