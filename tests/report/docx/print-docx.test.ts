import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Report, ReportPart } from '../../../src/domain/report.ts'
import { AppError } from '../../../src/errors.ts'
import { printDocx } from '../../../src/report/docx/print-docx.ts'
import { shares } from '../../../src/report/docx/widths.ts'
import { bulletinParts, makeReport } from '../make-report.ts'
import { openDocx } from './open-docx.ts'

/** The smallest PNG: one white dot. */
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=',
  'base64',
)
const draw = async () => DOT
const print = async (report: Report, redHead: string | null = null) =>
  openDocx(await printDocx(report, { draw, redHead }))
const withParts = (...parts: readonly ReportPart[]) => makeReport({ parts })
const paragraph = (text: string): ReportPart => ({ kind: 'paragraph', runs: [{ text }] })

test('the page is A4 with 37, 35, 28 and 26 mm, 22 lines, and a foot for odd and even pages', async () => {
  const { part } = await print(makeReport())
  const xml = part('word/document.xml')
  expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>')
  expect(xml).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/)
  expect(xml).toContain('<w:docGrid w:type="lines" w:linePitch="579" w:charSpace="-849"/>')
  expect(xml).toMatch(/footerReference w:type="default".*footerReference w:type="even"/)
  expect(part('word/settings.xml')).toContain('<w:evenAndOddHeaders/>')
  expect(part('word/footer1.xml')).toMatch(/w:jc w:val="right".*PAGE/s)
  expect(part('word/footer2.xml')).toMatch(/w:jc w:val="left".*PAGE/s)
})

