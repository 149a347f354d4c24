import { left, type Row, right } from './page.ts'

const MIN_ROWS = 8
/** Share of rows that must have words on both sides of the gutter and none across it. */
const SPLIT_SHARE = 0.5
/** Prose fills its column; the cells of a table do not. */
const FILLED = 0.7

/** Rows of a page in reading order: where two columns of prose stand side by side, the left one comes first. */
export function readingOrder(rows: readonly Row[]): Row[] {
  const gutter = findGutter(rows)
  if (gutter === null) return [...rows]
  const ordered: Row[] = []
  let band: Row[] = []
  const flush = () => {
    ordered.push(...side(band, gutter, 'left'), ...side(band, gutter, 'right'))
    band = []
  }
  for (const row of rows) {
    if (crosses(row, gutter)) {
      flush()
      ordered.push(row)
    } else band.push(row)
  }
  flush()
  return ordered
}

function side(rows: readonly Row[], gutter: number, which: 'left' | 'right'): Row[] {
  return rows
    .map((row) => ({ ...row, segments: row.segments.filter((s) => s.x1 <= gutter === (which === 'left')) }))
    .filter((row) => row.segments.length > 0)
}

const crosses = (row: Row, x: number) => row.segments.some((s) => s.x0 < x && s.x1 > x)

function findGutter(rows: readonly Row[]): number | null {
  if (rows.length < MIN_ROWS) return null
  const from = Math.min(...rows.map(left))
  const to = Math.max(...rows.map(right))
  const middle = (from + to) / 2
  const reach = (to - from) * 0.12
  const candidates = Array.from({ length: 25 }, (_, i) => middle - reach + (i / 24) * 2 * reach)
  const scored = candidates.map((x) => ({ x, share: splitShare(rows, x, { from, to }) }))
  const best = scored.reduce((a, b) => (b.share > a.share ? b : a))
  if (best.share < SPLIT_SHARE) return null
  const same = scored.filter((s) => s.share === best.share)
  return same[Math.floor(same.length / 2)]?.x ?? null
}

/** Share of rows that are split at x into two single runs of prose which fill their columns. */
function splitShare(
  rows: readonly Row[],
  x: number,
  page: { readonly from: number; readonly to: number },
): number {
  const split = rows.filter(
    (row) => row.segments.length === 2 && row.segments[0]!.x1 < x && row.segments[1]!.x0 > x,
  )
  const filled = split.filter((row) => {
    const [a, b] = row.segments
    return a!.x1 - a!.x0 > (x - page.from) * FILLED && b!.x1 - b!.x0 > (page.to - x) * FILLED
  })
  return filled.length / rows.length
}
