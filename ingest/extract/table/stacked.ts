import { type Mapped, slice, sourceOf } from '../../../src/text/mapped.ts'
import { tighten } from '../../../src/text/normalise.ts'
import type { Line } from '../../types.ts'
import { alignPieces } from './align.ts'
import { type Column, columnKind, columnsOf } from './column.ts'
import type { TableGrid } from './grid.ts'

const MAX_COLUMNS = 10
/** Lines longer than this are no heads, and need not be tightened to tell. */
const LONGEST_HEAD = 40
/** Lines one row may take beyond its cells: wrapped cells. */
const MAX_ROW_LINES = 60

/** Task tables with one cell a line, or a single space between cells: a head, then rows that count 1, 2, 3. */
export function stackedGrids(lines: readonly Line[]): TableGrid[] {
  const makes = [stackedPieces(lines), spacedPieces(lines)]
  const grids: TableGrid[] = []
  for (let i = 0; i < lines.length; i++) {
    const grid = makes.map((make) => gridAt(make, i)).find((g) => g !== null)
    if (!grid) continue
    const above = lines[i - 1]
    grids.push({ ...grid, caption: above ? tighten(above.text).text : null })
    while (i + 1 < lines.length && sourceOf(lines[i + 1]!.text).start < grid.source.end) i++
  }
  return grids
}

/** Lines as the cells of a table, made once and only when a head is found. */
interface Pieces {
  readonly headsAt: (line: number) => readonly Mapped[]
  readonly all: () => { readonly pieces: readonly Mapped[]; readonly firstOf: (line: number) => number }
}

/** 序号 / 任务 / 牵头单位 / … on lines of their own. */
function stackedPieces(lines: readonly Line[]): Pieces {
  const headsAt = (line: number) => {
    const heads: Mapped[] = []
    for (const { text } of lines.slice(line, line + MAX_COLUMNS)) {
      const words = text.text.length > LONGEST_HEAD ? text : tighten(text)
      if (columnKind(words.text) === null) break
      heads.push(words)
    }
    return heads
  }
  return {
    headsAt,
    all: once(() => ({ pieces: lines.map((l) => tighten(l.text)), firstOf: (line) => line })),
  }
}

/** 序号 任务 牵头单位 … on one line, the cells of the rows parted by single spaces and perhaps wrapped. */
function spacedPieces(lines: readonly Line[]): Pieces {
  const headsAt = (line: number) =>
    /^(?:序|编|项)\S* /.test(lines[line]!.text.text) ? spacedCells(lines[line]!) : []
  const all = once(() => {
    const cells = lines.map(spacedCells)
    const first: number[] = []
    cells.reduce((sum, own, i) => {
      first[i] = sum
      return sum + own.length
    }, 0)
    return { pieces: cells.flat(), firstOf: (line: number) => first[line] ?? 0 }
  })
  return { headsAt, all }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

const spacedCells = (line: Line): Mapped[] =>
  [...line.text.text.matchAll(/[^ \t]+/g)].map((m) => slice(line.text, m.index, m.index + m[0].length))

type Uncaptioned = Omit<TableGrid, 'caption'>

function gridAt(make: Pieces, line: number): Uncaptioned | null {
  const heads = make.headsAt(line)
  const columns = numbered(heads)
  if (!columns) return null
  const { pieces, firstOf } = make.all()
  return readRows(pieces, { columns, heads, from: firstOf(line) + heads.length })
}

/** The columns of heads that begin with a number: rows are told apart by it. */
function numbered(heads: readonly Mapped[]): readonly Column[] | null {
  const columns = heads.length >= 3 ? columnsOf(heads.map((h) => h.text)) : null
  return columns?.[0]?.kind === 'no' ? columns : null
}

interface StackedHead {
  readonly columns: readonly Column[]
  readonly heads: readonly Mapped[]
  /** The first piece below the head. */
  readonly from: number
}

function readRows(pieces: readonly Mapped[], head: StackedHead): Uncaptioned | null {
  const rows: Mapped[][] = [[...head.heads]]
  const headWords = new Set(head.heads.map((h) => h.text))
  let at = head.from
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
  return { rows, source, marked: false }
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
