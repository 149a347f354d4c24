import type { Piece, Row, Segment } from './page.ts'

/** Share of a character's height two baselines may differ by and still be one row (raised footnote numbers). */
const SAME_ROW = 0.5
/** Gaps, in characters: wide ones part segments, narrow ones are spaces between Latin words. */
const WIDE_GAP = 1.6
const SPACE_GAP = 0.18
const CJK = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/

/** Pieces → rows in order of baseline. */
export function rowsOf(pieces: readonly Piece[]): Row[] {
  const solid = pieces.filter((p) => p.text.trim() !== '').map((p) => ({ ...p, size: visualSize(p) }))
  const groups: { y: number; size: number; pieces: Piece[] }[] = []
  for (const piece of solid.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const row = groups.at(-1)
    if (row && piece.y - row.y < SAME_ROW * Math.max(row.size, piece.size)) {
      row.pieces.push(piece)
      row.size = Math.max(row.size, piece.size)
      if (piece.size >= row.size) row.y = piece.y
    } else groups.push({ y: piece.y, size: piece.size, pieces: [piece] })
  }
  return groups.map((g) => ({ y: g.y, size: g.size, segments: segmentsOf(g.pieces, g.size) }))
}

/** Fonts may state twice the height their characters take: a Chinese character is as wide as it is high. */
function visualSize(piece: Piece): number {
  const count = [...piece.text.trim()].length
  return CJK.test(piece.text) && count > 0 ? Math.min(piece.size, (piece.width / count) * 1.1) : piece.size
}

function segmentsOf(pieces: readonly Piece[], size: number): Segment[] {
  const segments: { text: string; x0: number; x1: number }[] = []
  for (const piece of pieces.toSorted((a, b) => a.x - b.x)) {
    const last = segments.at(-1)
    const gap = last ? (piece.x - last.x1) / size : Number.POSITIVE_INFINITY
    if (!last || gap > WIDE_GAP) segments.push({ text: piece.text, x0: piece.x, x1: piece.x + piece.width })
    else {
      last.text += (needsSpace(last.text, piece.text, gap) ? ' ' : '') + piece.text
      last.x1 = Math.max(last.x1, piece.x + piece.width)
    }
  }
  return segments.map((s) => ({ ...s, text: s.text.trim() }))
}

function needsSpace(before: string, after: string, gap: number): boolean {
  return gap > SPACE_GAP && /[!-~]$/.test(before) && /^[!-~]/.test(after)
}
