import type { Report, ReportPart, Run } from '../../src/domain/report.ts'

/** A bulletin of an invented city, as large as asked: every kind of part, tables narrow and wide. */
export function makeReport(overrides: Partial<Report> = {}): Report {
  return {
    kind: 'quarterly',
    title: '关于2026年第三季度市《政府工作报告》目标任务办理情况的通报',
    subtitle: null,
    number: null,
    issuer: '云川市人民政府督查室',
    period: '2026Q3',
    asOf: '2026-10-20',
    issuedOn: '2026-10-22',
    addressees: ['各区人民政府', '市人民政府各部门', '各有关单位'],
    parts: bulletinParts(12),
    sources: [],
    machineWorded: false,
    ...overrides,
  }
}

const text = (words: string): Run => ({ text: words })
const figure = (words: string, value: number): Run => ({
  text: words,
  figure: { value, tasks: [1], progress: [] },
})

export const TEXT =
  '商业航线累计开通8条，完成年度目标的80%，序时进度75%；治理类航线开通905条。江北、临港两区起降点用地尚未批复，市交通运输局已会同市自然资源和城乡建设局现场踏勘。'

/** Parts of a bulletin with `tasks` lines in its wide table. */
export function bulletinParts(tasks: number): readonly ReportPart[] {
  return [
    { kind: 'heading', level: 1, text: '总体情况' },
    {
      kind: 'paragraph',
      lead: true,
      runs: [
        text('本季度纳入督办的任务共'),
        figure('103项', 103),
        text('，其中已完成'),
        figure('21项', 21),
        text('，达到序时进度'),
        figure('58项', 58),
        text('，进度偏慢'),
        figure('15项', 15),
        text('，滞后或逾期'),
        figure('9项', 9),
        text('。应报送单位60家，按期报送51家，逾期报送5家，至今未报送4家。'),
      ],
    },
    {
      kind: 'figures',
      figures: [
        { label: '任务总数', value: figure('103', 103) },
        { label: '已完成', value: figure('21', 21) },
        { label: '达到序时', value: figure('58', 58) },
        { label: '进度偏慢', value: figure('15', 15) },
        { label: '滞后或逾期', value: figure('9', 9) },
      ],
    },
    { kind: 'heading', level: 2, text: '分领域情况' },
    sectionsTable,
    lightsChart,
    { kind: 'heading', level: 1, text: '滞后和逾期任务' },
    { kind: 'heading', level: 2, text: '低空经济' },
    { kind: 'heading', level: 3, text: '第52项　建设低空航线' },
    { kind: 'paragraph', runs: [text(TEXT)] },
    { kind: 'heading', level: 4, text: '需要协调的事项' },
    {
      kind: 'paragraph',
      runs: [text('起降点用地指标2件，建议由市自然资源和城乡建设局于10月底前研究答复。')],
    },
    { kind: 'heading', level: 1, text: '任务明细' },
    ledgerTable(tasks),
    { kind: 'heading', level: 1, text: '下一步工作' },
    {
      kind: 'paragraph',
      runs: [text('各牵头单位要对照序时进度倒排工期，于11月20日前将滞后任务的整改情况报市人民政府督查室。')],
    },
  ]
}

const sectionsTable: ReportPart = {
  kind: 'table',
  caption: '各领域任务进度',
  columns: [
    { name: '领域', width: 4, align: 'left' },
    { name: '任务数', width: 1.2, align: 'right' },
    { name: '已完成', width: 1.2, align: 'right' },
    { name: '达到序时', width: 1.4, align: 'right' },
    { name: '偏慢', width: 1, align: 'right' },
    { name: '滞后', width: 1, align: 'right' },
  ],
  rows: [
    ['夯实数字新基建', '38', '9', '22', '5', '2'],
    ['壮大低空经济和未来产业', '41', '8', '24', '5', '4'],
    ['改善民生', '24', '4', '12', '5', '3'],
  ].map((row) => row.map(text)),
  note: '完成率按各项指标中最慢的一项计算。',
}

const lightsChart: ReportPart = {
  kind: 'chart',
  caption: '各领域任务进度分布（项）',
  spec: {
    type: 'bar',
    direction: 'horizontal',
    data: [
      {
        id: 'lights',
        values: ['夯实数字新基建', '壮大低空经济和未来…', '改善民生'].flatMap((group, i) => [
          { group, sort: '达到序时进度', count: 31 - i * 6 },
          { group, sort: '滞后或逾期', count: 2 + i },
        ]),
      },
    ],
    xField: 'count',
    yField: 'group',
    seriesField: 'sort',
    stack: true,
    color: { type: 'ordinal', domain: ['达到序时进度', '滞后或逾期'], range: ['#2BA471', '#D54941'] },
    legends: { visible: true, orient: 'bottom', item: { spaceCol: 18 } },
    label: { visible: true, position: 'inside' },
  },
  data: '夯实数字新基建38项；壮大低空经济和未来产业41项；改善民生24项',
}

function ledgerTable(tasks: number): ReportPart {
  return {
    kind: 'table',
    caption: '滞后任务明细',
    columns: [
      { name: '序号', width: 1, align: 'center' },
      { name: '任务', width: 6, align: 'left' },
      { name: '牵头单位', width: 3, align: 'left' },
      { name: '目标', width: 3, align: 'left' },
      { name: '完成', width: 3, align: 'left' },
      { name: '进度', width: 1.6, align: 'left' },
      { name: '时限', width: 2.4, align: 'center' },
      { name: '进展和困难', width: 8, align: 'left' },
    ],
    rows: Array.from({ length: tasks }, (_, i) => [
      text(String(i + 1)),
      text(`第${i + 1}项　建设低空航线，商业航线10条以上、治理类航线1000条以上`),
      text(i % 5 === 0 ? '市自然资源和城乡建设局' : '市交通运输局'),
      text('商业航线10条；治理类1000条'),
      text('商业航线8条（80%）'),
      { text: i % 3 === 0 ? '红' : '黄', light: i % 3 === 0 ? 'red' : 'amber' },
      text('2026年12月'),
      text(i % 7 === 0 ? TEXT.repeat(4) : TEXT),
    ]),
    note: null,
  }
}
