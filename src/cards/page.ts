import { add, fits, NOTHING, type Size, sizeOf } from './limits.ts'
import { headingPiece, type Piece } from './piece.ts'

/**
 * Lays pieces out on pages: a page ends when its list has its number of entries, or when the next piece would take
 * it over the limits of a card with `reserved` kept free for the foot. At least one page; nothing is dropped.
 */
export function paginate(pieces: readonly Piece[], reserved: Size): readonly (readonly Piece[])[] {
  const pages: Piece[][] = [[]]
  let filled = NOTHING
  for (const [i, piece] of pieces.entries()) {
    let page = pages.at(-1)!
    const size = sizeOf(piece.elements)
    if (page.length > 0 && isFull(page, piece, add(filled, size), reserved)) {
      page = nextPage(page, piece, pieces[i - 1])
      pages.push(page)
      filled = sizeOf(page.flatMap((p) => p.elements))
    }
    page.push(piece)
    filled = add(filled, size)
  }
  return pages
}

function isFull(page: readonly Piece[], next: Piece, size: Size, reserved: Size): boolean {
  const entries = page.filter((p) => p.pageSize !== null).length
  return (next.pageSize !== null && entries >= next.pageSize) || !fits(size, reserved)
}

/** A heading left alone at the foot goes over; a list that goes on is headed again. */
function nextPage(page: Piece[], next: Piece, before: Piece | undefined): Piece[] {
  if (before?.heading != null && page.length > 1) return [page.pop()!]
  const goesOn = next.pageSize !== null && before?.pageSize != null
  const heading = goesOn ? page.findLast((p) => p.heading !== null)?.heading : null
  return heading == null ? [] : [headingPiece(heading.endsWith('（续）') ? heading : `${heading}（续）`)]
}
