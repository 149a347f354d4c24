import { describe, expect, test } from 'vitest'
import { readDistrictGrid } from '../../../ingest/extract/table/district-grid.ts'
import { mapped } from '../../../src/text/mapped.ts'

const read = (caption: string, rows: readonly string[]) => {
  const cells = rows.map((row) => row.split(' ').map((cell) => mapped(cell)))
  const grid = { rows: cells, source: { start: 0, end: 1 }, marked: true, caption, unit: '个' }
  return readDistrictGrid(grid).map((i) => [i.by, i.name, i.period, i.target, i.note].join(' '))
}

describe('a row a district', () => {
  test.each([
    [
      '低空起降点建设任务分年度分区表',
      ['区 2025年 2026年 三年合计', '江北区 80 90 230', '合计 300 / 1000'],
      [
        '江北区 低空起降点 2025 80 ',
        '江北区 低空起降点 2026 90 ',
        '江北区 低空起降点  230 三年合计',
        '全市 低空起降点 2025 300 ',
        '全市 低空起降点 2026  ',
        '全市 低空起降点  1000 三年合计',
      ],
    ],
    [
      '附件2：2026年候车亭建设任务分解表',
      ['序号 区县 新建 合计 完成时限', '1 江北区 6 10 10月底', '2 临港区 5 8 11月底'],
      [
        '江北区 候车亭（新建） 2026 6 ',
        '江北区 候车亭 2026 10 ',
        '临港区 候车亭（新建） 2026 5 ',
        '临港区 候车亭 2026 8 ',
      ],
    ],
  ])('%s', (caption, rows, expected) => {
    expect(read(caption, rows)).toEqual(expected)
  })

  test.each([
    ['责任分工表', ['区 牵头领导 联系人', '江北区 张三 李四', '临港区 王五 赵六']],
    ['候车亭任务表', ['单位 数量', '市交通局 3', '市水务局 4']],
    ['候车亭任务表', ['区 数量', '江北区 3']],
    ['任务分解表', ['区 数量', '江北区 3', '临港区 4']],
    ['候车亭任务表', ['区 数量', '江北区 3', '备注说明 无', '另行通知 无', '其他 无']],
  ])('not: %s %j', (caption, rows) => {
    expect(read(caption, rows)).toEqual([])
  })
})
