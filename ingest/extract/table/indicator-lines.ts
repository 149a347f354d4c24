import type { Indicator } from '../../../src/domain/document.ts'
import type { Span } from '../../../src/domain/span.ts'
import { type Mapped, mapped, slice, sourceOf } from '../../../src/text/mapped.ts'
import { tighten } from '../../../src/text/normalise.ts'
import type { Line } from '../../types.ts'
import { indicatorOf, splitUnit, UNIT_WORD, VALUE, type ValueColumn } from './indicator-cell.ts'
import { labelOf, periodOf } from './indicator-grid.ts'
import { type IndicatorColumn, indicatorColumn, indicatorColumns } from './indicator-head.ts'

/** A word of a flattened table and the line it stands on. */
interface Token {
  readonly text: Mapped
  readonly line: number
}

export interface FlatTable {
  readonly indicators: readonly Indicator[]
  readonly source: Span
}

/** Heads may be broken to one a line, but not to more lines than this. */
const HEAD_LINES = 8
/** Characters of the narrow column in which group names are broken (数字新 / 基建). */
const GROUP_WIDTH = 5
const ATTRIBUTES = /^(?:预期性?|约束性?|引导性?)$/

/** Indicator tables whose cells came out as plain lines: 指标 单位 目标值, then rows 名称 单位 数值 and group names between. */
export function flatTables(lines: readonly Line[], yearOf: (caption: string) => string | null): FlatTable[] {
  const tables: FlatTable[] = []
  for (let i = 0; i < lines.length; i++) {
    const head = headAt(lines, i)
    if (!head) continue
    const caption = i > 0 ? tighten(lines[i - 1]!.text).text : ''
    const rows = readRows(lines, head)
    if (rows.rows.length < 2) continue
    const context = { columns: head.columns, caption, year: yearOf(caption) }
    const source = { start: sourceOf(lines[i]!.text).start, end: sourceOf(lines[rows.last]!.text).end }
    tables.push({ indicators: rows.rows.flatMap((row) => toIndicators(row, context)), source })
    i = rows.last
  }
  return tables
}

interface Head {
  readonly columns: readonly IndicatorColumn[]
  readonly next: number
  /** Words of the head, to know it again on the next page. */
  readonly words: string
}

function headAt(lines: readonly Line[], from: number): Head | null {
  const heads: string[] = []
  for (let i = from; i < Math.min(lines.length, from + HEAD_LINES); i++) {
    const words = wordsOf(lines[i]!)
    if (words.some((w) => indicatorColumn(w) === null)) break
    heads.push(...words)
    const columns = indicatorColumns(heads)
    const more = i + 1 < lines.length && wordsOf(lines[i + 1]!).every((w) => indicatorColumn(w) !== null)
    if (columns && !more) return { columns, next: i + 1, words: heads.join('') }
  }
  return null
}

const wordsOf = (line: Line): string[] => line.text.text.split(/[ \t]+/)

/** Cells of one line: parted by spaces, but not within Latin words or where a space only stands beside them. */
function tokensOf(line: Line, index: number): Token[] {
  return [...line.text.text.matchAll(/[^ \t]+/g)].map((m) => ({
    text: slice(line.text, m.index, m.index + m[0].length),
    line: index,
  }))
}

interface Row {
  readonly group: string | null
  readonly name: string
  readonly unit: string | null
  readonly values: readonly Token[]
  readonly attribute: string | null
}

function readRows(lines: readonly Line[], head: Head): { rows: Row[]; last: number } {
  const width = head.columns.filter((c) => c.kind === 'value').length
  const rows: Row[] = []
  let pending: Token[] = []
  let group: string | null = null
  let last = head.next - 1
  for (let i = head.next; i < lines.length; i++) {
    const tokens = tokensOf(lines[i]!, i)
    if (
      tokens.map((t) => t.text.text).join('') === head.words ||
      tokens.every((t) => indicatorColumn(t.text.text) !== null)
    )
      continue
    const cut = valuesAt([...pending, ...tokens], width)
    if (!cut) {
      if (closes(lines[i]!.text.text, pending, i)) break
      pending = [...pending, ...tokens]
      continue
    }
    const row = rowOf(cut, head.columns)
    group = row.group ?? group
    rows.push({ ...row, group })
    pending = []
    last = i
  }
  return { rows, last }
}

