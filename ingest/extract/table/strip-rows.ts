import type { Indicator, Warning } from '../../../src/domain/document.ts'
import { type Mapped, sourceOf } from '../../../src/text/mapped.ts'
import { indicatorOf, splitUnit } from './indicator-cell.ts'
import { findStripHead, joined, type Strip, type StripHead, spanOf, textOf, withoutHeads } from './strip.ts'
import { type Reading, readScraps, type ScrapCell, type Shape } from './strip-cells.ts'

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
  const rows = starts.map((from, i) =>
    readRow(pieces.slice(from, starts[i + 1] ?? pieces.length), { head: found.head, table: strip.caption }),
  )
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
}

function readRow(pieces: readonly Mapped[], context: RowContext): StripTable {
  const lastWord = pieces.findLastIndex((p) => WORDS.test(p.text) || /[）)]/.test(p.text))
  const figures = pieces.slice(lastWord + 1)
  const name = textOf(pieces.slice(1, lastWord + 1))
  const no = pieces[0]?.text ?? ''
  if (figures.length < context.head.years.length || !figures.every((f) => FIGURE.test(f.text))) {
    return {
      indicators: [],
      warnings: [remark(pieces, `第${no}行“${name.slice(0, 20)}”是文字说明，未拆成分区数值`)],
    }
  }
  const readings = readScraps(
    figures.map((f) => f.text),
    shapeOf(context.head),
  )
  if (readings.length === 0)
    return { indicators: [], warnings: [remark(pieces, `第${no}行“${name}”的数值无法还原`)] }
  return cellsOf({ ...context, name, figures, readings, no, pieces })
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

/** The whole is certain by its sum. Parts are, when none is missing; else their columns cannot be told. */
function groupCells(
  row: ReadRow,
  { period, g }: { readonly period: string; readonly g: number },
): Indicator[] {
  const cells = row.readings[0]!.groups[g]!
  const isWhole = cells.length === row.head.parts.length
  return cells.map((cell, i) => {
    const certain = agreed(row.readings, (r) => r.groups[g]?.[i]) && (isWhole || i === 0)
    const by = isWhole || i === 0 ? row.head.parts[i]! : null
    const note = by === null ? `按先后排在第${i}个的区级数值，属于哪个区不能确定` : null
    return toIndicator(row, cell, { by, period, note, certain })
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
