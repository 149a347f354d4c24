import type { Span } from '../domain/span.ts'

/**
 * Text whose every character knows where it stood in the file as read. Cleaning only ever goes through the
 * functions here, so whatever is derived later can be shown highlighted in its source. Slices share memory with
 * what they were cut from; nothing here is ever written to twice.
 */
export interface Mapped {
  readonly text: string
  /** starts[i], ends[i]: source range that character i came from; inserted characters take their neighbour's. */
  readonly starts: Int32Array
  readonly ends: Int32Array
}

export const EMPTY: Mapped = { text: '', starts: new Int32Array(0), ends: new Int32Array(0) }

/** The text of the file itself, from `offset` on. */
export function mapped(text: string, offset = 0): Mapped {
  const starts = new Int32Array(text.length)
  const ends = new Int32Array(text.length)
  for (let i = 0; i < text.length; i++) {
    starts[i] = offset + i
    ends[i] = offset + i + 1
  }
  return { text, starts, ends }
}

export function slice(m: Mapped, from: number, to = m.text.length): Mapped {
  if (from === 0 && to >= m.text.length) return m
  return {
    text: m.text.slice(from, to),
    starts: m.starts.subarray(from, to),
    ends: m.ends.subarray(from, to),
  }
}

/** The same without white space at either end. */
export function trim(m: Mapped): Mapped {
  const from = m.text.length - m.text.trimStart().length
  return slice(m, from, Math.max(from, m.text.trimEnd().length))
}

export function concat(parts: readonly Mapped[]): Mapped {
  if (parts.length === 1) return parts[0] ?? EMPTY
  const size = parts.reduce((sum, p) => sum + p.text.length, 0)
  const starts = new Int32Array(size)
  const ends = new Int32Array(size)
  let at = 0
  for (const part of parts) {
    starts.set(part.starts, at)
    ends.set(part.ends, at)
    at += part.text.length
  }
  return { text: parts.map((p) => p.text).join(''), starts, ends }
}

/** One change of a text: characters [from, to) become `text`. */
export interface Edit {
  readonly from: number
  readonly to: number
  readonly text: string
}

/**
 * Makes the changes, which are in order and do not overlap. Each character of a replacement is given the whole
 * range it stands for, save where lengths agree, when characters keep their own places.
 */
export function edit(m: Mapped, edits: readonly Edit[]): Mapped {
  if (edits.length === 0) return m
  const parts: Mapped[] = []
  let done = 0
  for (const e of edits) {
    parts.push(slice(m, done, e.from), stretched(slice(m, e.from, e.to), e.text))
    done = e.to
  }
  return concat([...parts, slice(m, done)])
}

/** Replaces every match of a pattern with the g flag. */
export function replace(
  m: Mapped,
  pattern: RegExp,
  by: string | ((match: RegExpMatchArray) => string),
): Mapped {
  const edits: Edit[] = []
  for (const match of m.text.matchAll(pattern)) {
    const text = typeof by === 'string' ? by : by(match)
    const from = match.index ?? 0
    if (match[0].length > 0 && text !== match[0]) edits.push({ from, to: from + match[0].length, text })
  }
  return edit(m, edits)
}

/** The same places with other characters, one for one (traditional → simplified, full → half width). */
export function retext(m: Mapped, text: string): Mapped {
  if (text.length !== m.text.length) throw new RangeError(`retext: ${m.text.length} ≠ ${text.length}`)
  return { ...m, text }
}

function stretched(was: Mapped, text: string): Mapped {
  if (text.length === was.text.length) return { ...was, text }
  const start = was.starts[0] ?? 0
  const end = was.ends.at(-1) ?? start
  return {
    text,
    starts: new Int32Array(text.length).fill(start),
    ends: new Int32Array(text.length).fill(end),
  }
}

/**
 * Source range that holds characters [from, to) of mapped text, also where some of them were put back from another
 * line; an empty range stands at its left neighbour's end.
 */
export function sourceOf(m: Mapped, from = 0, to = m.text.length): Span {
  if (to <= from) return at(m.starts[from] ?? m.ends[from - 1] ?? 0)
  let start = m.starts[from] ?? 0
  let end = 0
  for (let i = from; i < Math.min(to, m.text.length); i++) {
    start = Math.min(start, m.starts[i] ?? start)
    end = Math.max(end, m.ends[i] ?? 0)
  }
  return { start, end: Math.max(end, start) }
}

const at = (place: number): Span => ({ start: place, end: place })
