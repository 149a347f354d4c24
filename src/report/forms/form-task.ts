import type { FormPlace, FormTask } from '../../domain/form.ts'
import type { TaskStanding } from '../../domain/standing.ts'

/** Rows that are still to be printed stand nowhere yet. */
export const WRITTEN: FormPlace = { sheet: '', row: 0 }

export const formTask = ({ originId, no, part, path, document, text }: TaskStanding): FormTask => ({
  originId,
  no,
  part,
  path: no === null ? path : [],
  document: document.name,
  text,
})
