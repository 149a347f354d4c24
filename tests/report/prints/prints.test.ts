import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { utils } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import type { Report, ReportPart } from '../../../src/domain/report.ts'
import { reportOf, SCENES } from '../scenes.ts'
import { bookOf, docxOf, outlineOf } from './outline.ts'

const golden = (name: string) => readFileSync(join(import.meta.dirname, 'golden', `${name}.txt`), 'utf8')

describe.each(SCENES)('$name', (scene) => {
  const report = reportOf(scene)

  test('what stands where (else: node tests/report/prints/record.ts)', async () => {
    expect(`${await outlineOf(report)}\n`).toBe(golden(scene.name))
  })

  test('every word is on paper, in order', async () => {
    const { outline } = await docxOf(report)
    const paper = squeezed(outline.join('\n'))
    let at = 0
    const missing = wordsOf(report).filter((words) => {
      const found = paper.indexOf(squeezed(words), at)
      if (found >= 0) at = found
      return found < 0
    })
    expect(missing).toEqual([])
  })

  test('every cell is in the workbook, numbers as numbers', async () => {
    const book = await bookOf(report)
    const tables = report.parts.filter((part) => part.kind === 'table')
    const sheets = book.SheetNames.slice(1).map((name) =>
      utils.sheet_to_json<readonly unknown[]>(book.Sheets[name]!, { header: 1, defval: '' }),
    )
    expect(sheets.map((rows) => rows.length >= 2)).toEqual(tables.map(() => true))
    for (const [i, table] of tables.entries()) {
      const body = sheets[i]!.slice(2, 2 + table.rows.length)
      expect(body.map((row) => row.map(shown))).toEqual(
        table.rows.map((row) => row.map((c) => shown(c.text))),
      )
    }
  })
})

const squeezed = (text: string) => text.replace(/[\s|#●⏎]|^\w*: /gm, '')

/** 38 and '38' read the same, 0.825 stands for 82.5%. */
function shown(value: unknown): string {
  const text = String(value).trim()
  const number = Number(text.replace(/[,%]/g, ''))
  if (text === '' || Number.isNaN(number)) return text
  return String(text.endsWith('%') ? number / 100 : number)
}

function wordsOf(report: Report): readonly string[] {
  return [report.title, ...report.parts.filter((p) => !isDropped(report, p)).flatMap(partWords)]
}

/** A chart may give way on one page. */
const isDropped = ({ kind }: Report, part: ReportPart) => kind === 'onePage' && part.kind === 'chart'

function partWords(part: ReportPart): readonly string[] {
  if (part.kind === 'heading') return [part.text]
  if (part.kind === 'paragraph') return [part.runs.map((r) => r.text).join('')]
  if (part.kind === 'figures') return part.figures.map((f) => f.value.text)
  return part.kind === 'table' ? part.rows.flatMap((row) => row.map((c) => c.text)) : [part.caption]
}
