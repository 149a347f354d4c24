import type { Reply } from '../../src/domain/chat.ts'
import type { Block, Message, Row, Source } from '../../src/domain/message.ts'

/** Invented words of an invented city, enough to show every kind of block. */
export function source(over: Partial<Source> = {}): Source {
  return {
    documentId: 5,
    document: '云政办〔2026〕5号',
    title: '云川市2026年《政府工作报告》任务分解方案',
    path: ['二', '（三）', '41'],
    quote: '新建智能工厂12家。',
    start: 120,
    end: 150,
    ...over,
  }
}

export function message(blocks: readonly Block[], over: Partial<Message> = {}): Message {
  return {
    title: '市经信局牵头任务 · 12项',
    tone: 'plain',
    blocks,
    sources: [source(), source({ path: ['二', '（三）', '42'], start: 160, end: 190 })],
    assumptions: ['“经信局”按市经信局理解'],
    suggestions: ['哪些滞后', '和去年比'],
    ...over,
  }
}

export const reply = (m: Message, over: Partial<Reply> = {}): Reply => ({
  message: m,
  turn: 7,
  page: 0,
  ...over,
})

export const rows = (count: number, over: Partial<Row> = {}): readonly Row[] =>
  Array.from({ length: count }, (_, i) => ({
    lead: `第${i + 1}项`,
    text: `事项${i + 1}，目标**${i + 1}家**`,
    small: '已报 9 家（75%，序时 89%）',
    light: 'amber',
    source: i % 2,
    ...over,
  }))

export const EVERY_BLOCK: readonly Block[] = [
  { kind: 'text', text: '全市**12项**，截至11月21日 09:30。' },
  {
    kind: 'figures',
    figures: [
      { label: '推进正常', value: '7' },
      { label: '滞后', value: '3' },
      { label: '逾期', value: '1' },
    ],
  },
  { kind: 'heading', text: '任务清单' },
  { kind: 'rows', rows: rows(12), pageSize: 5 },
  { kind: 'quote', text: '41. 新建智能工厂12家，技改投资增长15%。', marked: '智能工厂12家', source: 0 },
  {
    kind: 'table',
    columns: ['单位', '任务', '完成率'],
    rows: [
      ['市经信局', '12', '75%'],
      ['市数据局', '8', '—'],
    ],
  },
  {
    kind: 'chart',
    spec: {
      type: 'bar',
      data: [{ id: 'd', values: [{ unit: '市经信局', share: 75 }] }],
      xField: 'unit',
      yField: 'share',
    },
    caption: '完成率与序时',
  },
  {
    kind: 'form',
    name: 'report52',
    fields: [
      { kind: 'input', name: 'value', label: '商业航线（条）', required: true, hint: '目标不少于10条' },
      { kind: 'input', name: 'note', label: '进展说明', lines: 3, value: '已开通8条' },
      {
        kind: 'select',
        name: 'state',
        label: '状态',
        required: true,
        value: 'ongoing',
        options: [
          { text: '推进中', value: 'ongoing' },
          { text: '已完成', value: 'done' },
        ],
      },
      { kind: 'date', name: 'finish', label: '预计完成', value: '2026-12-31' },
    ],
    submit: { text: '提交', action: { do: 'ask', q: '提交进展' }, confirm: '提交后由牵头单位审核' },
  },
  {
    kind: 'buttons',
    buttons: [
      { text: '只看滞后', action: { do: 'ask', q: '只看滞后' } },
      { text: '导出表格', action: { do: 'download', name: '任务.xlsx', url: '/files/1.xlsx' } },
    ],
  },
  {
    kind: 'fold',
    title: '查了哪些文件',
    blocks: [
      { kind: 'note', text: '3份文件的任务、附件表和全文' },
      { kind: 'table', columns: ['文件', '任务'], rows: [['云政办〔2026〕5号', '103']] },
      { kind: 'fold', title: '再往里', blocks: [{ kind: 'rows', rows: rows(2), pageSize: 5 }] },
    ],
  },
]
