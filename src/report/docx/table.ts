import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { ReportColumn, ReportPart, Run } from '../../domain/report.ts'
import { SIZE } from './measures.ts'
import { cellRuns } from './runs.ts'
import { shares } from './widths.ts'

export type ReportTable = Extract<ReportPart, { readonly kind: 'table' }>

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const
const BORDERS = {
  top: LINE,
  bottom: LINE,
  left: LINE,
  right: LINE,
  insideHorizontal: LINE,
  insideVertical: LINE,
}
const CELL_SIDE = 80
/** A row of more letters than this in its fullest cell may break over the page: kept whole, it could leave half a page empty. */
const WHOLE_ROW_LETTERS = 240
const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const

/** How the cells of one table look. */
interface Look {
  readonly widths: readonly number[]
  readonly styles: { readonly head: string; readonly text: string }
  readonly vertical: (typeof VerticalAlign)['TOP' | 'CENTER']
}

/** A table as wide as its page: fixed columns, its head again on every page, rows kept whole where they are short. `isDense`: smaller type. */
export function reportTable(
  table: ReportTable,
  { width, isDense = false }: { readonly width: number; readonly isDense?: boolean },
): Table {
  const letter = (isDense ? SIZE.dense : SIZE.table) * 10
  const widths = shares(table.columns, {
    cells: table.columns.map((_, i) => table.rows.map((row) => row[i]?.text ?? '')),
    whole: width,
    letter,
    sides: 2 * CELL_SIDE,
  })
  const look: Look = {
    widths,
    styles: isDense ? { head: 'DenseHead', text: 'DenseText' } : { head: 'TableHead', text: 'TableText' },
    // LibreOffice mixes top and middle up in the rows after one that was broken over a page.
    vertical: table.rows.some(isLong) ? VerticalAlign.TOP : VerticalAlign.CENTER,
  }
  const head = table.columns.map((c, i) => cell({ text: c.name }, { look, i, isHead: true, align: 'center' }))
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    borders: BORDERS,
    margins: { left: CELL_SIDE, right: CELL_SIDE, top: 30, bottom: 30, marginUnitType: WidthType.DXA },
    rows: [
      new TableRow({ children: head, tableHeader: true, cantSplit: true }),
      ...table.rows.map((cells) => row(cells, table.columns, look)),
    ],
  })
}

const isLong = (cells: readonly Run[]) => cells.some((run) => run.text.length > WHOLE_ROW_LETTERS)

function row(cells: readonly Run[], columns: readonly ReportColumn[], look: Look): TableRow {
  const children = columns.map((c, i) =>
    cell(cells[i] ?? { text: '' }, { look, i, isHead: false, align: c.align }),
  )
  return new TableRow({ children, cantSplit: !isLong(cells) })
}

interface CellPlace {
  readonly look: Look
  readonly i: number
  readonly isHead: boolean
  readonly align: ReportColumn['align']
}

function cell(run: Run, { look, i, isHead, align }: CellPlace): TableCell {
  const style = isHead ? look.styles.head : look.styles.text
  return new TableCell({
    width: { size: look.widths[i]!, type: WidthType.DXA },
    verticalAlign: isHead ? VerticalAlign.CENTER : look.vertical,
    children: [new Paragraph({ style, alignment: ALIGN[align], children: cellRuns(run) })],
  })
}
