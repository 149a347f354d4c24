import { describe, expect, test } from 'vitest'
import { extractDocuments } from '../../ingest/extract.ts'
import { extractionJson } from '../../ingest/json.ts'
import { readFile } from '../../ingest/read/read.ts'
import type { RawFile } from '../../ingest/types.ts'
import { PRINTERS } from './print-plan.ts'
import { type PlanTable, TABLE_PRINTERS } from './print-table.ts'

/** A plan and a table in every format they may come in: whatever the format, the same is read. */
const PLAN = [
  '云川市绿色低碳发展2026年工作方案',
  '为做好绿色低碳发展各项工作，制定本方案。',
  '一、工作目标',
  '到2026年底，非化石能源消费比重达到21%，新增绿色工厂18家以上，单位地区生产总值能耗下降3.2%。',
  '二、重点任务',
  '（一）推动产业低碳转型',
  '1.实施节能改造。推进重点用能单位节能改造，实施节能技改项目45个，年节能量达到12万吨标准煤，对能效低于基准水平的存量项目实行清单管理。（牵头单位：市经信局；责任单位：市发改委、市生态环境局，江北、江南区人民政府）',
  '2.培育绿色园区。新增省级绿色园区3家，6月底前完成园区循环化改造评估。（市经信局牵头，市商务局、各区人民政府配合）',
  '（二）发展绿色交通',
  '1.优化公交结构。更新新能源公交车320辆，建成公共充电桩2,600个。（责任单位：市交通运输局、市城管局、云川供电公司）',
  '2.完善慢行系统。建设城市绿道86公里、非机动车道40公里。（责任单位：市住建局）',
  '三、工作要求',
  '（一）加强调度。各责任单位每月25日前将工作进展报送市发改委，市发改委汇总后报市政府。',
  '（二）总结评估。12月10日前，各责任单位报送全年工作总结。',
]

async function read(file: RawFile): Promise<unknown> {
  const documents = extractDocuments(await readFile(file)).map(extractionJson)
  const text = JSON.stringify(documents, (key, value) =>
    ['source', 'units', 'deadlineSource', 'sources', 'warnings'].includes(key) ? undefined : value,
  )
  return JSON.parse(text)
}

const TABLE: PlanTable = {
  title: '云川市2026年民生实事任务分解表',
  head: ['序号', '重点任务', '具体内容', '牵头单位', '责任单位', '完成时限'],
  rows: [
    [
      '1',
      '扩大教育资源',
      '新建幼儿园6所，新增学位2160个。',
      '市教育局',
      '各区人民政府、市财政局',
      '2026年8月底前',
    ],
    ['2', null, '改造薄弱学校食堂24个。', '市教育局', '市市场监管局', '2026年11月底前'],
    [
      '3',
      '改善居住条件',
      '改造老旧小区58个；加装电梯120部。',
      '市住建局、市民政局',
      '江北、江南区人民政府',
      '2026年12月',
    ],
    ['4', '提升养老服务', '新增养老床位1500张，建成社区食堂40家。', '市民政局', '', '持续推进'],
    ['5', null, '开展适老化改造3,000户。', '市民政局', '市残联', '10月底'],
  ],
}

describe('one plan in every format', async () => {
  const wanted = await read(PRINTERS['UTF-8 text']!(PLAN) as RawFile)

  test('is read whole', () => {
    expect(wanted).toMatchObject([
      {
        title: PLAN[0],
        goals: [{ value: 21 }, { value: 18 }, { value: 3.2 }],
        duties: [{ recurrence: 'monthly' }, { to: '市政府' }, { due: '2026-12-10' }],
        tasks: [
          { path: ['二', '（一）', '1'], lead: ['市经信局'], metrics: [{ value: 45 }, { value: 12 }] },
          { path: ['二', '（一）', '2'], supporting: ['市商务局', '各区人民政府'], deadline: '2026-06-30' },
          { path: ['二', '（二）', '1'], metrics: [{ value: 320 }, { value: 2600 }] },
          { path: ['二', '（二）', '2'], responsible: ['市住建局'] },
        ],
      },
    ])
  })

  test.each(Object.entries(PRINTERS))('%s', async (_, print) => {
    expect(await read(await print(PLAN))).toEqual(wanted)
  })
})

describe('one task table in every format', async () => {
  const wanted = await read(await TABLE_PRINTERS.Word!(TABLE))

  test('is read whole', () => {
    expect(wanted).toMatchObject([
      {
        title: TABLE.title,
        tasks: [
          { no: 1, title: '扩大教育资源', lead: ['市教育局'], deadline: '2026-08-31' },
          { no: 2, title: '扩大教育资源', responsible: ['市市场监管局'], metrics: [{ value: 24 }] },
          { no: 3, lead: ['市住建局', '市民政局'], responsible: ['江北区人民政府', '江南区人民政府'] },
          { no: 4, responsible: [], deadline: null },
          { no: 5, title: '提升养老服务', deadline: '2026-10-31', metrics: [{ value: 3000 }] },
        ],
      },
    ])
  })

  test.each(Object.entries(TABLE_PRINTERS))('%s', async (_, print) => {
    expect(await read(await print(TABLE))).toEqual(wanted)
  })
})