test('type is that of official documents, Latin in Times New Roman, with names to fall back on', async () => {
  const { part } = await print(makeReport())
  const styles = part('word/styles.xml')
  const fontOf = (id: string) =>
    new RegExp(`styleId="${id}".*?(?:w:eastAsia="(?<font>[^"]+)"|</w:style>)`).exec(styles)?.groups?.font
  expect(['DocTitle', 'Heading1', 'Heading2', 'Heading3', 'TableHead'].map(fontOf)).toEqual([
    '方正小标宋简体',
    '黑体',
    '楷体_GB2312',
    '仿宋_GB2312',
    '黑体',
  ])
  expect(styles).toMatch(/rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman"[^>]*w:eastAsia="仿宋_GB2312"/)
  expect(styles).toMatch(/styleId="DocTitle".*?<w:sz w:val="44"\/>/)
  expect(styles).toMatch(/docDefaults>.*<w:sz w:val="32"\/>.*w:line="579" w:lineRule="exact"/)
  expect(part('word/fontTable.xml')).toMatch(/w:name="仿宋_GB2312"><w:altName w:val="仿宋,FangSong/)
})

const GOLDEN = new URL('./golden/bulletin.txt', import.meta.url)

test('a bulletin, word for word', async () => {
  const source = { documentId: 1, title: '任务分解', path: ['二'], quote: '', start: 0, end: 1 }
  const sources = [{ ...source, document: '云政办〔2026〕5号' }]
  const report = makeReport({ number: '督查通报〔2026〕3号', parts: bulletinParts(3), sources })
  const text = (await print(report, '云川市人民政府督查室文件')).outline.join('\n')
  if (!existsSync(GOLDEN)) writeFileSync(GOLDEN, `${text}\n`)
  expect(`${text}\n`).toBe(readFileSync(GOLDEN, 'utf8'))
})

test('an empty report is a whole document: title, date, as-of day', async () => {
  const { outline } = await print(makeReport({ title: '空', addressees: [], parts: [] }))
  expect(outline.filter((line) => line !== ': ')).toEqual([
    'DocTitle: 空',
    ': 云川市人民政府督查室',
    ': 2026年10月22日',
    'DocBody: （数据截至2026年10月20日）',
  ])
})

test('a hundred heads and a table without columns are printed all the same', async () => {
  const heads = Array.from(
    { length: 100 },
    (_, i): ReportPart => ({ kind: 'heading', level: 1, text: `第${i + 1}` }),
  )
  const { outline } = await print(withParts(...heads, tableOf(0, [])))
  expect(outline).toContain('Heading1: 九十九、第99')
  expect(outline).toContain('Heading1: 100、第100')
})

test('what XML cannot hold is left out; marks, rare letters and line breaks stay', async () => {
  const { outline, part } = await print(withParts(paragraph('㙓𠮷\u0000\u0008 <b>&"\n第二行\ud800')))
  expect(outline).toContain('DocBody: 㙓𠮷 <b>&"⏎第二行\ufffd')
  expect(part('word/document.xml')).toContain('&lt;b&gt;&amp;')
})

const column = { width: 1, align: 'left' } as const
const tableOf = (columns: number, cells: readonly string[]): ReportPart => ({
  kind: 'table',
  caption: null,
  columns: Array.from({ length: columns }, (_, i) => ({ ...column, name: `列${i + 1}` })),
  rows: [cells.map((text) => ({ text }))],
  note: null,
})

test('a row of 5,000 letters may break over the page, a short one may not; heads come again', async () => {
  const rowsOf = async (text: string) =>
    [
      ...(await print(withParts(tableOf(2, ['1', text]))))
        .part('word/document.xml')
        .matchAll(/<w:tr>.*?<\/w:tr>/gs),
    ].map(([row]) => [row.includes('<w:tblHeader'), row.includes('<w:cantSplit/>')])
  expect(await rowsOf('长'.repeat(5000))).toEqual([
    [true, true],
    [false, false],
  ])
  expect(await rowsOf('短')).toEqual([
    [true, true],
    [false, true],
  ])
})

test('a table of eight columns is laid across with its heading, and the text after it stands upright', async () => {
  const heading = (text: string): ReportPart => ({ kind: 'heading', level: 1, text })
  const wide = tableOf(8, ['一'])
  const { outline } = await print(
    withParts(paragraph('前'), heading('明细'), wide, heading('下一步'), paragraph('后')),
  )
  const at = (words: string) => outline.findIndex((line) => line.includes(words))
  expect(at('[end of portrait pages]')).toBeLessThan(at('一、明细'))
  expect(at('一、明细')).toBeLessThan(at('[end of landscape pages]'))
  expect(at('[end of landscape pages]')).toBeLessThan(at('二、下一步'))
  expect(at('二、下一步')).toBeGreaterThan(-1)
})

test('a chart that cannot be drawn is told in words; another failure is not swallowed', async () => {
  const report = makeReport({ parts: bulletinParts(0) })
  const failing = (error: Error) => printDocx(report, { redHead: null, draw: () => Promise.reject(error) })
  const { outline } = openDocx(await failing(new AppError('bad-request', '图表没有画出来')))
  expect(outline.some((line) => /各领域任务进度分布（项）：夯实数字新基建38项/.test(line))).toBe(true)
  await expect(failing(new Error('disk full'))).rejects.toThrow('disk full')
})

test('103 tasks are printed within two seconds', async () => {
  const start = performance.now()
  await print(makeReport({ parts: bulletinParts(103) }))
  expect(performance.now() - start).toBeLessThan(2000)
})

const many = (count: number): readonly ReportPart[] => [
  ...bulletinParts(0).filter((part) => part.kind === 'chart'),
  ...Array.from({ length: count }, () => paragraph('低空航线任务落后序时进度，用地指标没有落实。'.repeat(4))),
]
const onePage = (count: number) => makeReport({ kind: 'onePage', title: '要情', parts: many(count) })

test('one page is set as large as fits; where even small type is too much the chart gives way', async () => {
  const bodySize = async (count: number) =>
    /docDefaults>.*?<w:sz w:val="(\d+)"/.exec((await print(onePage(count))).part('word/styles.xml'))?.[1]
  expect([await bodySize(3), await bodySize(13)]).toEqual(['24', '21'])
  const pictures = async (count: number) =>
    (await print(onePage(count))).outline.filter((line) => line.includes('[picture]')).length
  expect([await pictures(3), await pictures(16)]).toEqual([1, 0])
  expect((await print(onePage(3))).part('word/document.xml')).not.toContain('w:type="lines"')
})

test('a date is not broken in a narrow column, and a head of five letters stands in one line', () => {
  const columns = [
    { name: '任务', width: 20, align: 'left' as const },
    { name: '暂不能判断', width: 1, align: 'left' as const },
    { name: '时限', width: 1, align: 'left' as const },
  ]
  const widths = shares(columns, {
    cells: [['甲'], ['1'], ['2026-12-31']],
    whole: 9000,
    letter: 210,
    sides: 160,
  })
  expect(widths).toEqual([6460, 1270, 1270])
  expect(shares(columns, { cells: [], whole: 1000, letter: 210, sides: 160 }).reduce((a, b) => a + b)).toBe(
    1000,
  )
})
