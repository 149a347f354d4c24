import type { Span } from '../../../src/domain/span.ts'
import { concat, type Mapped, sourceOf, trim } from '../../../src/text/mapped.ts'
import { tighten } from '../../../src/text/normalise.ts'
import type { Line, ReadFile } from '../../types.ts'
import { columnsOf } from './column.ts'
import { cellsOf, separatorOf, type TableGrid, wholeLine } from './grid.ts'
import { indicatorColumns } from './indicator-head.ts'

/** Lines that may stand between two rows without being one (a page's repeated title) before the table is over. */
const PATIENCE = 2

/** Task or indicator tables printed with tabs, bars or wide gaps between cells: a head, then rows of the same make. */
export function separatedGrids(
  file: ReadFile,
  lines: readonly Line[],
  sort: 'task' | 'indicator' = 'task',
): TableGrid[] {
  const isHead =
    sort === 'task'
      ? (cells: readonly string[]) => columnsOf(cells) !== null
      : (cells: readonly string[]) => cells.length > 2 && indicatorColumns(cells) !== null
  const whole = lines.map((l) => wholeLine(file, l.text))
  const grids: TableGrid[] = []
  for (let i = 0; i < whole.length; i++) {
    const head = whole[i]!
    const separator = separatorOf(head, isHead)
    if (!separator) continue
    const { rows, next, source } = readRows(whole, i, separator)
    const above = whole[i - 1]
    if (rows.length > 1)
      grids.push({ rows, source, marked: false, caption: above ? trim(tighten(above)).text : null })
    i = next - 1
  }
  return grids
}

function readRows(
  lines: readonly Mapped[],
  from: number,
  separator: RegExp,
): { rows: Mapped[][]; next: number; source: Span } {
  const width = cellsOf(lines[from]!, separator).length
  const rows: Mapped[][] = []
  let reach = from
  let last = { index: from, rows: 0 }
  for (let i = from; i < lines.length && i - reach <= PATIENCE; i++) {
    const cells = cellsOf(lines[i]!, separator, width)
    const open = rows.at(-1)
    if (cells.length > 1 && isContinuation(cells, open, width)) rows[rows.length - 1] = joined(open!, cells)
    else if (cells.length > 1) rows.push(cells)
    else if (isSectionLine(lines[i]!.text)) {
      rows.push(cells)
      reach = i
      continue
    } else if (open && open.length > 1 && open.length < width && rows.length > 1)
      rows[rows.length - 1] = joined(open, cells)
    else continue
    reach = i
    last = { index: i, rows: rows.length }
  }
  return {
    rows: rows.slice(0, last.rows).map((r) => padded(r, width)),
    next: last.index + 1,
    source: { start: sourceOf(lines[from]!).start, end: sourceOf(lines[last.index]!).end },
  }
}

/** A row that stopped short because a cell held a line break goes on in the next line. */
function isContinuation(
  cells: readonly Mapped[],
  open: readonly Mapped[] | undefined,
  width: number,
): boolean {
  if (open === undefined || open.length >= width || open.length < 2) return false
  const isNew = /^\d{1,4}[.、]?$/.test(cells[0]?.text ?? '')
  return !isNew && open.length + cells.length - 1 <= width
}

const joined = (row: readonly Mapped[], more: readonly Mapped[]): Mapped[] => [
  ...row.slice(0, -1),
  concat([row.at(-1)!, more[0]!]),
  ...more.slice(1),
]

/** 一、产业发展: a line across the table. */
function isSectionLine(text: string): boolean {
  return (
    text.length <= 40 &&
    /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|第[一二三四五六七八九十]+[部章类])/.test(text)
  )
}

/** Short rows are filled up on the right; a row across the table stands in its first cell alone. */
function padded(row: readonly Mapped[], width: number): Mapped[] {
  const empty: Mapped = { text: '', starts: new Int32Array(0), ends: new Int32Array(0) }
  return Array.from({ length: width }, (_, i) => row[i] ?? empty)
}
