import { describe, expect, test } from 'vitest'
import { readForms } from '../../../ingest/forms/read-forms.ts'
import type { FilledForm, FormKind } from '../../../src/domain/form.ts'
import { gridOf, type Written } from './grid.ts'

const today = '2026-10-20'
const read = (rows: readonly (readonly Written[])[], above: readonly string[] = []) =>
  readForms([gridOf(rows, above)], { today }).forms[0]

function readAs<K extends FormKind>(kind: K, ...args: Parameters<typeof read>) {
  const form = read(...args)
  if (form?.kind !== kind) throw new Error(`read as ${form?.kind}`)
  return form as Extract<FilledForm, { readonly kind: K }>
}

describe('a form is known by its heads, in whatever order and words', () => {
  const cases: readonly (readonly [FormKind | null, readonly string[]])[] = [
    ['handlingPlan', ['序号', '目标任务', '具体措施', '完成时限', '分管负责人']],
    ['handlingPlan', ['分管领导', '完成时间\n（具体到月）', '工作举措', '任务内容', '序号']],
    ['handlingPlan', ['项次', '责任事项', '细化分解', '时间节点', '责任人', '联系电话']],
    ['contacts', ['单位', '姓名', '职务', '办公电话', '手机号码']],
    ['contacts', ['序号', '联络员', '处室', '联系方式']],
    ['completion', ['序号', '目标任务', '牵头单位', '完成情况', '存在问题']],
    ['completion', ['任务编号', '累计完成', '目标值', '指标名称', '推进情况']],
    [null, ['序号', '板块', '任务数', '已完成']],
    [null, ['姓名', '成绩']],
    [null, ['序号', '目标任务']],
    [null, ['年份', '江北区', '临港区']],
    [null, ['序号', '项目名称', '总投资', '进展情况']],
  ]
  test.each(cases)('%s: %j', (kind, heads) => {
    expect(read([['一张表'], heads, heads.map(() => '1')])?.kind ?? null).toBe(kind)
  })

  test('a list of projects is a form only under the form’s own title; an exported ledger is none', () => {
    const projects = [
      ['序号', '项目名称', '进展情况'],
      [1, '云溪大桥', '主塔封顶'],
    ]
    expect(read(projects, ['附表3 责任事项完成情况'])?.kind).toBe('completion')
    expect(read(projects, ['重大项目进度'])).toBeUndefined()
    const ledger = [
      ['序号', '任务内容', '完成值', '最近一次进展'],
      [1, '建设低空航线', '8条', '已开通'],
    ]
    expect(read(ledger, ['重点任务台账'])).toBeUndefined()
    expect(read(ledger)?.kind).toBe('completion')
  })

  test('a head of two rows, the upper split below', () => {
    const form = readAs('contacts', [
      ['单位', '姓名', '联系方式', '<'],
      ['^', '^', '办公电话', '手机'],
      ['市水务局', '李娟', '8888-2001', 13800000002],
    ])
    expect(form.rows[0]).toMatchObject({ name: '李娟', officePhone: '8888-2001', mobile: '13800000002' })
  })
})

const HEADS = ['序号', '目标任务', '指标', '计量单位', '完成值', '完成状态', '完成情况', '预计完成时间']

describe('完成情况', () => {
  test('unit and period from the lines above, values from numbers and words', () => {
    const form = readAs(
      'completion',
      [
        HEADS,
        [52, '建设低空航线', '商业航线', '条', 8, '推进中', '8条已开通', { day: '2026-12-20' }],
        ['^', '^', '治理类航线', '条', '约905条', '^', '^', '^'],
        [53, '建数据中心', '机架', '个', '1.2万', '已完成', '', ''],
      ],
      ['附表3', '2026年第三季度责任事项完成情况', '填报单位：市交通运输局　　填报人：张航'],
    )
    expect(form).toMatchObject({ unit: '市交通运输局', period: '2026Q3', unread: [], blank: [] })
    expect(
      form.rows.map((r) => [r.task.no, r.metrics.map((m) => m.value), r.state, r.expectedFinish]),
    ).toEqual([
      [52, [8, 905], 'ongoing', '2026-12-20'],
      [53, [12_000], 'done', null],
    ])
  })

  test('what cannot be read is listed with its place, and nothing is guessed', () => {
    const form = readAs('completion', [
      HEADS,
      [1, '甲', '投资', '亿元', '9000万元', '差不多', '在推进', '春节以后看'],
      [2, '乙', '企业', '家', '5家变8家', '', '', ''],
      [3, '丙', '', '', 7, '', '有进展', ''],
    ])
    expect(form.unread.map((u) => [u.place.row, u.column, u.text])).toEqual([
      [2, '完成值', '9000万元'],
      [2, '完成状态', '差不多'],
      [2, '预计完成时间', '春节以后看'],
      [3, '完成值', '5家变8家'],
      [4, '完成值', '7'],
    ])
    expect(form.rows.map((r) => [r.task.no, r.metrics.map((m) => m.value), r.state])).toEqual([
      [1, [null], null],
      [3, [], null],
    ])
    expect(form.blank).toEqual([])
  })

  test.each([
    ['2026.6.30', '2026-06-30'],
    ['2026年11月', '2026-11-30'],
    ['2026/2', '2026-02-28'],
    ['年底前', '2026-12-31'],
    ['明年6月底前', '2027-06-30'],
    ['2026年13月1日', null],
    ['2026-02-30', null],
    ['', null],
  ])('finish %s', (said, day) => {
    const form = readAs('completion', [HEADS, [1, '甲', '', '', '', '', '有进展', said]])
    expect(form.rows[0]?.expectedFinish).toBe(day)
    expect(form.unread).toHaveLength(day === null && said !== '' ? 1 : 0)
  })

  test.each([
    ['已完成', 'done'],
    ['全部完成', 'done'],
    ['未完成', 'ongoing'],
    ['正在推进', 'ongoing'],
    ['尚未启动', 'notStarted'],
    ['受阻', 'blocked'],
    ['/', null],
  ])('state %s', (said, state) => {
    const form = readAs('completion', [HEADS, [1, '甲', '', '', '', said, '有进展', '']])
    expect([form.rows[0]?.state, form.unread]).toEqual([state, []])
  })

  test('without a column for metrics the figures are words of the report, not lost', () => {
    const form = readAs('completion', [
      ['序号', '工作任务', '完成值', '进展', '状态'],
      [52, '建设低空航线', '商业航线8条', '空域已批复', '推进中'],
    ])
    expect(form.rows[0]).toMatchObject({
      metrics: [],
      text: '完成值：商业航线8条\n空域已批复',
      state: 'ongoing',
    })
    expect(form.unread).toEqual([])
  })

  test('notes, sums and heads that come again on the next page are no rows; untouched tasks are blank', () => {
    const form = readAs('completion', [
      HEADS,
      [1, '甲', '', '', '', '', '有进展', ''],
      HEADS,
      [2, '乙', '企业', '家', '', '', '', ''],
      ['合计', '', '', '', 5, '', '', ''],
      ['注：完成值只填数字', '<', '<', '<', '<', '<', '<', '<'],
      ['填报人：张航', '', '', '', '', '', '', ''],
    ])
    expect(form.rows.map((r) => r.task.no)).toEqual([1])
    expect(form.blank.map((t) => t.no)).toEqual([2])
    expect(form.unread).toEqual([])
  })
})

