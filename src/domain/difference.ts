import type { Task } from './task.ts'
import { changedFields, type FieldValue, fieldOf, type TaskField } from './task-fields.ts'
import type { Matched } from './task-match.ts'

export interface TaskLabel {
  readonly path: readonly string[]
  readonly no: number | null
  readonly part: number | null
  readonly text: string
}

export interface FieldChange {
  readonly field: TaskField
  readonly was: FieldValue
  readonly now: FieldValue
}

/** How a new reading or version of a document differs from the one before. */
export interface Difference {
  readonly kept: number
  readonly changed: readonly { readonly task: TaskLabel; readonly fields: readonly FieldChange[] }[]
  readonly added: readonly TaskLabel[]
  readonly withdrawn: readonly TaskLabel[]
}

export function differenceOf(matched: Matched<Task, Task>): Difference {
  const changed = matched.pairs
    .map(({ old, now }) => ({ task: labelOf(now), fields: changesOf(old, now) }))
    .filter(({ fields }) => fields.length > 0)
  return {
    kept: matched.pairs.length - changed.length,
    changed,
    added: matched.added.map(labelOf),
    withdrawn: matched.withdrawn.map(labelOf),
  }
}

function changesOf(old: Task, now: Task): readonly FieldChange[] {
  return changedFields(old, now).map((field) => ({
    field,
    was: fieldOf(old, field),
    now: fieldOf(now, field),
  }))
}

const labelOf = ({ path, no, part, text }: Task): TaskLabel => ({ path, no, part, text })
