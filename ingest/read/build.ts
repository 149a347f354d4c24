import type { Warning } from '../../src/domain/document.ts'
import type { Span } from '../../src/domain/span.ts'
import type { Format, ReadFile, ReadTable } from '../types.ts'

/** A cell of a grid: its words, and whether they are printed here or repeat a merged cell's origin. */
export interface GridCell {
  readonly text: string
  /** [row, column] of the cell a merged one repeats; null where the words stand themselves. */
  readonly origin: readonly [number, number] | null
}

export type Grid = readonly (readonly GridCell[])[]

/** Text of a file under construction: whatever is added gives back its range, so tables and drops can name it. */
export interface TextBuilder {
  readonly add: (text: string) => Span
  readonly line: (text: string) => Span
  /** A line of furniture or hidden words that stay in the text for the reader's eye and are dropped by cleaning. */
  readonly droppedLine: (text: string) => Span
  readonly table: (grid: Grid) => void
  readonly warn: (message: string) => void
  readonly length: () => number
  readonly finish: (name: string, format: Format) => ReadFile
}

export function textBuilder(): TextBuilder {
  const parts: string[] = []
  const tables: ReadTable[] = []
  const drop: Span[] = []
  const warnings: Warning[] = []
  let length = 0
  const add = (text: string): Span => {
    const start = length
    parts.push(text)
    length += text.length
    return { start, end: length }
  }
  const line = (text: string): Span => {
    const span = add(text)
    add('\n')
    return span
  }
  return {
    add,
    line,
    droppedLine: (text) => {
      const span = line(text)
      drop.push(span)
      return span
    },
    table: (grid) => {
      if (grid.length > 0) tables.push(printGrid(grid, add))
    },
    warn: (message) => warnings.push({ at: length, message }),
    length: () => length,
    finish: (name, format) => ({ name, format, text: parts.join(''), tables, drop, warnings }),
  }
}

/** One line a row, tabs between cells; a merged cell is printed once and its range repeated. */
function printGrid(grid: Grid, add: (text: string) => Span): ReadTable {
  const rows: Span[][] = []
  const from = add('').start
  for (const cells of grid) {
    const row: Span[] = []
    cells.forEach((cell, column) => {
      if (column > 0) add('\t')
      const [r, c] = cell.origin ?? [-1, -1]
      const printed = add(cell.origin ? '' : oneLine(cell.text))
      row.push((r === rows.length ? row[c] : rows[r]?.[c]) ?? printed)
    })
    add('\n')
    rows.push(row)
  }
  return { rows, source: { start: from, end: add('').start } }
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** A cell as a format gives it, before the grid is squared: how far it spreads. */
export interface Spread {
  readonly text: string
  readonly columns: number
  readonly rows: number
}

const MAX_SPREAD = 1000

/** Cells with their spreads (rowspan, colspan) → a grid where every place is filled, merged ones by reference. */
export function squared(rows: readonly (readonly Spread[])[]): Grid {
  const grid: (GridCell | undefined)[][] = rows.map(() => [])
  rows.forEach((cells, r) => {
    let c = 0
    for (const cell of cells) {
      while (grid[r]![c]) c++
      place(grid, [r, c], cell)
      c += Math.min(cell.columns, MAX_SPREAD)
    }
  })
  const width = Math.max(0, ...grid.map((row) => row.length))
  return grid.map((row) => Array.from({ length: width }, (_, i) => row[i] ?? { text: '', origin: null }))
}

function place(grid: (GridCell | undefined)[][], [r, c]: readonly [number, number], cell: Spread): void {
  const bottom = Math.min(r + Math.min(cell.rows, MAX_SPREAD), grid.length)
  for (let row = r; row < bottom; row++) {
    for (let column = c; column < c + Math.min(cell.columns, MAX_SPREAD); column++) {
      const isOrigin = row === r && column === c
      grid[row]![column] ??= { text: cell.text, origin: isOrigin ? null : [r, c] }
    }
  }
}

/** Words of a grid's row, each merged cell once. */
export function ownWords(row: readonly GridCell[]): string[] {
  return row.filter((c) => c.origin === null && c.text.trim() !== '').map((c) => c.text)
}
