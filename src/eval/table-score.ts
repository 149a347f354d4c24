import type { ExtractedCell } from './extracted.ts'
import { foldText, foldUnit, isClose } from './fold.ts'
import { f1, type Measure, type Score, share, verdict } from './measure.ts'
import type { LabelledCell, LabelledTable } from './table-labels.ts'

/** Cell by cell: each labelled figure with its unit, group, period and district; uncertain rows by their marks. */
export function scoreTable(table: LabelledTable, read: readonly ExtractedCell[]): Score {
  const places = new Map(read.map((cell) => [placeOf(cell), cell]))
  const filled = table.cells.filter((cell) => cell.value !== null)
  const empty = table.cells.filter((cell) => cell.value === null)
  const right = filled.filter((cell) => isRead(cell, places.get(placeOf(cell))))
  const wrong = filled.filter((cell) => !right.includes(cell))
  const invented = [...empty.filter((cell) => claims(places.get(placeOf(cell)))), ...strangers(table, read)]
  return {
    cells: f1({
      right: right.length,
      missed: wrong.length,
      extra: invented.length,
      misses: [
        ...wrong.map(
          (cell) => `${show(cell)} 应为 ${cell.value}，读成 ${places.get(placeOf(cell))?.value ?? null}`,
        ),
        ...invented.map((cell) => `${show(cell)} 表中没有这一格`),
      ],
    }),
    uncertain: uncertainMarked(table, read),
  }
}

const placeOf = (cell: Pick<LabelledCell, 'name' | 'by'> & { readonly period: string | null }): string =>
  [foldText(cell.name), (cell.period ?? '').replace(/[—–－]/g, '-'), foldText(cell.by)].join('|')

const show = (cell: Pick<LabelledCell, 'name' | 'by'> & { readonly period: string | null }): string =>
  `${cell.name} ${cell.period ?? ''} ${cell.by ?? ''}`

function isRead(want: LabelledCell, got: ExtractedCell | undefined): boolean {
  if (got === undefined || got.value === null || want.value === null) return false
  const sameGroup = want.group === null || foldText(want.group) === foldText(got.group)
  return isClose(want.value, got.value) && foldUnit(want.unit) === foldUnit(got.unit) && sameGroup
}

const claims = (cell: ExtractedCell | undefined): boolean =>
  cell !== undefined && cell.value !== null && cell.certain

/** Cells said to be certain of rows the table does not have. */
function strangers(table: LabelledTable, read: readonly ExtractedCell[]): ExtractedCell[] {
  const known = new Set([...table.cells.map((cell) => cell.name), ...table.wordRows].map(foldText))
  return read.filter((cell) => claims(cell) && !known.has(foldText(cell.name)))
}

/** Of the district figures of rows that do not tell their districts: the share marked uncertain. */
function uncertainMarked(table: LabelledTable, read: readonly ExtractedCell[]): Measure {
  const parts = table.uncertain.flatMap(({ name, whole }) =>
    read.filter((c) => foldText(c.name) === foldText(name) && c.by !== whole && c.value !== null),
  )
  const marks = parts.map((cell) => verdict(!cell.certain, `${show(cell)} 未标明存疑`))
  return share({
    right: marks.filter((m) => m.right > 0).length,
    missed: marks.filter((m) => m.missed > 0).length,
    misses: marks.flatMap((m) => m.misses),
  })
}
