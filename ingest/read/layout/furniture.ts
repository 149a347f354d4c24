import { type Page, type Row, rowText } from './page.ts'

/** Share of the page, at top and at bottom, where heads, feet and page numbers stand. */
const MARGIN = 0.12
const MIN_REPEATS = 3
const REPEAT_SHARE = 0.3

const PAGE_NUMBER = /^(?:第?[-—–―－·.\s]*#+[-—–―－·.\s]*页?|第#+页[,，/]?共#+页|#+\/#+|page#+(?:of#+)?)$/i

/** Rows of furniture: page numbers in the margins, and words that many pages repeat there. */
export function findFurniture(
  pages: readonly { readonly page: Page; readonly rows: readonly Row[] }[],
): ReadonlySet<Row> {
  const found = new Set<Row>()
  const repeats = new Map<string, Row[]>()
  for (const { page, rows } of pages) {
    for (const row of rows) {
      const key = keyOf(row)
      const isEdge = row === rows[0] || row === rows.at(-1)
      const isMargin = row.y < page.height * MARGIN || row.y > page.height * (1 - MARGIN)
      if ((isEdge || isMargin) && PAGE_NUMBER.test(key)) found.add(row)
      else if (isMargin) repeats.set(key, [...(repeats.get(key) ?? []), row])
    }
  }
  const enough = Math.max(MIN_REPEATS, pages.length * REPEAT_SHARE)
  for (const rows of repeats.values()) if (rows.length >= enough) for (const row of rows) found.add(row)
  return found
}

/** Digits differ from page to page, the rest does not. */
function keyOf(row: Row): string {
  return rowText(row).normalize('NFKC').replace(/\s/g, '').replace(/\d+/g, '#')
}
