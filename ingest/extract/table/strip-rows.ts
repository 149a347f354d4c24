import type { Indicator, Warning } from '../../../src/domain/document.ts'
import { type Mapped, sourceOf } from '../../../src/text/mapped.ts'
import { indicatorOf, splitUnit } from './indicator-cell.ts'
import { findStripHead, joined, type Strip, type StripHead, spanOf, textOf, withoutHeads } from './strip.ts'
import { type Reading, readScraps, type ScrapCell, type Shape } from './strip-cells.ts'
import { wordCells } from './strip-words.ts'

export interface StripTable {
  readonly indicators: readonly Indicator[]
  readonly warnings: readonly Warning[]
}

const WORDS = /[\u3400-\u9fffA-Za-z]/
const FIGURE = /^[\d.%／/—-]+$/

/** A table of parts by year cut into scraps → a cell each. Cells whose place the scraps do not prove are not certain. */
export function readStrip(strip: Strip): StripTable | null {
  const found = findStripHead(strip.pieces)
  if (!found) return null
  const head = textOf(strip.pieces.slice(found.from, found.to))
  const pieces = withoutHeads(strip.pieces, head)
  const starts = rowStarts(pieces)
  if (starts.length === 0) return null
  const cut = starts.map((from, i) => pieces.slice(from, starts[i + 1] ?? pieces.length))
  const context = { head: found.head, table: strip.caption, empty: emptyParts(cut, found.head) }
  const rows = cut.map((row) => readRow(row, context))
  const lost =
    starts[0]! > 0
      ? [
          remark(
            pieces,
            `任务清单第${textOf(pieces.slice(starts[0], starts[0]! + 1))}行以前的内容不完整，未能读出`,
          ),
        ]
      : []
  return {
    indicators: rows.flatMap((r) => r.indicators),
    warnings: [...lost, ...rows.flatMap((r) => r.warnings)],
  }
}

const remark = (pieces: readonly Mapped[], message: string): Warning => ({
  at: spanOf(pieces).start,
  message: `附表：${message}，请核对原文`,
})

/** A row opens with a figure followed by words; after the first, the figures count on. */
function rowStarts(pieces: readonly Mapped[]): number[] {
  const starts: number[] = []
  let expected: number | null = null
  pieces.forEach((piece, i) => {
    const [next, after] = [pieces[i + 1]?.text ?? '', pieces[i + 2]?.text ?? '']
    if (!/^\d{1,3}$/.test(piece.text) || !WORDS.test(next) || !WORDS.test(after)) return
    const no = Number(piece.text)
    if (expected !== null && no !== expected) return
    starts.push(i)
    expected = no + 1
  })
  return starts
}

interface RowContext {
  readonly head: StripHead
  readonly table: string
  /** Parts that whole rows of the table leave empty. */
  readonly empty: readonly string[]
}

/** 长江新区 /: parts that rows with all their cells mark as empty. */
function emptyParts(rows: readonly (readonly Mapped[])[], head: StripHead): string[] {
  const whole = rows.flatMap((row) => readingsOf(row, head).slice(0, 1)).flatMap((r) => r.groups)
  const full = whole.filter((g) => g.length === head.parts.length)
  return head.parts.filter((_, i) => full.some((g) => /^[/／—-]$/.test(g[i]?.text ?? '')))
}

const figuresOf = (row: readonly Mapped[]): readonly Mapped[] => row.slice(lastWordOf(row) + 1)
const lastWordOf = (row: readonly Mapped[]): number =>
  row.findLastIndex((p) => WORDS.test(p.text) || /[）)]/.test(p.text))

function readingsOf(row: readonly Mapped[], head: StripHead): Reading[] {
  const figures = figuresOf(row)
  const isText = figures.length < head.years.length || !figures.every((f) => FIGURE.test(f.text))
  return isText
    ? []
    : readScraps(
        figures.map((f) => f.text),
        shapeOf(head),
      )
}

