import { type TextBuilder, textBuilder } from '../build.ts'
import { readingOrder } from './columns.ts'
import { findFurniture } from './furniture.ts'
import { type Page, type Row, rowText } from './page.ts'
import { rowsOf } from './rows.ts'
import { type RuledTable, ruledTables } from './ruled.ts'

/** Distance between baselines, in characters, beyond which a blank line is printed. */
const PARAGRAPH_GAP = 2.6

interface Laid {
  readonly page: Page
  readonly rows: readonly Row[]
  readonly tables: readonly RuledTable[]
}

/** Pages of placed words → text in reading order, with tables, and furniture marked for dropping. */
export function printPages(pages: readonly Page[]): TextBuilder {
  const out = textBuilder()
  const laid = pages.map(layOut)
  const furniture = findFurniture(laid)
  for (const page of laid) printPage(page, { furniture, out })
  return out
}

function layOut(page: Page): Laid {
  const tables = ruledTables(page)
  const free = page.pieces.filter((p) => !tables.some((t) => t.pieces.has(p)))
  return { page, rows: rowsOf(free), tables }
}

function printPage(
  laid: Laid,
  how: { readonly furniture: ReadonlySet<Row>; readonly out: TextBuilder },
): void {
  const { furniture, out } = how
  const body = readingOrder(laid.rows.filter((r) => !furniture.has(r)))
  const waiting = laid.tables.toSorted((a, b) => a.top - b.top)
  const margins = laid.rows.filter((r) => furniture.has(r))
  const middle = laid.page.height / 2
  for (const row of margins.filter((r) => r.y < middle)) out.droppedLine(rowText(row))
  let last: Row | null = null
  for (const row of body) {
    while (waiting[0] && waiting[0].top < row.y) out.table(waiting.shift()!.grid)
    if (last && row.y - last.y > PARAGRAPH_GAP * Math.max(row.size, last.size)) out.line('')
    printRow(row, out)
    last = row
  }
  for (const table of waiting) out.table(table.grid)
  for (const row of margins.filter((r) => r.y >= middle)) out.droppedLine(rowText(row))
}

/** Some printers draw the point of 1.2 as a picture: the text layer then holds a gap between two digits. */
const LOST_POINT = /[0-9０-９][\s\ue000-\uf8ff]+[0-9０-９]/

/** The gap is closed, so that the figure behind the lost point is not taken for a number of its own. */
const POINT_GAP = /(?<=[0-9０-９][\ue000-\uf8ff])\s+(?=[0-9０-９])/g

function printRow(row: Row, out: TextBuilder): void {
  const text = rowText(row).replace(POINT_GAP, '')
  if (LOST_POINT.test(text)) out.warn(`“${text.slice(0, 30)}”中两个数字之间有空隙，可能缺小数点，请核对原文`)
  out.line(text)
}
