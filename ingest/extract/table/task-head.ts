import { type Column, columnsOf } from './column.ts'
import type { TableGrid } from './grid.ts'

/** True when the table has a head of its own, and so is no other's next page. */
export const hasTaskHead = (grid: TableGrid): boolean => findHead(grid) !== null

/** The head may take two rows: 责任单位 over 牵头 and 配合. Lines across the table may stand above it. */
export function findHead(grid: TableGrid): { columns: readonly Column[]; next: number } | null {
  for (let i = 0; i < Math.min(grid.rows.length, 6); i++) {
    const cells = grid.rows[i]!.map((c) => c.text)
    const below = grid.rows[i + 1]?.map((c, k) => (c.text === cells[k] ? c.text : `${c.text}`)) ?? []
    const single = columnsOf(cells)
    const both =
      below.length === cells.length ? columnsOf(below.map((b, k) => lower(cells[k] ?? '', b))) : null
    const isTwo = both !== null && isHeadBelow(cells, below)
    if (isTwo) return { columns: both, next: i + 2 }
    if (single) return { columns: single, next: i + 1 }
  }
  return null
}

/** 责任单位 over 牵头 reads 牵头单位. */
function lower(top: string, bottom: string): string {
  if (bottom === '' || bottom === top) return top
  return /^(?:牵头|主办|责任|配合|协办|参与|承办)$/.test(bottom) ? `${bottom}单位` : bottom
}

function isHeadBelow(top: readonly string[], bottom: readonly string[]): boolean {
  return (
    bottom.some((b, i) => b !== top[i] && b !== '') &&
    bottom.every((b, i) => b === '' || b === top[i] || b.length <= 8) &&
    !bottom.some((b) => /^\d+$/.test(b))
  )
}
