import { setImmediate as breath } from 'node:timers/promises'
import type { DataValidation, Row, Style, stream, Worksheet } from 'exceljs'
import { makeCell } from './cell.ts'
import { columnStyle, HEAD, LINE, PAGE_FOOT, paper, TITLE } from './look.ts'
import type { Sheet, SheetColumn, SheetRow } from './sheet.ts'

/** Rows between two breaths: what is written drains, and a chat beside it is answered. */
const ROWS_AT_ONCE = 250
const HEIGHT = { title: 34, line: 20, head: 30, empty: 24 } as const

/** Writes one sheet. Rows are taken from their iterable as they are written, and let go of. */
export async function writeSheet(book: stream.xlsx.WorkbookWriter, sheet: Sheet, tab: string): Promise<void> {
  const headRow = sheet.lines.length + 2
  const made = book.addWorksheet(tab, {
    pageSetup: paper(headRow),
    headerFooter: { oddFooter: PAGE_FOOT },
    views: [{ state: 'frozen', xSplit: sheet.frozen, ySplit: headRow }],
  })
  made.columns = sheet.columns.map((c) => ({ width: c.width, hidden: c.isHidden === true }))
  writeTop(made, sheet)
  const last = await writeRows(made, sheet, headRow)
  const bottom = { row: last, column: sheet.columns.length }
  if (sheet.hasFilter) made.autoFilter = { from: { row: headRow, column: 1 }, to: bottom }
  for (const note of sheet.notes) banner(made, sheet, { text: note, style: LINE, height: null })
  made.commit()
}

function writeTop(made: Worksheet, sheet: Sheet): void {
  banner(made, sheet, { text: sheet.title, style: TITLE, height: HEIGHT.title })
  for (const text of sheet.lines) banner(made, sheet, { text, style: LINE, height: HEIGHT.line })
  const head = made.addRow(sheet.columns.map((c) => c.name))
  head.height = HEIGHT.head
  for (const [i] of sheet.columns.entries()) head.getCell(i + 1).style = HEAD
  head.commit()
}

interface Banner {
  readonly text: string
  readonly style: Partial<Style>
  readonly height: number | null
}

/** One line across all columns. */
function banner(made: Worksheet, { columns }: Sheet, { text, style, height }: Banner): void {
  const row = made.addRow([makeCell(text, 'text').value])
  row.getCell(1).style = style
  row.height = height ?? Math.min(300, HEIGHT.line * linesOf(text, columns))
  if (columns.length > 1) made.mergeCells(row.number, 1, row.number, columns.length)
  row.commit()
}

/** Excel gives merged cells no height of their own. */
function linesOf(text: string, columns: readonly SheetColumn[]): number {
  const width = columns.reduce((sum, c) => sum + (c.isHidden ? 0 : c.width), 0)
  return Math.max(1, Math.ceil((text.length * 2.2) / Math.max(4, width)))
}

/** Number of the last row written; that of the head where there is none. */
async function writeRows(made: Worksheet, sheet: Sheet, headRow: number): Promise<number> {
  const looks = sheet.columns.map(lookOf)
  let at = headRow
  let open: readonly Row[] = []
  let merge: { readonly first: number; readonly over: NonNullable<SheetRow['over']> } | null = null
  for (const row of sheet.rows) {
    open = [...open, writeRow(made, row, looks)]
    at++
    if (row.over !== undefined && row.over.rows > 1) merge = { first: at, over: row.over }
    if (merge !== null && at < merge.first + merge.over.rows - 1) continue
    if (merge !== null) mergeDown(open, { made, merge, columns: sheet.columns })
    for (const done of open) done.commit()
    merge = null
    open = []
    if ((at - headRow) % ROWS_AT_ONCE === 0) await breath()
  }
  for (const left of open) left.commit()
  return at
}

interface Merging {
  readonly made: Worksheet
  readonly merge: { readonly first: number; readonly over: NonNullable<SheetRow['over']> }
  readonly columns: readonly SheetColumn[]
}

/** Merges and gives the rows the height their longest cell needs, for Excel gives rows with merged cells none of their own. */
function mergeDown(rows: readonly Row[], { made, merge, columns }: Merging): void {
  const { first, over } = merge
  const inCell = (row: Row, c: number) => linesOf(row.getCell(c + 1).text, [columns[c]!])
  const whole = Math.max(...over.columns.map((c) => inCell(rows[0]!, c))) / over.rows
  for (const row of rows) {
    const own = columns.map((_, c) => (over.columns.includes(c) ? whole : inCell(row, c)))
    row.height = Math.min(400, Math.max(HEIGHT.empty, Math.ceil(Math.max(...own)) * 16))
  }
  for (const c of over.columns) made.mergeCells(first, c + 1, first + over.rows - 1, c + 1)
}

/** Styles are made once a column: exceljs knows them again by identity, and a ledger has a million cells. */
interface Look {
  readonly kind: SheetColumn['kind']
  readonly style: Partial<Style>
  readonly asText: Partial<Style>
  readonly validation: DataValidation | null
}

function lookOf(column: SheetColumn): Look {
  const style = columnStyle(column)
  return {
    kind: column.kind,
    style,
    asText: { ...style, numFmt: '@' },
    validation:
      column.choices === undefined
        ? null
        : {
            type: 'list',
            allowBlank: true,
            formulae: [`"${column.choices.join(',')}"`],
            showErrorMessage: false,
          },
  }
}

function writeRow(made: Worksheet, { cells }: SheetRow, looks: readonly Look[]): Row {
  const values = looks.map((look, i) => makeCell(cells[i] ?? null, look.kind))
  const row = made.addRow(values.map((v) => v.value))
  for (const [i, look] of looks.entries()) {
    const cell = row.getCell(i + 1)
    cell.style = values[i]!.isBareText ? look.asText : look.style
    if (look.validation !== null) cell.dataValidation = look.validation
  }
  // A row without a value is not written at all unless it has a height: its lines are there to be filled in.
  if (values.every((v) => v.value === null)) row.height = HEIGHT.empty
  return row
}
