import { type CellObject, read, utils, type WorkBook, type WorkSheet } from '@e965/xlsx'
import type { RawFile, ReadFile } from '../types.ts'
import { type Grid, type GridCell, ownWords, type TextBuilder, textBuilder } from './build.ts'
import type { ReadLimits } from './limits.ts'
import { broken, guardZip, locked } from './zip.ts'

const MAX_ROWS = 20_000
const MAX_COLUMNS = 200

/** A workbook (xlsx, xls, et): each shown sheet in turn, title rows as lines, the rest as a squared table. */
export function readXlsx(raw: RawFile, limits: ReadLimits): ReadFile {
  const book = parse(raw, limits)
  const out = textBuilder()
  const shown = book.SheetNames.filter((_, i) => (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) === 0)
  const hidden = book.SheetNames.length - shown.length
  if (hidden > 0) out.warn(`已跳过${hidden}个隐藏的工作表，请核对原文`)
  for (const name of shown) {
    const sheet = book.Sheets[name]
    if (sheet?.['!ref']) readSheet(sheet, { name: shown.length > 1 ? name : null, out })
  }
  return out.finish(raw.name, 'xlsx')
}

function parse(raw: RawFile, limits: ReadLimits): WorkBook {
  if (raw.bytes[0] === 0x50) guardZip(raw, /\.(xml|bin|rels)$/i, limits)
  try {
    return read(raw.bytes, {
      type: 'array',
      cellStyles: true,
      cellNF: true,
      dateNF: 'yyyy-mm-dd',
      sheetRows: MAX_ROWS,
    })
  } catch (error) {
    if (error instanceof Error && /password|encrypt/i.test(error.message)) throw locked(raw)
    throw broken(raw, error)
  }
}

interface SheetContext {
  readonly name: string | null
  readonly out: TextBuilder
}

function readSheet(sheet: WorkSheet, { name, out }: SheetContext): void {
  const { grid, hidden } = gridOf(sheet)
  if (hidden > 0) out.warn(`已跳过${hidden}个隐藏的行或列，请核对原文`)
  const first = grid.findIndex((row) => ownWords(row).length > 1)
  const last = grid.findLastIndex((row) => ownWords(row).length > 1)
  const titles = (rows: Grid) => {
    for (const text of rows.flatMap(ownWords)) out.line(text.replace(/\s*\n\s*/g, ''))
  }
  if (name && !/^sheet\s*\d+$/i.test(name) && first <= 0) out.line(name)
  titles(first < 0 ? grid : grid.slice(0, first))
  if (first < 0) return
  out.table(moved(grid.slice(first, last + 1), first))
  titles(grid.slice(last + 1))
}

/** Merge references name rows of the sheet; the table starts further down. */
function moved(grid: Grid, by: number): Grid {
  return grid.map((row) =>
    row.map((c) => ({
      ...c,
      origin: c.origin && c.origin[0] >= by ? ([c.origin[0] - by, c.origin[1]] as const) : null,
    })),
  )
}

function gridOf(sheet: WorkSheet): { readonly grid: Grid; readonly hidden: number } {
  const range = utils.decode_range(sheet['!ref'] ?? 'A1')
  const shown = (all: readonly ({ hidden?: boolean } | undefined)[] | undefined, from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, i) => from + i).filter((i) => all?.[i]?.hidden !== true)
  const lastRow = Math.min(range.e.r, range.s.r + MAX_ROWS)
  const lastColumn = Math.min(range.e.c, range.s.c + MAX_COLUMNS)
  const rows = shown(sheet['!rows'], range.s.r, lastRow)
  const columns = shown(sheet['!cols'], range.s.c, lastColumn)
  const merged = mergedCells(sheet)
  const rowAt = new Map(rows.map((r, i) => [r, i]))
  const columnAt = new Map(columns.map((c, i) => [c, i]))
  const cell = (r: number, c: number): GridCell => {
    const from = merged.get(`${r},${c}`)
    const origin = from ? ([rowAt.get(from[0]) ?? -1, columnAt.get(from[1]) ?? -1] as const) : null
    return { text: textOf(sheet[utils.encode_cell({ r: from?.[0] ?? r, c: from?.[1] ?? c })]), origin }
  }
  const hidden = lastRow - range.s.r + 1 - rows.length + (lastColumn - range.s.c + 1 - columns.length)
  return { grid: rows.map((r) => columns.map((c) => cell(r, c))), hidden }
}

/** Place of a merged cell → the cell it repeats. */
function mergedCells(sheet: WorkSheet): ReadonlyMap<string, readonly [number, number]> {
  const origins = new Map<string, readonly [number, number]>()
  for (const { s, e } of sheet['!merges'] ?? []) {
    for (let r = s.r; r <= Math.min(e.r, s.r + MAX_ROWS); r++) {
      for (let c = s.c; c <= Math.min(e.c, s.c + MAX_COLUMNS); c++) {
        if (r !== s.r || c !== s.c) origins.set(`${r},${c}`, [s.r, s.c])
      }
    }
  }
  return origins
}

/** The cell as Excel shows it; dates without a format of their own as 2026-06-30. */
function textOf(cell: CellObject | undefined): string {
  if (!cell || cell.v === undefined || cell.t === 'e') return ''
  return String(cell.w ?? cell.v).trim()
}
