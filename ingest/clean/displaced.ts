import type { Warning } from '../../src/domain/document.ts'
import { concat, type Mapped, slice, sourceOf } from '../../src/text/mapped.ts'
import type { Line } from '../types.ts'

/** A line of figures, Latin letters and signs only: what a printer's wide digits become when they lose their place. */
const FIGURES = /^(?=.{1,80}$)[\dA-Za-z+×%／/.—-]+(?: [\dA-Za-z+×%／/.—-]+)*$/
/** The hole such a figure left: a space inside Chinese text, or empty brackets and quotation marks. */
const HOLE = /(?<=[^\u0000-\u007f]) (?=[^\u0000-\u007f])/g
/** A line that opens with these misses a figure before them: a measure, or a mark no line can open with. */
const MEASURE = /^(?:[年月日万亿千百%个家名项台条公，。；、）”]|以上|以下|左右)/
const OPERATOR = /^[+×/／-]$/

/** So many lines with holes and figures below make a file one of this kind; fewer may be anything. */
const ENOUGH = 5

export interface Restored {
  readonly lines: readonly Line[]
  readonly warnings: readonly Warning[]
}

/**
 * Puts displaced figures back where the holes of the line above and the figures below it are equal in number, which
 * leaves one way only. Where they are not, the figures are taken out of the text and a warning says so.
 */
export function restoreDisplaced(lines: readonly Line[]): Restored {
  const spots = lines.flatMap((line, i) => (i > 0 && isDisplaced(lines[i - 1], line) ? [i] : []))
  if (spots.length < ENOUGH) return { lines, warnings: [] }
  const out = [...lines] as (Line | null)[]
  const warnings: Warning[] = []
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i]
    if (!line || !FIGURES.test(line.text.text)) continue
    const above = out[i - 1] ?? null
    const below = lines.slice(i + 1, i + 3).find((l) => !FIGURES.test(l.text.text))
    const filled = above === null ? null : fill(above.text, line.text, MEASURE.test(below?.text.text ?? ''))
    if (above && filled) out[i - 1] = { ...above, text: filled }
    out[i] = null
    warnings.push(remark(line.text, filled !== null))
  }
  return { lines: out.filter((l) => l !== null), warnings }
}

function isDisplaced(above: Line | undefined, line: Line): boolean {
  if (above === undefined || FIGURES.test(above.text.text) || !FIGURES.test(line.text.text)) return false
  return above.text.text.search(HOLE) >= 0
}

function remark(figures: Mapped, placed: boolean): Warning {
  const at = sourceOf(figures).start
  const words = figures.text.slice(0, 30)
  return {
    at,
    message: placed
      ? `数字“${words}”与正文错行，已按上一行的空格放回，请核对`
      : `数字“${words}”与正文错行，无法确定位置，未采用，请核对原文`,
  }
}

/**
 * The line with its figures put back, or null where there is more than one way to do it. One figure more than there
 * are holes stood at the line's head or end; `openEnd` says that the line below misses a figure before it.
 */
function fill(above: Mapped, figures: Mapped, openEnd: boolean): Mapped | null {
  const holes = [...above.text.matchAll(HOLE)].map((h) => h.index)
  const tokens = tokensOf(figures)
  const joined = holes.length === 1 && tokens.some((t) => OPERATOR.test(t.text)) ? [concat(tokens)] : tokens
  if (joined.length === holes.length) return weave(above, holes, joined)
  if (joined.length !== holes.length + 1) return null
  const atHead = MEASURE.test(above.text)
  if (atHead === openEnd) return null
  const woven = weave(above, holes, atHead ? joined.slice(1) : joined.slice(0, -1))
  const loose = (atHead ? joined[0] : joined.at(-1)) ?? figures
  return concat(atHead ? [loose, woven] : [woven, loose])
}

function tokensOf(figures: Mapped): Mapped[] {
  return [...figures.text.matchAll(/[^ ]+/g)].map((t) => slice(figures, t.index, t.index + t[0].length))
}

function weave(above: Mapped, holes: readonly number[], tokens: readonly Mapped[]): Mapped {
  const parts: Mapped[] = []
  let from = 0
  holes.forEach((hole, i) => {
    const token = tokens[i]
    parts.push(slice(above, from, hole))
    if (token) parts.push(token)
    from = hole + 1
  })
  return concat([...parts, slice(above, from)])
}
