import { utils, type WorkSheet, write } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { readFile } from '../../ingest/read/read.ts'
import type { RawFile } from '../../ingest/types.ts'
import { cells, kept, raw } from './raw.ts'

const ROWS = [
  ['云川市2026年任务清单'],
  ['序号', '领域', '任务', '牵头单位', '完成时限'],
  [1, '产业', '新建工厂12家', '市工信局', '2026年6月'],
  [2, null, '技改增长15%', '市发改局', '持续推进'],
]

function book(
  sheets: Readonly<Record<string, WorkSheet>>,
  hidden: readonly string[] = [],
  type: 'xlsx' | 'xls' = 'xlsx',
): RawFile {
  const workbook = utils.book_new()
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(workbook, sheet, name)
  workbook.Workbook = {
    Sheets: Object.keys(sheets).map((name) => ({ name, Hidden: hidden.includes(name) ? 1 : 0 })),
  }
  return raw(new Uint8Array(write(workbook, { type: 'buffer', bookType: type })), '清单')
}

function sheet(): WorkSheet {
  const made = utils.aoa_to_sheet(ROWS)
  made['!merges'] = [utils.decode_range('A1:E1'), utils.decode_range('B3:B4')]
  return made
}

describe('a workbook', () => {
  test.each(['xlsx', 'xls'] as const)(
    '%s: title as a line, rows as a table, merged cells repeated',
    async (type) => {
      const file = await readFile(book({ Sheet1: sheet() }, [], type))
      expect(file.format).toBe('xlsx')
      expect(kept(file)[0]).toBe('云川市2026年任务清单')
      expect(cells(file)).toEqual([
        ['序号', '领域', '任务', '牵头单位', '完成时限'],
        ['1', '产业', '新建工厂12家', '市工信局', '2026年6月'],
        ['2', '产业', '技改增长15%', '市发改局', '持续推进'],
      ])
    },
  )

  test('hidden sheets and rows are passed over, and it is said', async () => {
    const shown = sheet()
    shown['!rows'] = [{}, {}, {}, { hidden: true }]
    const file = await readFile(book({ 任务: shown, 底稿: utils.aoa_to_sheet([['机密', '数据']]) }, ['底稿']))
    expect(file.text).not.toContain('底稿')
    expect(file.text).not.toContain('技改')
    expect(file.warnings.map((w) => w.message.slice(0, 10))).toEqual([
      '已跳过1个隐藏的工作',
      '已跳过1个隐藏的行或',
    ])
  })

  test('dates are days', async () => {
    const made = utils.aoa_to_sheet([
      ['序号', '时限'],
      [1, null],
    ])
    made.B2 = { t: 'n', v: 46203, z: 'yyyy"年"m"月"d"日"' }
    const file = await readFile(book({ Sheet1: made }))
    expect(cells(file)[1]).toEqual(['1', '2026年6月30日'])
  })
})
