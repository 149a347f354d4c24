import type { TaskRead, TaskRow } from '../answer/ledger.ts'

/** A task as it is kept: with its words made ready for looking words up in. */
export interface KeptTask {
  readonly row: TaskRow
  readonly plain: string
}

/** Quotation marks do not count when words are looked for: 政务服务一网通办 finds 政务服务“一网通办”. */
export function keptTask(row: TaskRow): KeptTask {
  const words = row.title === null ? `${row.section} ${row.text}` : `${row.title} ${row.section} ${row.text}`
  return { row, plain: words.replace(/[“”《》〈〉]/g, '').toLowerCase() }
}

/** Whether a task is among those to be read; the documents are chosen beforehand. The cheapest question comes first. */
export function taskFilter(read: TaskRead): (task: KeptTask) => boolean {
  const { path, part, words, dueFrom, dueTo } = read
  const numbers = setOf(read.numbers)
  const ids = setOf(read.ids)
  const origins = setOf(read.origins)
  return ({ row, plain }) =>
    (ids === null || ids.has(row.id)) &&
    (origins === null || origins.has(row.originId)) &&
    (numbers === null || (row.no !== null && numbers.has(row.no))) &&
    (part === undefined || row.part === part) &&
    (path === undefined || path.every((step, i) => row.path[i] === step)) &&
    (dueFrom === undefined || (row.dueOn !== null && row.dueOn >= dueFrom)) &&
    (dueTo === undefined || (row.dueOn !== null && row.dueOn <= dueTo)) &&
    hasUnit(row, read) &&
    (words === undefined || words.some((word) => plain.includes(word)))
}

const setOf = (values: readonly number[] | undefined): ReadonlySet<number> | null =>
  values === undefined ? null : new Set(values)

function hasUnit(row: TaskRow, { units, roles }: TaskRead): boolean {
  if (units === undefined && roles === undefined) return true
  return row.units.some(
    (unit) =>
      (units === undefined || (unit.unitId !== null && units.includes(unit.unitId))) &&
      (roles === undefined || roles.includes(unit.role)),
  )
}
