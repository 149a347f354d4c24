import type { FilledForm, FormsRead } from '../../src/domain/form.ts'
import { FORM_COLUMNS, type FormField } from '../../src/domain/form-columns.ts'
import type { FormGrid } from '../../src/domain/form-grid.ts'
import type { Day } from '../../src/domain/span.ts'
import { entriesOf, linesOf } from './entries.ts'
import { headOf } from './head.ts'
import { type Recognised, recognise } from './recognise.ts'
import { completionRows, contactRows, planRows, type RowsContext } from './rows.ts'

/**
 * Filled forms among the tables of a file: 附表1–3 as we print them or as an office copied them, columns in any order, cells
 * merged or not, lines added. `today` gives a year to 年底前. Nothing is guessed: what cannot be read is listed with its place.
 */
export function readForms(grids: readonly FormGrid[], { today }: { readonly today: Day }): FormsRead {
  const known = grids.map((grid) => ({ grid, form: recognise(grid) }))
  return {
    forms: known.flatMap(({ grid, form }) => (form === null ? [] : [filled(grid, form, today)])),
    others: known.flatMap(({ grid, form }) => (form === null ? [grid.name] : [])),
  }
}

function filled(grid: FormGrid, form: Recognised, today: Day): FilledForm {
  const head = headOf(grid, form.body)
  const lines = linesOf(grid, form)
  const context: RowsContext = {
    today,
    nameOf: (field) => columnName(form, field),
    has: (field) => form.columns.has(field),
  }
  if (form.kind === 'contacts') return { ...head, kind: form.kind, ...contactRows(lines) }
  const { entries, unread } = entriesOf(lines)
  const all = <T extends { readonly unread: FilledForm['unread'] }>(read: T): T => ({
    ...read,
    unread: [...unread, ...read.unread].sort((a, b) => a.place.row - b.place.row),
  })
  return form.kind === 'handlingPlan'
    ? { ...head, kind: form.kind, ...all(planRows(entries, context)) }
    : { ...head, kind: form.kind, ...all(completionRows(entries, context)) }
}

function columnName(form: Recognised, field: FormField): string {
  const at = form.columns.get(field)
  return (
    (at === undefined ? undefined : form.heads[at]) ??
    FORM_COLUMNS[form.kind].find((c) => c.field === field)!.name
  )
}
