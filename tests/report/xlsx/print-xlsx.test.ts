import { read, utils } from '@e965/xlsx'
import { expect, test } from 'vitest'
import type { ReportPart } from '../../../src/domain/report.ts'
import { tabNames } from '../../../src/report/xlsx/cell.ts'
import { printXlsx } from '../../../src/report/xlsx/print-xlsx.ts'
import { bulletinParts, makeReport } from '../make-report.ts'

const open = async (parts: readonly ReportPart[]) =>
  read(await printXlsx(makeReport({ parts })), { cellNF: true })
const rowsOf = (book: Awaited<ReturnType<typeof open>>, name: string) =>
  utils.sheet_to_json<readonly unknown[]>(book.Sheets[name]!, { header: 1 })

test('a report becomes 概况 and a sheet for each table, figures as numbers', async () => {
  const book = await open(bulletinParts(2))
  expect(book.SheetNames).toEqual(['概况', '各领域任务进度', '滞后任务明细'])
  expect(rowsOf(book, '概况').slice(2, 9)).toEqual([
    ['项目', '内容'],
    ['任务总数', 103],
    ['已完成', 21],
    ['达到序时', 58],
    ['进度偏慢', 15],
    ['滞后或逾期', 9],
    ['总体情况', expect.stringMatching(/^本季度纳入督办的任务共103项，其中/)],
  ])
  expect(rowsOf(book, '各领域任务进度')).toEqual([
    ['各领域任务进度'],
    ['领域', '任务数', '已完成', '达到序时', '偏慢', '滞后'],
    ['夯实数字新基建', 38, 9, 22, 5, 2],
    ['壮大低空经济和未来产业', 41, 8, 24, 5, 4],
    ['改善民生', 24, 4, 12, 5, 3],
    ['注：完成率按各项指标中最慢的一项计算。'],
  ])
})

test('shares become percentages one can reckon with; words and codes stay words', async () => {
  const columns = ['完成率', '编号', '说明'].map((name) => ({ name, width: 1, align: 'right' as const }))
  const rows = [
    ['82.5%', '0731', '7项'].map((text) => ({ text })),
    ['1,200%', '一', '—'].map((text) => ({ text })),
  ]
  const sheet = (await open([{ kind: 'table', caption: '表', columns, rows, note: null }])).Sheets.表!
  expect([sheet.A3.v, sheet.A3.z, sheet.A4.v]).toEqual([0.825, '0.0%', 12])
  expect([sheet.B3.v, sheet.C3.v, sheet.C4.v]).toEqual(['0731', '7项', '—'])
})

test('an empty report is a readable book', async () => {
  const book = await open([])
  expect(book.SheetNames).toEqual(['概况'])
  expect(rowsOf(book, '概况')).toHaveLength(3)
})

test('tabs are named as Excel allows, none twice', () => {
  const long = '一'.repeat(40)
  expect(tabNames(['甲/乙', '甲/乙', '', long, long])).toEqual([
    '甲 乙',
    '甲 乙 2',
    '表',
    '一'.repeat(31),
    `${'一'.repeat(27)} 2`,
  ])
})
