import { type CellObject, read, SSF, utils, type WorkBook, type WorkSheet } from '@e965/xlsx'
import type { FormCell, FormGrid } from '../../src/domain/form-grid.ts'
import type { RawFile } from '../types.ts'
import type { ReadLimits } from './limits.ts'
import { broken, guardZip } from './zip.ts'

const MAX_ROWS = 5000
const MAX_COLUMNS = 60

/** Each sheet that is not hidden, cells as numbers and days where they are. */
export function readXlsxGrids(raw: RawFile, limits: ReadLimits): readonly FormGrid[] {
  const book = parse(raw, limits)
  return book.SheetNames.filter((_, i) => (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) === 0).flatMap((name) => {
    const sheet = book.Sheets[name]
    return sheet?.['!ref'] ? [gridOf(name, sheet)] : []
  })
}

function parse(raw: RawFile, limits: ReadLimits): WorkBook {
  if (raw.bytes[0] === 0x50) guardZip(raw, /\.(xml|bin|rels)$/i, limits)
  try {
    return read(raw.bytes, { type: 'array', cellNF: true, dateNF: 'yyyy-mm-dd', sheetRows: MAX_ROWS })
  } catch (error) {
    throw broken(raw, error)
  }
}

function gridOf(name: string, sheet: WorkSheet): FormGrid {
  const { s, e } = utils.decode_range(sheet['!ref'] ?? 'A1')
  const columns = Math.min(e.c - s.c + 1, MAX_COLUMNS)
  const height = Math.min(e.r - s.r + 1, MAX_ROWS)
  const merged = mergedFrom(sheet)
  const rows = Array.from({ length: height }, (_, r) =>
    Array.from({ length: columns }, (_, c) => {
      const from = merged.get(`${s.r + r},${s.c + c}`)
      const at = from ? { r: from[0], c: from[1] } : { r: s.r + r, c: s.c + c }
      const place = from ? ([from[0] - s.r, from[1] - s.c] as const) : null
      return { ...cellOf(sheet[utils.encode_cell(at)]), from: place }
    }),
  )
  return { name, above: [], rows, firstRow: s.r + 1 }
}

/** Place of a merged cell → the first of it. */
function mergedFrom(sheet: WorkSheet): ReadonlyMap<string, readonly [number, number]> {
  const from = new Map<string, readonly [number, number]>()
  for (const { s, e } of sheet['!merges'] ?? [])
    for (let r = s.r; r <= Math.min(e.r, s.r + MAX_ROWS); r++)
      for (let c = s.c; c <= Math.min(e.c, s.c + MAX_COLUMNS); c++)
        if (r !== s.r || c !== s.c) from.set(`${r},${c}`, [s.r, s.c])
  return from
}

function cellOf(cell: CellObject | undefined): Omit<FormCell, 'from'> {
  if (!cell || cell.v === undefined || cell.t === 'e') return { text: '', number: null, day: null }
  const isNumber = cell.t === 'n' && typeof cell.v === 'number'
  const isDate = isNumber && typeof cell.z === 'string' && SSF.is_date(cell.z)
  return {
    text: String(isNumber ? (cell.w ?? cell.v) : cell.v).trim(),
    number: isNumber && !isDate ? Number(cell.v) : null,
    day: isDate ? dayOf(Number(cell.v)) : null,
  }
}

function dayOf(serial: number): string | null {
  const date = SSF.parse_date_code(serial)
  const two = (n: number) => String(n).padStart(2, '0')
  return date === null || date.y < 2000 ? null : `${date.y}-${two(date.m)}-${two(date.d)}`
}
