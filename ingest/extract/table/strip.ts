import { concat, type Mapped, mapped, sourceOf } from '../../../src/text/mapped.ts'
import { tighten } from '../../../src/text/normalise.ts'
import type { Line } from '../../types.ts'

/** A table so narrow that each cell was cut into scraps of two or three characters, one a line. */
export interface Strip {
  readonly pieces: readonly Mapped[]
  readonly caption: string
}

const NARROW = 4
/** A run must be this long, or it is a roster or a list and no table. */
const MIN_PIECES = 120
/** Wider lines that may stand within one (a page's head), and how many in a row. */
const MAX_WIDE = 2

/** Runs of lines of a few characters each. */
export function findStrips(lines: readonly Line[]): Strip[] {
  const strips: Strip[] = []
  let run: number[] = []
  let wide = 0
  const flush = () => {
    const first = run[0] ?? 0
    if (run.length >= MIN_PIECES)
      strips.push({ pieces: run.map((i) => tighten(lines[i]!.text)), caption: captionAbove(lines, first) })
    run = []
    wide = 0
  }
  lines.forEach((line, i) => {
    if (isNarrow(line)) {
      run.push(i)
      wide = 0
    } else if (run.length > 0 && ++wide > MAX_WIDE) flush()
  })
  flush()
  return strips
}

/** Long lines are told without being tightened: nearly all lines of a file are. */
const isNarrow = (line: Line): boolean =>
  line.text.text.length <= 3 * NARROW && tighten(line.text).text.length <= NARROW

const captionAbove = (lines: readonly Line[], at: number): string => {
  const words = at > 0 ? tighten(lines[at - 1]!.text).text : ''
  return words.replace(/^附(?:件|表)?\d*[：:]/, '')
}

export const joined = (pieces: readonly Mapped[]): Mapped =>
  pieces.length === 0 ? mapped('') : concat(pieces)
export const textOf = (pieces: readonly Mapped[]): string => pieces.map((p) => p.text).join('')

export interface StripHead {
  /** Columns before the yearly ones: 2024年 (完成情况), 三年. */
  readonly leads: readonly { readonly label: string; readonly year: string | null }[]
  readonly years: readonly string[]
  /** The whole first, then its parts: 全市, 黄陂区, … */
  readonly parts: readonly string[]
}

const WHOLE = /全[市省县区州国]|合计|总计/
const PART = /[\u3400-\u9fff]{1,6}?(?:开发区|高新区|管委会|新区|[区县市旗州盟镇乡])(?![区县市旗州盟镇乡])/g

/**
 * The head of a table of parts by year: 序号 … 2024年 三年 2025年 2026年 2027年 完成情况, then the parts once for each
 * year. Returns the pieces it takes up, [from, to). Null where no such head is found.
 */
export function findStripHead(
  pieces: readonly Mapped[],
): { head: StripHead; from: number; to: number } | null {
  const all = textOf(pieces)
  const start = /序号?(?=.{0,40}(?:指标|名称|内容|项目))/.exec(all)?.index ?? -1
  const whole = start < 0 ? -1 : all.slice(start).search(WHOLE)
  if (start < 0 || whole < 0 || whole > 150) return null
  const labels = all.slice(start, start + whole)
  const body = all.slice(start + whole)
  const name = WHOLE.exec(body)?.[0] ?? ''
  const next = body.indexOf(name, name.length)
  const group = next < 0 ? '' : body.slice(0, next)
  let times = 0
  while (group !== '' && group.length <= 200 && body.startsWith(group, times * group.length)) times++
  const tail = body.slice(times * group.length)
  if (times < 1 || group === '') return null
  const parts = [name, ...[...group.slice(name.length).matchAll(PART)].map((m) => m[0])]
  const head = headOf(labels, times, parts)
  if (!head || parts.join('') !== group) return null
  const end = start + whole + times * group.length
  return tail === all ? null : { head, from: pieceAt(pieces, start), to: pieceAt(pieces, end) }
}

/** The last years are those of the groups; what stands before them is a column of its own. */
function headOf(labels: string, times: number, parts: readonly string[]): StripHead | null {
  const found = [
    ...labels.matchAll(/(?<year>20\d{2})年|(?<span>[二三四五六]年|累计|合计|总计)(?:合计|目标|总目标)?/g),
  ]
  const years = found
    .filter((m) => m.groups?.year)
    .slice(-times)
    .map((m) => m.groups?.year ?? '')
  if (years.length < times) return null
  const isGroup = (m: RegExpMatchArray) => m.groups?.year !== undefined && years.includes(m.groups.year)
  const rest = labels.slice((found.at(-1)?.index ?? 0) + (found.at(-1)?.[0].length ?? 0))
  const leads = found
    .filter((m) => !isGroup(m))
    .map((m) => ({ label: m.groups?.year ? rest : m[0], year: m.groups?.year ?? null }))
  return { leads, years, parts }
}

/** The piece that holds character `at` of all pieces joined. */
function pieceAt(pieces: readonly Mapped[], at: number): number {
  let seen = 0
  const found = pieces.findIndex((p) => {
    seen += p.text.length
    return seen > at
  })
  return found < 0 ? pieces.length : found
}

/** Heads repeat on each page: every run of pieces with the same words. */
export function withoutHeads(pieces: readonly Mapped[], words: string): Mapped[] {
  const kept: Mapped[] = []
  for (let i = 0; i < pieces.length; i++) {
    const end = matchFrom(pieces, i, words)
    if (end === null) kept.push(pieces[i]!)
    else i = end - 1
  }
  return kept
}

function matchFrom(pieces: readonly Mapped[], from: number, words: string): number | null {
  let at = 0
  for (let i = from; i < pieces.length && words.startsWith(pieces[i]!.text, at); i++) {
    at += pieces[i]!.text.length
    if (at === words.length) return i + 1
  }
  return null
}

export const spanOf = (pieces: readonly Mapped[]) => ({
  start: sourceOf(pieces[0]!).start,
  end: sourceOf(pieces.at(-1)!).end,
})
