import type { PlanDocument } from './document.ts'
import {
  type DocumentField,
  type DocumentValue,
  documentField,
  sameJson,
  withDocumentField,
} from './document-fields.ts'
import type { Task } from './task.ts'
import { type FieldValue, fieldOf, type TaskField, withField } from './task-fields.ts'

/** A supervisor's word on one field. `was` is what the program had read there. */
export interface Correction<Field = TaskField | DocumentField, Value = FieldValue | DocumentValue> {
  readonly field: Field
  readonly was: Value
  readonly value: Value
}

export type TaskCorrection = Correction<TaskField, FieldValue>
export type DocumentCorrection = Correction<DocumentField, DocumentValue>

/**
 * always: the same words are read again, so the supervisor's word stands. sameMistake: the document changed, and the
 * word stands only where the program reads the very value it was about.
 */
export type Survival = 'always' | 'sameMistake'

/** The task as corrected, and the corrections that still hold. */
export function correctTask<C extends TaskCorrection>(
  task: Task,
  corrections: readonly C[],
  survival: Survival,
): { readonly task: Task; readonly held: readonly C[] } {
  const held = corrections.filter((c) => survival === 'always' || sameJson(fieldOf(task, c.field), c.was))
  return { task: held.reduce((t, c) => withField(t, c.field, c.value), task), held }
}

/** The same for the fields of the document itself. */
export function correctDocument<C extends DocumentCorrection>(
  document: PlanDocument,
  corrections: readonly C[],
  survival: Survival,
): { readonly document: PlanDocument; readonly held: readonly C[] } {
  const held = corrections.filter(
    (c) => survival === 'always' || sameJson(documentField(document, c.field), c.was),
  )
  return { document: held.reduce((d, c) => withDocumentField(d, c.field, c.value), document), held }
}
