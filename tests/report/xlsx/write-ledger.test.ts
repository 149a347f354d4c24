import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { read, utils } from '@e965/xlsx'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { LedgerRow } from '../../../src/domain/ledger-row.ts'
import { writeLedger } from '../../../src/report/xlsx/write-ledger.ts'

const row = (overrides: Partial<LedgerRow> = {}): LedgerRow => ({
  taskId: 1,
  document: '云政办〔2026〕5号',
  place: '第52项',
  section: '低空经济',
  text: '建设低空航线',
  leads: ['市交通运输局'],
  responsible: [],
  targets: '商业航线10条',
  readings: '商业航线8条（80%）',
  share: 0.8,
  pace: null,
  light: 'amber',
  state: '推进中',
  dueOn: '2026-12-31',
  report: '8条已开通',
  reportedOn: '2026-10-18',
  expectedFinish: null,
  difficulty: null,
  help: null,
  ...overrides,
})

async function ledger(...rows: readonly LedgerRow[]) {
  const out = new PassThrough()
  const [bytes] = await Promise.all([
    buffer(out),
    writeLedger(rows, { title: '任务台账', asOf: '2026-10-20', scope: '只含滞后任务' }, out),
  ])
  const sheet = read(bytes, { cellNF: true }).Sheets.任务台账!
  const xml = (name: string) => strFromU8(unzipSync(bytes)[name]!)
  const cell = (address: string) => sheet[address] as { t: string; v: unknown; z?: string; f?: string }
  return { sheet, cell, xml }
}

test('numbers are numbers, days are days, the rest is text', async () => {
  const { cell } = await ledger(row())
  expect([cell('A4').t, cell('A4').v]).toEqual(['n', 1])
  expect([cell('J4').t, cell('J4').v, cell('J4').z]).toEqual(['n', 0.8, '0.0%'])
  expect([cell('N4').t, cell('N4').v, cell('N4').z]).toEqual(['n', 46387, 'yyyy-mm-dd'])
  expect([cell('C4').t, cell('L4').v]).toEqual(['s', '黄灯'])
  expect(cell('K4')?.v).toBeUndefined()
})

test('what looks like a formula stays text, also when its cell is edited by hand', async () => {
  const risky = [
    '=1+1',
    '+86 27',
    '-5',
    '@SUM(A1)',
    '=HYPERLINK("http://x","y")',
    '0731',
    '420100197001011234',
  ]
  const { cell, xml } = await ledger(...risky.map((text) => row({ report: text })))
  for (const [i, text] of risky.entries())
    expect([cell(`O${i + 4}`).t, cell(`O${i + 4}`).v, cell(`O${i + 4}`).z]).toEqual(['s', text, '@'])
  expect(xml('xl/worksheets/sheet1.xml')).not.toContain('<f>')
})

test('5,000 letters in a cell, rare letters, marks and line breaks come back as they were', async () => {
  const long = `${'进'.repeat(4990)}㙓𠮷<&>"\n完`
  const { cell } = await ledger(row({ report: long, difficulty: '坏\u0000的\ud800' }))
  expect(cell('O4').v).toBe(long)
  expect(cell('R4').v).toBe('坏的\ufffd')
})

test('more than a cell of Excel holds is cut, and says so', async () => {
  const text = String((await ledger(row({ report: '长'.repeat(40_000) }))).cell('O4').v)
  expect(text).toHaveLength(32_767)
  expect(text).toMatch(/全文见系统）$/)
})

test('the sheet is set up for the screen and for paper', async () => {
  const { xml, sheet } = await ledger(row(), row({ taskId: 2 }))
  const page = xml('xl/worksheets/sheet1.xml')
  expect(page).toContain(
    '<pane xSplit="3" ySplit="3" topLeftCell="D4" activePane="bottomRight" state="frozen"/>',
  )
  expect(page).toContain('<autoFilter ref="A3:S5"/>')
  expect(page).toMatch(
    /<pageSetup paperSize="9" orientation="landscape"[^>]*fitToWidth="1" fitToHeight="0"\/>/,
  )
  expect(page).toContain('<pageSetUpPr fitToPage="1"/>')
  expect(page).toContain('第&amp;P页，共&amp;N页')
  expect([...page.matchAll(/<col /g)].length).toBeGreaterThan(0)
  expect(xml('xl/workbook.xml')).toContain('_xlnm.Print_Titles" localSheetId="0">&apos;任务台账&apos;!$3:$3<')
  expect(xml('xl/styles.xml')).toMatch(/wrapText="1"/)
  expect(utils.sheet_to_json(sheet, { header: 1 }).slice(0, 2)).toEqual([
    ['任务台账'],
    ['只含滞后任务　数据截至2026年10月20日'],
  ])
})

test('a ledger of nothing has its head', async () => {
  const { sheet } = await ledger()
  expect(sheet['!ref']).toBe('A1:S3')
})

test('rows are taken as they are written, not gathered first', async () => {
  let taken = 0
  let writtenAtHalf = 0
  const out = new PassThrough()
  let bytes = 0
  out.on('data', (chunk: Buffer) => {
    bytes += chunk.length
  })
  function* rows() {
    for (; taken < 12_000; taken++) {
      if (taken === 9000) writtenAtHalf = bytes
      yield row({ text: `第${taken}项：${Math.sin(taken)}` })
    }
  }
  await writeLedger(rows(), { title: '任务台账', asOf: '2026-10-20', scope: null }, out)
  expect(taken).toBe(12_000)
  expect(writtenAtHalf).toBeGreaterThan(10_000)
})
