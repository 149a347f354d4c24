/** Words at a place, in points from the top left of the page; `y` is the baseline. */
export interface Piece {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  /** Height of its characters. */
  readonly size: number
}

/** A straight ruling: horizontal where y0 = y1, vertical where x0 = x1. */
export interface Ruling {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

export interface Page {
  readonly width: number
  readonly height: number
  readonly pieces: readonly Piece[]
  readonly rulings: readonly Ruling[]
}

/** Words of a row without a wide gap between them. */
export interface Segment {
  readonly text: string
  readonly x0: number
  readonly x1: number
}

/** Segments on one baseline, left to right. */
export interface Row {
  readonly y: number
  readonly size: number
  readonly segments: readonly Segment[]
}

export const rowText = (row: Row): string => row.segments.map((s) => s.text).join('\t')
export const left = (row: Row): number => row.segments[0]?.x0 ?? 0
export const right = (row: Row): number => row.segments.at(-1)?.x1 ?? 0
