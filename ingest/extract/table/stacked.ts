import { type Mapped, sourceOf } from '../../../src/text/mapped.ts'
import { tighten } from '../../../src/text/normalise.ts'
import type { Line } from '../../types.ts'
import { alignPieces } from './align.ts'
import { type Column, columnKind, columnsOf } from './column.ts'
import type { TableGrid } from './grid.ts'

const MAX_COLUMNS = 10
/** Lines one row may take beyond its cells: wrapped cells. */
const MAX_ROW_LINES = 60

/** Task tables with one cell a line, or with a single space between cells: a head, then rows that count 1, 2, 3. */
export function stackedGrids(lines: readonly Line[]): TableGrid[] {
  const pieces = lines.map((l) => tighten(l.text))
  const grids: TableGrid[] = []
  for (let i = 0; i < pieces.length; i++) {
    const head = headAt(pieces, i)
    if (!head) continue
    const grid = readRows(pieces, { ...head, spaced: head.next === i + 1 ? lines : null })
    if (!grid) continue
    grids.push({ ...grid.table, caption: pieces[i - 1]?.text ?? null })
    i = grid.next - 1
  }
  return grids
}

interface StackedHead {
  readonly columns: readonly Column[]
  readonly heads: readonly Mapped[]
  readonly next: number
}

/** 序号 / 任务 / 牵头单位 / … on lines of their own, or all on one line with spaces. */
function headAt(pieces: readonly Mapped[], i: number): StackedHead | null {
  const heads: Mapped[] = []
  for (let k = i; k < Math.min(pieces.length, i + MAX_COLUMNS); k++) {
    if (columnKind(pieces[k]!.text) === null) break
    heads.push(pieces[k]!)
  }
  const columns = heads.length >= 3 ? columnsOf(heads.map((h) => h.text)) : null
  return columns && columns[0]?.kind === 'no' ? { columns, heads, next: i + heads.length } : null
}

interface RowsContext extends StackedHead {
  readonly spaced: readonly Line[] | null
}

function readRows(
  pieces: readonly Mapped[],
  head: RowsContext,
): { table: Omit<TableGrid, 'caption'>; next: number } | null {
  const rows: Mapped[][] = [[...head.heads]]
  const headWords = new Set(head.heads.map((h) => h.text))
  let at = head.next
  let expected = 1
  for (;;) {
    at = skipHeads(pieces, at)
    const section =
      isSection(pieces[at]?.text ?? '') && isNumber(pieces[at + 1]?.text, expected) ? pieces[at] : null
    if (section) rows.push(across(section, head.columns.length))
    const start = section ? at + 1 : at
    if (!isNumber(pieces[start]?.text, expected)) break
    const end = rowEnd(pieces, start, expected + 1)
    const own = pieces.slice(start, end).filter((p) => !headWords.has(p.text))
    rows.push(alignPieces(own, head.columns))
    at = end
    expected++
  }
  if (rows.length < 3) return null
  const source = {
    start: sourceOf(head.heads[0]!).start,
    end: sourceOf(rows.at(-1)!.reduce((a, b) => (b.text === '' ? a : b))).end,
  }
  return { table: { rows, source, marked: false }, next: at }
}

/** The head again, on the next page. */
function skipHeads(pieces: readonly Mapped[], from: number): number {
  let at = from
  while (columnKind(pieces[at]?.text ?? '') !== null && columnKind(pieces[at + 1]?.text ?? '') !== null) at++
  return at > from ? at + 1 : from
}

const isNumber = (text: string | undefined, wanted: number): boolean =>
  text !== undefined && /^\d{1,4}[.、]?$/.test(text) && Number.parseInt(text, 10) === wanted
const isSection = (text: string): boolean =>
  text.length <= 40 && /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)/.test(text)

/** A row ends where the next number stands alone (before it perhaps a section's line), the last where cells stop fitting. */
function rowEnd(pieces: readonly Mapped[], start: number, next: number): number {
  for (let i = start + 1; i < Math.min(pieces.length, start + MAX_ROW_LINES); i++) {
    if (!isNumber(pieces[i]?.text, next)) continue
    return isSection(pieces[i - 1]?.text ?? '') && i - 1 > start + 1 ? i - 1 : i
  }
  return lastRowEnd(pieces, start)
}

/** Without a next number: up to a line that opens a chapter or closes the document. */
function lastRowEnd(pieces: readonly Mapped[], start: number): number {
  for (let i = start + 1; i < Math.min(pieces.length, start + MAX_COLUMNS + 4); i++) {
    if (/^(?:[一二三四五六七八九十]+、|附件|附：|抄送|注：|备注：|（此件|联系人)/.test(pieces[i]!.text))
      return i
  }
  return Math.min(pieces.length, start + MAX_COLUMNS)
}

function across(section: Mapped, width: number): Mapped[] {
  return Array.from({ length: width }, () => section)
}
