import { concat, type Mapped } from '../../src/text/mapped.ts'
import { tighten } from '../../src/text/normalise.ts'
import type { Line } from '../types.ts'
import { type Mark, markOf } from './marks.ts'

/** Some lines that make one paragraph, and the numeral it opens with. */
export interface Block {
  readonly lines: readonly Line[]
  /** Joined, spaces removed, numeral still there. */
  readonly text: Mapped
  readonly mark: Mark | null
}

/** Wrapped text is set to one measure; above this share of full lines a file counts as wrapped. */
const WRAPPED_SHARE = 0.3
const LONGEST_MEASURE = 140

/** A line that states units, people or a time by label is a paragraph of its own: 责任单位：…, 牵头负责领导：…. */
export const LABELLED =
  /^[（(〔【]?(?:主要|第一|市级|共同|总)?(?:牵头|责任|配合|协同|协办|主办|承办|协助|参与|参加|支持|落实|实施|主管|主责|分管|督办|完成|时限|时间|目标)[\u3400-\u9fff/和及与]{0,8}(?:单位|部门|领导|人|主体|处室|时限|时间|节点|要求|进度)[：]/

const TERMINAL = /[。；：！？]["”’）〕】]?$|）$/

/** Lines → paragraphs. Reads whether the file wraps its lines; where it does not, every line is a paragraph. */
export function joinLines(lines: readonly Line[]): Block[] {
  const measure = measureOf(lines)
  const groups: Line[][] = []
  const counts = new Map<string, number>()
  lines.forEach((line, i) => {
    const before = lines[i - 1]
    const last = groups.at(-1)
    if (last && before && continues({ before, line, measure, counts, open: opensClause(last) }))
      last.push(line)
    else groups.push([line])
    const mark = last === groups.at(-1) ? null : markOf(line.text.text)
    if (mark) counts.set(mark.style, mark.value)
  })
  return groups.map(toBlock)
}

function toBlock(lines: readonly Line[]): Block {
  const text = tighten(
    concat(lines.flatMap((l, i) => (i === 0 ? [l.text] : [seam(lines[i - 1], l), l.text]))),
  )
  return { lines, text, mark: markOf(text.text) }
}

/** Words of Latin script at a line's end and the next one's head are two words. */
function seam(before: Line | undefined, line: Line): Mapped {
  const end = before?.text
  if (!end || !/[A-Za-z]$/.test(end.text) || !/^[A-Za-z]/.test(line.text.text))
    return { text: '', starts: new Int32Array(0), ends: new Int32Array(0) }
  const at = end.ends.at(-1) ?? 0
  return { text: ' ', starts: Int32Array.of(at), ends: Int32Array.of(at) }
}

/** Width of the full lines in columns (a Chinese character is two), null for a file that does not wrap. */
export function measureOf(lines: readonly Line[]): number | null {
  const widths = lines.map((l) => widthOf(l.text.text)).filter((w) => w >= 20)
  if (widths.length < 8) return null
  const sorted = [...widths].sort((a, b) => a - b)
  const full = sorted[Math.floor(sorted.length * 0.9)] ?? 0
  const share = widths.filter((w) => w >= full * 0.9 && w <= full * 1.1).length / widths.length
  const longer = widths.filter((w) => w > full * 1.3).length / widths.length
  return full <= LONGEST_MEASURE && share >= WRAPPED_SHARE && longer < 0.03 ? full : null
}

export function widthOf(text: string): number {
  let width = 0
  for (let i = 0; i < text.length; i++)
    width += text.charCodeAt(i) > 0x2e7f || /[“”‘’—…]/.test(text[i] ?? '') ? 2 : 1
  return width
}

/** Lines a clause is looked for in: lists of units rarely take more. */
const TAIL_LINES = 12

interface Seam {
  readonly before: Line
  readonly line: Line
  readonly measure: number | null
  readonly counts: ReadonlyMap<string, number>
  /** A unit clause of the paragraph so far has not been closed. */
  readonly open: boolean
}

/** True where `line` is the rest of the paragraph `before` belongs to. */
function continues(s: Seam): boolean {
  const end = s.before.text.text
  const head = s.line.text.text
  if (LABELLED.test(head) && TERMINAL.test(end) && !s.open) return false
  if (s.measure === null) return goesOnUnwrapped(s)
  if (LABELLED.test(head) && !s.open) return /[，、]$/.test(end)
  const full = widthOf(end) >= s.measure * 0.82
  const mark = markOf(head)
  if (mark !== null) return full && !TERMINAL.test(end) && !nextInCount(mark, s.counts)
  return full || (!TERMINAL.test(end) && s.open)
}

/** Where lines are not wrapped, only a list or a bracket left open goes on, the latter to where it is closed. */
function goesOnUnwrapped(s: Seam): boolean {
  const head = s.line.text.text
  if (markOf(head)) return false
  if (/、$/.test(s.before.text.text)) return true
  return (s.open || openBracket(s.before.text.text)) && /^[^（〔。]*[）〕】]/.test(head)
}

function nextInCount(mark: Mark, counts: ReadonlyMap<string, number>): boolean {
  if (mark.style === 'dash') return true
  return mark.value === 1 || mark.value === (counts.get(mark.style) ?? 0) + 1
}

/** A unit clause broken over lines: its bracket is still open. */
function opensClause(lines: readonly Line[]): boolean {
  const text = lines
    .slice(-TAIL_LINES)
    .map((l) => l.text.text)
    .join('')
  return openBracket(text) && /单位|部门|负责|牵头/.test(text.slice(text.search(/[（〔【][^（）〔〕【】]*$/)))
}

function openBracket(text: string): boolean {
  const tail = text.slice(-400)
  return (
    Math.max(tail.lastIndexOf('（'), tail.lastIndexOf('〔'), tail.lastIndexOf('【')) >
    Math.max(tail.lastIndexOf('）'), tail.lastIndexOf('〕'), tail.lastIndexOf('】'))
  )
}
