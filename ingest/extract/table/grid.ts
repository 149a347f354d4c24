import type { Span } from '../../../src/domain/span.ts'
import { concat, type Mapped, mapped, slice, sourceOf, trim } from '../../../src/text/mapped.ts'
import { foldForms, simplify, tighten, widenMarks } from '../../../src/text/normalise.ts'
import type { DocumentLines, Line, ReadFile, ReadTable } from '../../types.ts'

/** A table of any make: normalised cells; a merged one stands in every place it covers, with one source. */
export interface TableGrid {
  readonly rows: readonly (readonly Mapped[])[]
  readonly source: Span
  /** True where the format marks merged cells, so that an empty cell means empty. */
  readonly marked: boolean
  /** The title above the table; a line of years in brackets under it belongs to it. */
  readonly caption: string | null
  /** 单位：个, as a line above the table says for all its figures. */
  readonly unit?: string
}

/** Tables the file's format marks, within this document. Markdown has no way to mark merged cells. */
export function markedGrids(doc: DocumentLines): TableGrid[] {
  const mine = doc.file.tables.filter(
    (t) =>
      t.source.start >= doc.source.start && t.source.start < Math.max(doc.source.end, doc.source.start + 1),
  )
  return mine.map((table) => ({
    rows: table.rows.map((row) => row.map((span) => cellOf(doc, span))),
    source: table.source,
    marked: doc.file.format !== 'md',
    ...captionOf(doc, table),
  }))
}

function cellOf(doc: DocumentLines, { start, end }: Span): Mapped {
  return trim(tighten(simplify(widenMarks(foldForms(mapped(doc.file.text.slice(start, end), start))))))
}

/** A line above a table that says the unit of its figures, or only adds years to the title above it. */
const UNIT_LINE = /^（?(?:计量)?单位：(?<unit>[^（），、；：]{1,10})）?$/
const YEARS_LINE = /^（[^（）]*20\d{2}[^（）]*）$/

function captionOf(doc: DocumentLines, table: ReadTable): Pick<TableGrid, 'caption' | 'unit'> {
  const last = doc.lines.findLastIndex((l) => sourceOf(l.text).end <= table.source.start)
  const above = doc.lines.slice(Math.max(0, last - 2), last + 1).map((l) => tighten(l.text).text)
  const unit = UNIT_LINE.exec(above.at(-1) ?? '')?.groups?.unit
  const titles = unit === undefined ? above : above.slice(0, -1)
  const isYears = titles.length > 1 && YEARS_LINE.test(titles.at(-1) ?? '')
  const caption = (isYears ? titles.slice(-2).join('') : titles.at(-1)) ?? null
  return unit === undefined ? { caption } : { caption, unit }
}

/** Lines of a document outside tables already taken. */
export function freeLines(doc: DocumentLines, taken: readonly Span[]): Line[] {
  return doc.lines.filter((line) => {
    const { start, end } = sourceOf(line.text)
    return !taken.some((t) => start < t.end && end > t.start)
  })
}

const SEPARATORS: readonly RegExp[] = [/\t/g, /[|｜]/g, / {2,}/g]

/** A line cut at one kind of separator: tabs, bars or wide gaps. Bars around the whole line are none of its cells. */
export function cellsOf(line: Mapped, separator: RegExp, width?: number): Mapped[] {
  const cells: Mapped[] = []
  let from = 0
  for (const m of line.text.matchAll(separator)) {
    cells.push(slice(line, from, m.index))
    from = m.index + m[0].length
  }
  cells.push(slice(line, from))
  const tidy = cells.map((c) => trim(tighten(c)))
  const isFramed =
    separator.source.includes('|') && tidy.length > 2 && tidy[0]?.text === '' && tidy.at(-1)?.text === ''
  return isFramed && (width === undefined || tidy.length > width) ? tidy.slice(1, -1) : tidy
}

/** Cleaning trims lines; the tabs at both ends, which stand for empty cells, are put back from the file. */
export function wholeLine(file: ReadFile, line: Mapped): Mapped {
  const { start, end } = sourceOf(line)
  const before = /[\t ]*$/.exec(file.text.slice(Math.max(0, start - 200), start))?.[0] ?? ''
  const after = /^[\t ]*/.exec(file.text.slice(end, end + 200))?.[0] ?? ''
  if (!before.includes('\t') && !after.includes('\t')) return line
  return concat([mapped(before, start - before.length), line, mapped(after, end)])
}

/** The separator that cuts this line into cells `accept` takes for a table's head. */
export function separatorOf(line: Mapped, accept: (cells: readonly string[]) => boolean): RegExp | null {
  return (
    SEPARATORS.find((s) => line.text.search(s) >= 0 && accept(cellsOf(line, s).map((c) => c.text))) ?? null
  )
}
