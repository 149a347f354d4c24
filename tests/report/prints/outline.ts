import { read, utils } from '@e965/xlsx'
import { cardOf, pageCount } from '../../../src/cards/print.ts'
import { reportMessage } from '../../../src/cards/report/report-message.ts'
import type { Report } from '../../../src/domain/report.ts'
import { printDocx } from '../../../src/report/docx/print-docx.ts'
import { printXlsx } from '../../../src/report/xlsx/print-xlsx.ts'
import { openDocx } from '../docx/open-docx.ts'

/** The smallest PNG: one white dot. Pictures are looked at, not compared. */
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=',
  'base64',
)

export const docxOf = async (report: Report) =>
  openDocx(await printDocx(report, { draw: async () => DOT, redHead: null }))

export const bookOf = async (report: Report) => read(await printXlsx(report), { cellNF: true })

const LONGEST = 20
const clipped = (line: string) => (line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line)

/** A report in its three prints, line by line, each line in its first words: what stands where, and as what. */
export async function outlineOf(report: Report): Promise<string> {
  const docx = (await docxOf(report)).outline
  return ['── docx', ...docx, '── xlsx', ...(await sheets(report)), '── card', ...cards(report)]
    .map(clipped)
    .join('\n')
}

async function sheets(report: Report): Promise<readonly string[]> {
  const book = await bookOf(report)
  return book.SheetNames.flatMap((name) => {
    const rows = utils.sheet_to_json<readonly unknown[]>(book.Sheets[name]!, { header: 1 })
    return [`[${name}]`, ...rows.map((row) => [...row].map((v) => JSON.stringify(v ?? null)).join(' | '))]
  })
}

function cards(report: Report): readonly string[] {
  const message = reportMessage(report)
  const links = () => ''
  return Array.from({ length: pageCount({ message, turn: 1, page: 0 }, links) }, (_, page) => {
    const { elements } = cardOf({ message, turn: 1, page }, links).body
    return [
      `page ${page + 1}`,
      ...elements.map((e) => `${e.tag}: ${'content' in e ? e.content.replace(/\n/g, '⏎') : ''}`),
    ]
  }).flat()
}