interface Cut {
  readonly words: readonly Token[]
  readonly values: readonly Token[]
  readonly attribute: string | null
}

/** The values at the end of what was read so far, once the row has all of them. */
function valuesAt(tokens: readonly Token[], width: number): Cut | null {
  const tail = tokens.at(-1)
  const attribute = tail && ATTRIBUTES.test(tail.text.text) ? tail.text.text : null
  const rest = attribute ? tokens.slice(0, -1) : tokens
  const values = rest.slice(-width)
  const words = rest.slice(0, -width)
  if (values.length < width || words.length === 0 || !values.every((v) => VALUE.test(v.text.text)))
    return null
  return words.some((w) => /[\u3400-\u9fff]/.test(w.text.text)) ? { words, values, attribute } : null
}

/** A heading, a sentence, or too many lines without a figure: the table is over. */
function closes(text: string, pending: readonly Token[], at: number): boolean {
  const isHeading =
    /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|第[一二三四五六七八九十]+[章节部]|\d+[.、]\s*[\u3400-\u9fff]{4,}|注：|备注|资料来源)/.test(
      text,
    )
  return isHeading || /[。；！]$/.test(text) || text.length > 45 || at - (pending[0]?.line ?? at) > 6
}

/** Words before the values: group pieces on narrow lines, then the name, then the unit where the head has one. */
function rowOf({ words, values, attribute }: Cut, columns: readonly IndicatorColumn[]): Row {
  const hasUnit = columns.some((c) => c.kind === 'unit')
  const numbered =
    columns[0]?.kind === 'no' && /^\d{1,3}[.、]?$/.test(words[0]?.text.text ?? '') ? words.slice(1) : words
  const unit =
    numbered.length > 1 && (hasUnit || UNIT_WORD.test(numbered.at(-1)!.text.text)) ? numbered.at(-1)! : null
  const rest = unit ? numbered.slice(0, -1) : numbered
  const lines = [...new Set(rest.map((t) => t.line))].map((l) => rest.filter((t) => t.line === l))
  const narrow = lines.slice(0, -1).findIndex((l) => textOf(l).length > GROUP_WIDTH)
  const groupLines = lines.slice(0, narrow < 0 ? Math.max(lines.length - 1, 0) : narrow)
  const inLine =
    columns.some((c) => c.kind === 'group') &&
    groupLines.length === 0 &&
    rest.length > 1 &&
    lines.length === 1
  const own = inLine ? rest.slice(1) : lines.slice(groupLines.length).flat()
  const group = inLine ? rest[0]!.text.text : groupLines.map(textOf).join('') || null
  return { group, name: textOf(own), unit: unit?.text.text ?? null, values, attribute }
}

const textOf = (tokens: readonly Token[]): string =>
  tighten(mapped(tokens.map((t) => t.text.text).join(' '))).text

interface TableContext {
  readonly columns: readonly IndicatorColumn[]
  readonly caption: string
  readonly year: string | null
}

function toIndicators(row: Row, { columns, caption, year }: TableContext): Indicator[] {
  const named = splitUnit(row.name)
  const heads = columns.filter((c): c is ValueColumn => c.kind === 'value')
  return heads.map((column, i) => {
    const cell = row.values[i]!
    const note = [row.attribute ?? '', labelOf(column)].filter((n) => n !== '').join('，') || null
    const name = row.unit === null ? named.name : row.name
    const context = {
      table: caption,
      group: row.group,
      name,
      unit: row.unit ?? named.unit,
      by: null,
      note,
      certain: true,
    }
    return indicatorOf(context, {
      text: cell.text.text,
      period: periodOf(column, year),
      source: sourceOf(cell.text),
    })
  })
}
