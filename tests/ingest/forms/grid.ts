import type { FormCell, FormGrid } from '../../../src/domain/form-grid.ts'

/** A cell as its words; a number or { day } as the file has it; '^' and '<' repeat the merged cell above or to the left. */
export type Written = string | number | { readonly day: string }

/** A table as it stands in a file. */
export function gridOf(rows: readonly (readonly Written[])[], above: readonly string[] = []): FormGrid {
  const made: FormCell[][] = []
  for (const [r, row] of rows.entries()) {
    const cells: FormCell[] = []
    for (const [c, written] of row.entries()) {
      const [from, at] =
        written === '^' ? [made[r - 1]![c]!, [r - 1, c]] : written === '<' ? [cells[c - 1]!, [r, c - 1]] : []
      if (from !== undefined) cells.push({ ...from, from: from.from ?? (at as [number, number]) })
      else cells.push(cellOf(written))
    }
    made.push(cells)
  }
  return { name: 'Sheet1', above, rows: made, firstRow: 1 }
}

function cellOf(written: Written): FormCell {
  if (typeof written === 'number') return { text: String(written), number: written, day: null, from: null }
  if (typeof written === 'object') return { text: written.day, number: null, day: written.day, from: null }
  return { text: written, number: null, day: null, from: null }
}