function readRow(pieces: readonly Mapped[], context: RowContext): StripTable {
  const name = textOf(pieces.slice(1, lastWordOf(pieces) + 1))
  const no = pieces[0]?.text ?? ''
  const figures = figuresOf(pieces)
  const readings = readingsOf(pieces, context.head)
  if (readings.length > 0) return cellsOf({ ...context, name, figures, readings, no, pieces })
  const isText = figures.length < context.head.years.length
  const words = isText ? wordCells(joined(pieces.slice(1)), { ...context, parts: context.head.parts }) : null
  if (words !== null) return { indicators: words, warnings: [] }
  const message = isText
    ? `第${no}行“${name.slice(0, 20)}”是文字说明，未拆成分区数值`
    : `第${no}行“${name}”的数值无法还原`
  return { indicators: [], warnings: [remark(pieces, message)] }
}

function shapeOf({ leads, years, parts }: StripHead): Shape {
  const total = leads.findIndex((l) => l.year === null)
  return { leads: leads.length, groups: years.length, width: parts.length, total }
}

interface ReadRow extends RowContext {
  readonly name: string
  readonly figures: readonly Mapped[]
  readonly readings: readonly Reading[]
  readonly no: string
  readonly pieces: readonly Mapped[]
}

function cellsOf(row: ReadRow): StripTable {
  const { head, readings } = row
  const reading = readings[0]!
  const leads = head.leads.flatMap((lead, i) => {
    const cell = reading.leads[i]
    if (!cell) return []
    const period = lead.year ?? `${head.years[0]}-${head.years.at(-1)}`
    return [
      toIndicator(row, cell, {
        by: head.parts[0]!,
        period,
        note: lead.label || null,
        certain: agreed(readings, (r) => r.leads[i]),
      }),
    ]
  })
  const yearly = head.years.flatMap((period, g) => groupCells(row, { period, g }))
  const isPartial = reading.groups.some((g) => g.length < head.parts.length)
  const message = `第${row.no}行“${row.name}”的空格没有留下痕迹，各区数值的归属不能确定`
  return { indicators: [...leads, ...yearly], warnings: isPartial ? [remark(row.pieces, message)] : [] }
}

const agreed = (readings: readonly Reading[], of: (r: Reading) => ScrapCell | null | undefined): boolean => {
  const first = of(readings[0]!)
  return readings.every((r) => of(r)?.text === first?.text && of(r)?.from === first?.from)
}

/** A district whose column the scraps do not tell. */
const UNTOLD = '未标明的区'

/**
 * The whole is certain by its sum; parts are when none is missing. When one is, and the table's other rows leave the
 * same one empty each time, the rest keep their order, as a guess; else their columns cannot be told.
 */
function groupCells(
  row: ReadRow,
  { period, g }: { readonly period: string; readonly g: number },
): Indicator[] {
  const { parts } = row.head
  const cells = row.readings[0]!.groups[g]!
  const isWhole = cells.length === parts.length
  const isGuess = cells.length === parts.length - 1 && row.empty.length === 1
  const names = isWhole ? parts : isGuess ? parts.filter((p) => p !== row.empty[0]) : [parts[0]!]
  return cells.map((cell, i) => {
    const certain = agreed(row.readings, (r) => r.groups[g]?.[i]) && (isWhole || i === 0)
    const note =
      isWhole || i === 0
        ? null
        : isGuess
          ? `原表空格没有留下痕迹，按列的先后推定`
          : `原表空格没有留下痕迹，是按先后排第${i}个的数值，属于哪个区不能确定`
    return toIndicator(row, cell, { by: names[i] ?? UNTOLD, period, note, certain })
  })
}

interface Place {
  readonly by: string | null
  readonly period: string
  readonly note: string | null
  readonly certain: boolean
}

function toIndicator(row: ReadRow, cell: ScrapCell, place: Place): Indicator {
  const { name, unit } = splitUnit(row.name)
  const { by, period, note, certain } = place
  const isShare = row.figures.some((f) => f.text.includes('%'))
  const context = {
    table: row.table,
    group: null,
    name,
    unit: unit ?? (isShare ? '%' : null),
    by,
    note,
    certain,
  }
  return indicatorOf(context, {
    text: cell.text,
    period,
    source: sourceOf(joined(row.figures.slice(cell.from, cell.to))),
  })
}
