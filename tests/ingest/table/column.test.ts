import { describe, expect, test } from 'vitest'
import { columnKind, columnsOf } from '../../../ingest/extract/table/column.ts'

const KINDS: readonly (readonly [string | null, readonly string[]])[] = [
  ['no', ['序号', '编号', '序 号']],
  ['section', ['领域', '类别', '任务类别', '工作领域', '维度']],
  ['title', ['重点工作', '工作任务', '任务', '项目名称', '主要任务', '事项', '民生实事', '目标任务']],
  ['text', ['任务内容', '工作内容', '具体任务', '具体措施', '工作举措', '主要内容']],
  [
    'lead',
    [
      '牵头单位',
      '牵头部门',
      '主办单位',
      '牵头责任单位',
      '第一责任单位',
      '主要责任单位',
      '市级牵头单位',
      '牵头单位（部门）',
    ],
  ],
  ['responsible', ['责任单位', '责任部门', '承办单位', '落实单位', '实施主体', '责任主体', '牵头及责任单位']],
  ['supporting', ['配合单位', '协办单位', '参与单位', '配合部门', '协同单位', '配合责任单位']],
  ['deadline', ['完成时限', '时限要求', '完成时间', '时间节点', '办结期限']],
  ['person', ['责任领导', '分管领导', '责任人', '联系人']],
  ['goal', ['年度目标', '工作目标', '预期成果']],
  ['other', ['备注', '资金来源', '进展情况']],
  [null, ['推进5G基站建设。', '市发展改革委', '2026年12月', '1', '']],
]

describe('heads of columns', () => {
  test.each(KINDS.flatMap(([kind, heads]) => heads.map((head) => ({ kind, head }))))(
    '$head → $kind',
    ({ kind, head }) => {
      expect(columnKind(head)).toBe(kind)
    },
  )
})

const TABLES: readonly (readonly [string | null, readonly string[]])[] = [
  [
    'no section title text lead supporting deadline',
    ['序号', '领域', '重点工作', '任务内容', '牵头单位', '配合单位', '完成时限'],
  ],
  ['lead text no deadline', ['牵头部门', '工作任务', '序号', '完成时间']],
  ['no title text responsible', ['序号', '主要任务', '具体内容', '责任单位']],
  ['no text deadline', ['序号', '任务', '时限']],
  ['no title text lead', ['序号', '改革专题', '工作内容', '牵头单位']],
  ['no title text lead person', ['序号', '实事项目', '目标任务', '牵头单位', '责任领导']],
  ['no text lead person', ['编号', '目标任务', '牵头单位', '分管领导']],
  [null, ['序号', '姓名', '职务', '电话']],
  [null, ['指标', '单位', '目标值']],
  [null, ['序号', '任务']],
  [null, ['序号', '企业名称', '金额', '所在区']],
]

describe('rows of heads', () => {
  test.each(TABLES.map(([kinds, heads]) => ({ kinds, heads })))('$heads', ({ kinds, heads }) => {
    expect(
      columnsOf(heads)
        ?.map((c) => c.kind)
        .join(' ') ?? null,
    ).toBe(kinds)
  })
})
