import { type Grid, type Spread, squared } from '../build.ts'
import type { Page, Piece, Ruling } from './page.ts'
import { rowsOf } from './rows.ts'

/** Points within which two rulings stand in one line, or meet. */
const NEAR = 3

/** A table drawn with rulings, and where it stands. */
export interface RuledTable {
  readonly top: number
  readonly bottom: number
  readonly grid: Grid
  readonly pieces: ReadonlySet<Piece>
}

interface Box {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/** Strokes shorter than this are dashes of a drawing, not walls of a cell. */
const SHORTEST = 6
/** A page with more is a map or a chart, and looking for cells in it would take for ever. */
const MOST_RULINGS = 3000

/** Tables whose cells are drawn: at least two columns and two rows of rulings that meet. */
export function ruledTables(page: Page): RuledTable[] {
  const rulings = page.rulings.filter((r) => Math.max(r.x1 - r.x0, r.y1 - r.y0) >= SHORTEST)
  if (rulings.length > MOST_RULINGS) return []
  return clusters(rulings)
    .map((rulings) => readGrid(page, rulings))
    .filter((t): t is RuledTable => t !== null)
}

/** Rulings that touch one another, directly or through others. */
function clusters(rulings: readonly Ruling[]): Ruling[][] {
  const groups: { box: Box; all: Ruling[] }[] = []
  for (const ruling of rulings) {
    let merged = { box: ruling as Box, all: [ruling] }
    for (let i = groups.length - 1; i >= 0; i--) {
      const group = groups[i]!
      if (!touches(group.box, merged.box)) continue
      merged = { box: union(group.box, merged.box), all: [...group.all, ...merged.all] }
      groups.splice(i, 1)
    }
    groups.push(merged)
  }
  return groups.map((g) => g.all)
}

const touches = (a: Box, b: Box) =>
  a.x0 <= b.x1 + NEAR && b.x0 <= a.x1 + NEAR && a.y0 <= b.y1 + NEAR && b.y0 <= a.y1 + NEAR
const union = (a: Box, b: Box): Box => ({
  x0: Math.min(a.x0, b.x0),
  y0: Math.min(a.y0, b.y0),
  x1: Math.max(a.x1, b.x1),
  y1: Math.max(a.y1, b.y1),
})

function readGrid(page: Page, rulings: readonly Ruling[]): RuledTable | null {
  const across = rulings.filter((r) => r.y1 - r.y0 < NEAR)
  const down = rulings.filter((r) => r.x1 - r.x0 < NEAR && r.y1 - r.y0 >= NEAR)
  const ys = distinct(across.map((r) => r.y0))
  const xs = distinct(down.map((r) => r.x0))
  if (ys.length < 3 || xs.length < 3) return null
  const box: Box = { x0: xs[0]!, x1: xs.at(-1)!, y0: ys[0]!, y1: ys.at(-1)! }
  const inside = page.pieces.filter((p) => isIn(p, box))
  const hasWall = (x: number, y: number) =>
    down.some((r) => Math.abs(r.x0 - x) < NEAR && r.y0 <= y && r.y1 >= y)
  const hasFloor = (x: number, y: number) =>
    across.some((r) => Math.abs(r.y0 - y) < NEAR && r.x0 <= x && r.x1 >= x)
  const cells = cellBoxes({ xs, ys, hasWall, hasFloor })
  const rows = cells.map((row) =>
    row.map(({ box: cell, ...spread }): Spread => ({ ...spread, text: cellText(inside, cell) })),
  )
  return { top: box.y0, bottom: box.y1, grid: squared(rows), pieces: new Set(inside) }
}

interface Lattice {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  readonly hasWall: (x: number, y: number) => boolean
  readonly hasFloor: (x: number, y: number) => boolean
}

interface CellBox {
  readonly box: Box
  readonly columns: number
  readonly rows: number
}

/** Cells of a lattice; a missing wall or floor makes one cell of two. */
function cellBoxes({ xs, ys, hasWall, hasFloor }: Lattice): CellBox[][] {
  const taken = new Set<string>()
  return ys.slice(0, -1).map((y0, r) => {
    const row: CellBox[] = []
    for (let c = 0; c < xs.length - 1; c++) {
      if (taken.has(`${r},${c}`)) continue
      const midY = (y0 + ys[r + 1]!) / 2
      let columns = 1
      while (c + columns < xs.length - 1 && !hasWall(xs[c + columns]!, midY)) columns++
      const midX = (xs[c]! + xs[c + columns]!) / 2
      let rows = 1
      while (r + rows < ys.length - 1 && !hasFloor(midX, ys[r + rows]!)) rows++
      for (let i = r; i < r + rows; i++) for (let j = c; j < c + columns; j++) taken.add(`${i},${j}`)
      row.push({ box: { x0: xs[c]!, x1: xs[c + columns]!, y0, y1: ys[r + rows]! }, columns, rows })
    }
    return row
  })
}

function cellText(pieces: readonly Piece[], cell: Box): string {
  const rows = rowsOf(pieces.filter((p) => isIn(p, cell)))
  const lines = rows.map((r) => r.segments.map((s) => s.text).join(' '))
  return lines.reduce(
    (all, line) => all + (/[!-~]$/.test(all) && /^[A-Za-z]/.test(line) ? ' ' : '') + line,
    '',
  )
}

/** By the middle of the words, a little above their baseline. */
function isIn(piece: Piece, box: Box): boolean {
  const x = piece.x + piece.width / 2
  const y = piece.y - piece.size * 0.3
  return x > box.x0 && x < box.x1 && y > box.y0 && y < box.y1
}

function distinct(places: readonly number[]): number[] {
  const sorted = places.toSorted((a, b) => a - b)
  return sorted.filter((p, i) => i === 0 || p - sorted[i - 1]! > NEAR)
}
