import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { expect, test } from 'vitest'
import { readFormsFile } from '../../../ingest/forms.ts'

const cell = (text: string, rowSpan?: number) =>
  new TableCell({ children: [new Paragraph(text)], ...(rowSpan ? { rowSpan } : {}) })

async function docx(lines: readonly string[], rows: readonly (readonly TableCell[])[]): Promise<Uint8Array> {
  const table = new Table({ rows: rows.map((cells) => new TableRow({ children: [...cells] })) })
  const children = [...lines.map((line) => new Paragraph(line)), table]
  return Packer.toBuffer(new Document({ sections: [{ children }] }))
}

test('a Word table with merged cells is read like a sheet', async () => {
  const bytes = await docx(
    ['附表3', '责任事项完成情况（2026年第三季度）', '填报单位：市交通运输局'],
    [
      ['序号', '目标任务', '指标', '完成值', '完成情况', '需协调事项'].map((text) => cell(text)),
      [
        cell('52', 2),
        cell('建设低空航线', 2),
        cell('商业航线'),
        cell('8条'),
        cell('8条已开通', 2),
        cell('无', 2),
      ],
      [cell('治理类航线'), cell('905')],
      ['53', '改造站台', '', '', '完成招标', '用地指标24亩'].map((text) => cell(text)),
    ],
  )
  const { forms } = await readFormsFile({ name: '完成情况.docx', bytes }, { today: '2026-10-20' })
  expect(forms).toMatchObject([
    {
      kind: 'completion',
      unit: '市交通运输局',
      period: '2026Q3',
      unread: [],
      rows: [
        {
          task: { no: 52 },
          metrics: [
            { name: '商业航线', value: 8 },
            { name: '治理类航线', value: 905 },
          ],
          text: '8条已开通',
          help: '',
        },
        { task: { no: 53 }, metrics: [], text: '完成招标', help: '用地指标24亩' },
      ],
    },
  ])
})

test('a Word file without our tables gives no form; a broken file is refused with its code', async () => {
  const bytes = await docx(
    ['关于召开会议的通知，请各单位准时参加。'],
    [
      [cell('时间'), cell('地点')],
      [cell('9时'), cell('会议室')],
    ],
  )
  const when = { today: '2026-10-20' }
  expect((await readFormsFile({ name: 'a.docx', bytes }, when)).forms).toEqual([])
  const broken = { name: 'b.xlsx', bytes: bytes.slice(0, 300) }
  await expect(readFormsFile(broken, when)).rejects.toMatchObject({ code: expect.stringMatching(/^file-/) })
})
