import { concat, edit, slice } from '../../src/text/mapped.ts'
import type { Footnote, Line } from '../types.ts'

/** 1 根据国家统计局…: the number of a note at the foot of a page, then its words. */
const NOTE = /^(\d{1,2}) +(?=[\u3400-\u9fff])/

/** A page rarely holds more lines, so a note's number is looked for no further up. */
const PAGE = 60
const LONGEST_NOTE = 8

export interface WithoutNotes {
  readonly lines: readonly Line[]
  readonly footnotes: readonly Footnote[]
}

/**
 * Takes footnotes out of the running text, and their numbers off the words they are glued to (核心产业1实现).
 * A line is a note only when it carries the next number and that number is found glued to a word above it.
 */
export function takeFootnotes(lines: readonly Line[], pageStarts: ReadonlySet<Line>): WithoutNotes {
  const footnotes: Footnote[] = []
  const out: Line[] = []
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]
    if (line === undefined) continue
    const number = Number(NOTE.exec(line.text.text)?.[1] ?? 0)
    const anchor = number === footnotes.length + 1 ? findAnchor(out, number) : null
    if (anchor === null) {
      out.push(line)
      continue
    }
    const end = noteEnd(lines, i, { number, pageStarts })
    const words = lines.slice(i, end).map((l) => l.text)
    const lead = NOTE.exec(line.text.text)?.[0].length ?? 0
    footnotes.push({
      number,
      text: concat([slice(words[0] ?? line.text, lead), ...words.slice(1)]),
      anchor: anchor.line.text.starts[anchor.at] ?? null,
    })
    out[anchor.index] = without(anchor.line, anchor.at, String(number).length)
    i = end - 1
  }
  return { lines: out, footnotes }
}

interface Anchor {
  readonly index: number
  readonly line: Line
  readonly at: number
}

/** The number glued to a word: after a Chinese character, and not before a counter (12个) or more digits. */
function findAnchor(above: readonly Line[], number: number): Anchor | null {
  const glued = new RegExp(
    `(?<=[\\u3400-\\u9fff”》])${number}(?= ?[\\u3400-\\u9fff，。；、%]| |$)(?! ?[年月日号个家项万亿千百十余多倍条期批届次类级大位名所场区星])`,
  )
  for (let i = above.length - 1; i >= Math.max(0, above.length - PAGE); i--) {
    const line = above[i]
    const at = line ? (glued.exec(line.text.text)?.index ?? -1) : -1
    if (line && at >= 0) return { index: i, line, at }
  }
  return null
}

/** A note runs to the next note, or to the first line of the next page. */
function noteEnd(
  lines: readonly Line[],
  from: number,
  note: { readonly number: number; readonly pageStarts: ReadonlySet<Line> },
): number {
  for (let i = from + 1; i < Math.min(lines.length, from + LONGEST_NOTE); i++) {
    const line = lines[i]
    if (line === undefined || note.pageStarts.has(line)) return i
    if (Number(NOTE.exec(line.text.text)?.[1] ?? 0) === note.number + 1) return i
    if (/^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.)/.test(line.text.text)) return i
  }
  return Math.min(lines.length, from + 1)
}

function without(line: Line, at: number, length: number): Line {
  return { ...line, text: edit(line.text, [{ from: at, to: at + length, text: '' }]) }
}
