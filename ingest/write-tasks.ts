import { correctTask, type Survival, type TaskCorrection } from '../src/domain/correction.ts'
import type { Task } from '../src/domain/task.ts'
import { changedFields } from '../src/domain/task-fields.ts'
import { type Matched, matchTasks } from '../src/domain/task-match.ts'
import type { StoredCorrection } from '../src/store/corrections.ts'
import type { TaskToSave } from '../src/store/save-tasks.ts'
import type { StoredTask } from '../src/store/tasks.ts'

/** The tasks as they stood before, and the supervisor's words on them. */
export interface Before {
  readonly tasks: readonly StoredTask[]
  /** Rows of an earlier reading that the last one had not: a task that is found again takes its row up again. */
  readonly withdrawn: readonly StoredTask[]
  readonly corrections: readonly StoredCorrection[]
  /** The same file read again, where rows are kept; or an earlier version, from which only progress is carried on. */
  readonly kind: 'reading' | 'version'
}

export interface PlannedTasks {
  readonly save: readonly TaskToSave[]
  /** By place in `save`: corrections that go on holding. */
  readonly held: readonly (readonly StoredCorrection[])[]
  readonly matched: Matched<StoredTask, Task>
}

/** Decides, without touching the database, which task of a new reading is which of before, and what it keeps of it. */
export function planTasks(tasks: readonly Task[], before: Before): PlannedTasks {
  const survival: Survival = before.kind === 'reading' ? 'always' : 'sameMistake'
  const first = matchTasks(before.tasks, tasks)
  const back = matchTasks(before.withdrawn, first.added)
  const oldOf = new Map([...first.pairs, ...back.pairs].map(({ old, now }) => [now, old] as const))
  const wasThere = (old: StoredTask | null): old is StoredTask =>
    old !== null && !before.withdrawn.includes(old)
  const rows = tasks.map((task) => {
    const old = oldOf.get(task) ?? null
    const standing = before.corrections.filter(
      (c): c is StoredCorrection & TaskCorrection => old !== null && c.taskId === old.id,
    )
    return { old, ...correctTask(task, standing, survival) }
  })
  return {
    save: rows.map(({ old, task }) => toSave(task, old, before.kind)),
    held: rows.map((row) => row.held),
    matched: {
      pairs: rows.flatMap(({ old, task }) => (wasThere(old) ? [{ old, now: task }] : [])),
      added: rows.flatMap(({ old, task }) => (wasThere(old) ? [] : [task])),
      withdrawn: first.withdrawn,
    },
  }
}

function toSave(task: Task, old: StoredTask | null, kind: Before['kind']): TaskToSave {
  if (old === null) return { id: null, originId: null, task, same: false }
  if (kind === 'version') return { id: null, originId: old.originId, task, same: false }
  const originId = old.originId === old.id ? null : old.originId
  return { id: old.id, originId, task, same: sameRows(old, task) }
}

/** Units and metrics with their certainty and place: when these are the same, their rows may stay. */
function sameRows(old: StoredTask, task: Task): boolean {
  if (changedFields(old, task).length > 0) return false
  const parts = (t: Task) => [
    t.lead,
    t.responsible,
    t.supporting,
    t.effectiveLead,
    t.metrics.map((m) => m.source),
  ]
  return JSON.stringify(parts(old)) === JSON.stringify(parts(task))
}
