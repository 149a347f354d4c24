import { PassThrough, type Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import exceljs from 'exceljs'
import { tabNames } from './cell.ts'
import type { Sheet } from './sheet.ts'
import { writeSheet } from './write-sheet.ts'

/** Writes sheets one after another into `out` and ends it. Holds a few hundred rows at a time, however many there are. */
export async function writeBook(sheets: readonly Sheet[], out: Writable): Promise<void> {
  const book = new exceljs.stream.xlsx.WorkbookWriter({
    stream: out,
    useStyles: true,
    useSharedStrings: false,
  })
  book.creator = '督办助手'
  const ended = finished(out)
  const tabs = tabNames(sheets.map((s) => s.name))
  for (const [i, sheet] of sheets.entries()) await writeSheet(book, sheet, tabs[i]!)
  await Promise.all([book.commit(), ended])
}

/** The same as bytes, for books small enough to be sent through a chat. */
export async function bookBytes(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const out = new PassThrough()
  const chunks: Buffer[] = []
  out.on('data', (chunk: Buffer) => chunks.push(chunk))
  await writeBook(sheets, out)
  return Buffer.concat(chunks)
}
