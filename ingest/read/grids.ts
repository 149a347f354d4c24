import type { FormGrid } from '../../src/domain/form-grid.ts'
import type { RawFile, ReadFile, ReadTable } from '../types.ts'
import { limitsOf, type ReadLimits } from './limits.ts'
import { readFile } from './read.ts'

const LINES_ABOVE = 8

/**
 * The tables of a file with all their cells, hidden columns and filtered rows too: for forms that come back filled. The
 * file is read as any other first, so that what is refused elsewhere (secret, damaged, too large) is refused here.
 */
export async function readGrids(raw: RawFile, some: Partial<ReadLimits> = {}): Promise<readonly FormGrid[]> {
  const file = await readFile(raw, some)
  if (file.format === 'xlsx') return (await import('./xlsx-grids.ts')).readXlsxGrids(raw, limitsOf(some))
  return file.tables.map((table, i) => gridOf(file, table, i))
}

function gridOf(file: ReadFile, table: ReadTable, i: number): FormGrid {
  const before = file.tables[i - 1]?.source.end ?? 0
  const above = file.text.slice(before, table.source.start).split('\n')
  const first = new Map<string, readonly [number, number]>()
  const rows = table.rows.map((cells, r) =>
    cells.map((span, c) => {
      const text = file.text.slice(span.start, span.end).trim()
      const key = `${span.start},${span.end}`
      const from = text === '' ? null : (first.get(key) ?? null)
      if (from === null) first.set(key, [r, c])
      return { text, number: null, day: null, from }
    }),
  )
  return {
    name: `第${i + 1}张表`,
    above: above
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .slice(-LINES_ABOVE),
    rows,
    firstRow: 1,
  }
}