const PLAN = ['标识', '序号', '目标任务', '牵头单位', '细化任务', '具体措施', '完成时限', '分管负责人']

describe('办理方案', () => {
  test('an added line belongs to the task above it, with or without merged cells', () => {
    const form = readAs('handlingPlan', [
      PLAN,
      ['T152/52', 52, '建设低空航线', '市交通运输局', '签约', '招标', '3月底前', '赵一鸣'],
      ['', '', '', '', '选址', '会商', '长期坚持', '赵一鸣'],
      ['T152/52', 52, '建设低空航线', '市交通运输局', '开航', '申请空域', '', ''],
      ['T160/60', 60, '修路', '市交通运输局', '开工', '招标', '', ''],
      ['^', '^', '^', '^', '完工', '^', '', ''],
    ])
    expect(form.rows.map((r) => [r.task.originId, r.steps.map((s) => `${s.work}/${s.measures}`)])).toEqual([
      [152, ['签约/招标', '选址/会商', '开航/申请空域']],
      [160, ['开工/招标', '完工/招标']],
    ])
    expect(form.rows[0]?.steps.map((s) => [s.finishOn, s.finish])).toEqual([
      ['2026-03-31', '3月底前'],
      [null, '长期坚持'],
      [null, ''],
    ])
  })

  test('a line copied for another task does not keep the first one’s key', () => {
    const form = readAs('handlingPlan', [
      PLAN,
      ['T152/52', 52, '建设低空航线', '', '签约', '招标', '', ''],
      ['T152/52', 53, '另一项', '', '选址', '会商', '', ''],
    ])
    expect(form.rows.map((r) => [r.task.originId, r.task.no])).toEqual([
      [152, 52],
      [null, 53],
    ])
    expect(form.unread).toMatchObject([{ place: { row: 3 }, column: '序号', text: '53' }])
  })

  test.each([
    ['第52项', { no: 52, part: null, path: [] }],
    ['80-2', { no: 80, part: 2, path: [] }],
    ['80（2）', { no: 80, part: 2, path: [] }],
    ['二（三）1', { no: null, part: null, path: ['二', '（三）', '1'] }],
    ['52.', { no: 52, part: null, path: [] }],
  ])('number %s', (label, expected) => {
    const form = readAs('handlingPlan', [PLAN, ['', label, '甲', '', '签约', '招标', '', '']])
    expect(form.rows[0]?.task).toMatchObject(expected)
  })

  test('a line that names no task is listed, not lost', () => {
    const form = readAs('handlingPlan', [PLAN, ['', '', '', '', '签约', '招标', '', '']])
    expect(form.unread).toMatchObject([
      { text: '签约；招标', reason: '这一行没有序号和任务，不知道是哪一项' },
    ])
  })
})

describe('名单', () => {
  test('one line a person; a unit merged over several; a line without a name is listed', () => {
    const form = readAs('contacts', [
      ['单位', '人员类别', '姓名', '职务', '手机'],
      ['市水务局', '分管负责人', '赵 鸣', '副局长', 13800000001],
      ['^', '督办联络员', '李娟', '科长', 13800000002],
      ['^', '督办联络员', '', '科长', 13800000003],
    ])
    expect(form.rows.map((r) => [r.unit, r.role, r.name])).toEqual([
      ['市水务局', '分管负责人', '赵鸣'],
      ['市水务局', '督办联络员', '李娟'],
    ])
    expect(form.unread).toMatchObject([{ place: { row: 4 }, column: '姓名' }])
  })
})

test('other tables of the file are named, not read', () => {
  const other = gridOf([
    ['年份', '江北区'],
    ['2026', '40'],
  ])
  expect(readForms([other], { today })).toEqual({ forms: [], others: ['Sheet1'] })
})
