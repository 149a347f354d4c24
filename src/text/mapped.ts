import type { Span } from '../domain/span.ts'

/**
 * Text whose every character knows where it stood in the file as read. Cleaning only ever goes through the
 * functions here, so whatever is derived later can be shown highlighted in its source.
 */
export interface Mapped {
  readonly text: string
  /** starts[i], ends[i]: source range that character i came from; inserted characters take their neighbour's. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

export const EMPTY: Mapped = { text: '', starts: [], ends: [] }

/** The text of the file itself, from `offset` on. */
export function mapped(text: string, offset = 0): Mapped {
  const starts = Array.from({ length: text.length }, (_, i) => offset + i)
  return { text, starts, ends: starts.map((at) => at + 1) }
}

export function slice(m: Mapped, from: number, to = m.text.length): Mapped {
  return { text: m.text.slice(from, to), starts: m.starts.slice(from, to), ends: m.ends.slice(from, to) }
}

export function concat(parts: readonly Mapped[]): Mapped {
  return {
    text: parts.map((p) => p.text).join(''),
    starts: parts.flatMap((p) => p.starts),
    ends: parts.flatMap((p) => p.ends),
  }
}

/**
 * Replaces every match. Each character of the replacement is given the whole matched range, save where lengths
 * agree, when characters keep their own places.
 */
export function replace(
  m: Mapped,
  pattern: RegExp,
  by: string | ((match: RegExpMatchArray) => string),
): Mapped {
  const parts: Mapped[] = []
  let from = 0
  for (const match of m.text.matchAll(pattern)) {
    const text = typeof by === 'string' ? by : by(match)
    const to = match.index + match[0].length
    if (match[0].length === 0 || text === match[0]) continue
    parts.push(slice(m, from, match.index), stretched(slice(m, match.index, to), text))
    from = to
  }
  return parts.length === 0 ? m : concat([...parts, slice(m, from)])
}

function stretched(was: Mapped, text: string): Mapped {
  if (text.length === was.text.length) return { ...was, text }
  const start = was.starts[0] ?? 0
  const end = was.ends.at(-1) ?? start
  return { text, starts: Array(text.length).fill(start), ends: Array(text.length).fill(end) }
}

/** Source range of characters [from, to) of mapped text; an empty range stands at its left neighbour's end. */
export function sourceOf(m: Mapped, from = 0, to = m.text.length): Span {
  if (to <= from) return at(m.starts[from] ?? m.ends[from - 1] ?? 0)
  return { start: Math.min(...bounds(m.starts, from, to)), end: Math.max(...bounds(m.ends, from, to)) }
}

const at = (place: number): Span => ({ start: place, end: place })

/** Cleaning may move text (a displaced footnote), so both ends are looked at, and the middle of short ranges. */
function bounds(places: readonly number[], from: number, to: number): number[] {
  return [places[from] ?? 0, places[to - 1] ?? 0]
}
