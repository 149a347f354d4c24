import type { Day } from '../domain/span.ts'
import { membersOf, type UnitRegistry } from '../domain/unit.ts'
import type { DutyRows, DutyTask } from '../store/read-duties.ts'
import type { DutyDocument, OwedTask } from './duty.ts'

type Role = DutyTask['units'][number]['role']

/**
 * Documents with their tasks, every unit one that can be asked: groups opened as the document has them, a unit that was
 * dissolved by `today` replaced by its successor, tasks that turned out to be another's moved there.
 */
export function dutyDocuments(rows: DutyRows, registry: UnitRegistry, today: Day): DutyDocument[] {
  const tasks = Map.groupBy(rows.tasks, ({ documentId }) => documentId)
  return rows.documents.map(({ number, title, ...head }) => {
    const own = tasks.get(head.id) ?? []
    const name = number ?? `《${title}》`
    const widened = widenedBy(rows, head.id)
    const open = (id: number): number[] =>
      membersOf(registry, id, widened).map((unit) => presentUnit(registry, unit.id, today))
    return { ...head, name, place: placeOf(own, registry), tasks: own.map((task) => owed(task, open, rows)) }
  })
}

function owed(task: DutyTask, open: (id: number) => number[], { reassigned }: DutyRows): OwedTask {
  const moves = reassigned.filter(({ taskId }) => taskId === task.taskId)
  const of = (role: Role): number[] => {
    const units = task.units.filter((unit) => unit.role === role).flatMap(({ unitId }) => open(unitId))
    return [...new Set(units.flatMap((id) => movedTo(id, moves)))]
  }
  return {
    taskId: task.taskId,
    leads: of('effective_lead'),
    responsible: of('responsible'),
    supporting: of('supporting'),
  }
}

function movedTo(id: number, moves: DutyRows['reassigned']): number[] {
  const move = moves.find(({ unitId }) => unitId === id)
  if (move === undefined) return [id]
  return move.toUnitId === null ? [] : [move.toUnitId]
}

function widenedBy({ widenings }: DutyRows, documentId: number): Map<number, readonly number[]> {
  const own = widenings.filter((row) => row.documentId === documentId)
  return new Map(
    [...Map.groupBy(own, ({ groupId }) => groupId)].map(([id, rows]) => [id, rows.map((r) => r.memberId)]),
  )
}

/** Who does the work of a unit on a day. A succession that is only likely, or has no date, moves nobody. */
function presentUnit(registry: UnitRegistry, id: number, today: Day, steps = 0): number {
  const next = registry.byId.get(id)?.successor
  const over = next?.on != null && next.certainty === 'certain' && next.on <= today
  return next && over && steps < 5 ? presentUnit(registry, next.id, today, steps + 1) : id
}

/** Where a document is at home: the place most of its units belong to. */
function placeOf(tasks: readonly DutyTask[], registry: UnitRegistry): string | null {
  const counts = new Map<string, number>()
  for (const { units } of tasks)
    for (const { unitId } of units) {
      const place = registry.byId.get(unitId)?.place
      if (place != null) counts.set(place, (counts.get(place) ?? 0) + 1)
    }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null
}
