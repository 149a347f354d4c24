import { expect, test } from 'vitest'
import { extractDocuments } from '../../ingest/extract.ts'
import { textFile } from './read-case.ts'

const warnings = (...lines: string[]) =>
  extractDocuments(textFile(['云川市2026年工作要点', ...lines].join('\n'))).flatMap((d) =>
    d.warnings.map((w) => w.message),
  )

test('a number that is skipped is asked about', () => {
  const unit = '（责任单位：市数据局）'
  expect(warnings(`1.建成平台。${unit}`, `2.建成中心。${unit}`, `5.建成园区。${unit}`)).toEqual([
    '序号不连续，第3—4项没有读出，请核对原文',
  ])
  expect(warnings(`1.建成平台。${unit}`, `2.建成中心。${unit}`)).toEqual([])
})

test('an item without units among items with units is asked about', () => {
  expect(
    warnings(
      '一、建设',
      '1.建成平台。（责任单位：市数据局）',
      '2.建成中心。',
      '3.建成园区。（责任单位：市经信局）',
    ),
  ).toEqual(['“建成中心。”一项没有读到责任单位，请核对原文'])
})

test('a plan that names no units at all is not asked about', () => {
  expect(warnings('一、重点任务', '1.建成平台。', '2.建成中心。', '3.建成园区。')).toEqual([])
})
