import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Form } from '../../../src/domain/form.ts'
import { printForms } from '../../../src/report/xlsx/write-forms.ts'
import { openTown, type Town, talkOf } from './stage.ts'

let town: Town
const origins = new Map<number, number>()
beforeAll(async () => {
  town = await openTown()
  for (const row of await town.db.query<{ id: number; no: number }>('select id, no from task'))
    origins.set(row.no, row.id)
}, 60_000)
afterAll(() => town.close())
beforeEach(async () => {
  await town.reset()
  await town.db.query(`delete from request where kind <> 'progress'`)
  await town.db.query('truncate handling_plan, contact_list cascade')
})

/** 市交通运输局 owes a plan for its tasks and its people by the 30th. */
async function owe(kind: 'handlingPlan' | 'contacts'): Promise<void> {
  await town.db.query(`update request set state = 'answered', answered_at = opened_at where unit_id = $1`, [
    town.unitOf('张航'),
  ])
  const [row] = await town.db.query<{ id: number }>(
    `insert into request (unit_id, kind, period, due_on, stated_on, opens_on, grounds, opened_at)
     values ($1, $2, '2026-10', '2026-10-30', '2026-10-30', '2026-10-01', '[]', $3) returning id`,
    [town.unitOf('张航'), kind, town.clock.now],
  )
  if (kind === 'handlingPlan')
    await town.db.query(`insert into request_task (request_id, task_id, capacity) values ($1, $2, 'lead')`, [
      row?.id,
      origins.get(52),
    ])
}
const stateOf = async (kind: string) =>
  (await town.db.query<{ state: string }>('select state from request where kind = $1', [kind]))[0]?.state

const task = () => ({
  ...{ originId: origins.get(52) ?? 0, no: 52, part: null, document: '云政办〔2026〕5号' },
  ...{ path: ['二', '52'], text: '发展低空经济，开通商业航线10条、治理类航线1000条。' },
})
const place = { sheet: '附表', row: 5 }

describe('附表3 as a file', () => {
  const form = (unit: string): Form => ({
    ...{ kind: 'completion', unit, period: '2026Q3' },
    rows: [
      {
        ...{ place, task: task(), unit, text: '空域已批复', state: 'ongoing', expectedFinish: null },
        metrics: [
          { name: '商业航线', target: '≥10条', unit: '条', before: '', value: 8 },
          { name: '治理类航线', target: '≥1000条', unit: '条', before: '', value: 905 },
        ],
        ...{ difficulty: '', help: '' },
      },
    ],
  })

  test('becomes a report like one in words', async () => {
    town.files.set('完成情况.xlsx', await printForms([form('市交通运输局')]))
    const zhang = talkOf(town, '张航')
    const card = await zhang.send(
      zhang.message('', { form: 'file', files: [{ key: '完成情况.xlsx', name: '完成情况.xlsx' }] }),
    )
    expect(card.text).toContain('商业航线 8条')
    expect(card.text).toContain('空域已批复')
    await zhang.tap(card, '确认报送')
    const rows = await town.db.query('select value from reading order by ordinal')
    expect(rows).toEqual([{ value: 8 }, { value: 905 }])
  })

  test('of another unit is not taken', async () => {
    town.files.set('完成情况.xlsx', await printForms([form('市水务局')]))
    const zhang = talkOf(town, '张航')
    const card = await zhang.send(
      zhang.message('', { form: 'file', files: [{ key: '完成情况.xlsx', name: '完成情况.xlsx' }] }),
    )
    expect(card.text).toContain('这张表不是贵单位的')
  })
})

describe('办理方案', () => {
  const plans = () =>
    town.db.query(
      'select task_id, step.measures, step.finish_on from handling_plan p join plan_step step on step.plan_id = p.id',
    )

  test('by the form on the card', async () => {
    await owe('handlingPlan')
    const zhang = talkOf(town, '张航')
    const form = (await zhang.tap(await zhang.reminded(), '填表')).face
    expect(form.text).toContain('第52项 · 办理方案')
    const filled = { measures: '分两批开通，先江北后临港', finishOn: '2026-11-30', chief: '郭明' }
    const card = (await zhang.tap(form, '保存', filled)).face
    expect(card.text).toContain('分两批开通，先江北后临港')
    expect(await stateOf('handlingPlan')).toBe('open')
    await zhang.tap(card, '确认报送')
    expect(await plans()).toEqual([
      { task_id: origins.get(52), measures: '分两批开通，先江北后临港', finish_on: '2026-11-30' },
    ])
    expect(await stateOf('handlingPlan')).toBe('answered')
  })

  test('in a sentence', async () => {
    await owe('handlingPlan')
    const zhang = talkOf(town, '张航')
    const card = await zhang.say('第52项办理方案：分两批开通，先江北后临港，11月底前完成，张航负责')
    expect(card.text).toContain('先江北后临港')
    await zhang.tap(card, '确认报送')
    expect(await plans()).toMatchObject([{ task_id: origins.get(52), finish_on: '2026-11-30' }])
  })

  test('as a file', async () => {
    await owe('handlingPlan')
    const steps = [
      {
        ...{ work: '选址', measures: '完成两处选址', finishOn: '2026-11-30', finish: '2026年11月30日' },
        ...{ chief: '郭明', handler: '张航', phone: '' },
      },
    ]
    const rows = [{ place, task: task(), unit: '市交通运输局', steps }]
    const form: Form = { kind: 'handlingPlan', unit: '市交通运输局', period: null, rows }
    town.files.set('办理方案.xlsx', await printForms([form]))
    const zhang = talkOf(town, '张航')
    const card = await zhang.send(
      zhang.message('', { form: 'file', files: [{ key: '办理方案.xlsx', name: '办理方案.xlsx' }] }),
    )
    expect(card.text).toContain('《办理方案.xlsx》读出 办理方案（附表1），共 1 行')
    expect(await plans()).toEqual([])
    await zhang.tap(card, '确认报送')
    expect(await plans()).toMatchObject([{ measures: '完成两处选址' }])
  })
})

test('附表1 and 附表3 in one file: the plan is filed, then the report is shown', async () => {
  await owe('handlingPlan')
  const steps = [
    {
      ...{ work: '选址', measures: '完成两处选址', finishOn: '2026-11-30', finish: '2026年11月30日' },
      ...{ chief: '郭明', handler: '张航', phone: '' },
    },
  ]
  const unit = '市交通运输局'
  const metrics = [{ name: '商业航线', target: '≥10条', unit: '条', before: '', value: 8 }]
  const said = { text: '', state: null, expectedFinish: null, difficulty: '', help: '' }
  const forms: Form[] = [
    { kind: 'handlingPlan', unit, period: null, rows: [{ place, task: task(), unit, steps }] },
    { kind: 'completion', unit, period: '2026Q3', rows: [{ place, task: task(), unit, metrics, ...said }] },
  ]
  town.files.set('附表.xlsx', await printForms(forms))
  const zhang = talkOf(town, '张航')
  const card = await zhang.send(
    zhang.message('', { form: 'file', files: [{ key: '附表.xlsx', name: '附表.xlsx' }] }),
  )
  expect(card.text).toContain('商业航线 8条')
  const next = (await zhang.tap(card, '确认报送')).face
  expect(next.text).toContain('商业航线 8条（目标≥10条，80%）')
  expect(await town.db.query('select value from reading')).toEqual([])
  await zhang.tap(next, '确认报送')
  expect(await town.db.query('select value from reading')).toEqual([{ value: 8 }])
})

describe('督办工作人员名单', () => {
  const people = () => town.db.query('select role, name, mobile from contact order by ordinal')

  test('in a sentence', async () => {
    await owe('contacts')
    const zhang = talkOf(town, '张航')
    const card = await zhang.say('分管领导郭明，副局长，13800000001；联络员张航，综合科科长，13900000002')
    expect(card.text).toContain('郭明')
    await zhang.tap(card, '确认报送')
    expect(await people()).toEqual([
      { role: '分管负责人', name: '郭明', mobile: '13800000001' },
      { role: '联络员', name: '张航', mobile: '13900000002' },
    ])
    expect(await stateOf('contacts')).toBe('answered')
  })

  test('by the form on the card', async () => {
    await owe('contacts')
    const zhang = talkOf(town, '张航')
    const form = (await zhang.tap(await zhang.reminded(), '填表')).face
    const card = (await zhang.tap(form, '保存', { chiefName: '郭明', liaisonName: '张航' })).face
    await zhang.tap(card, '确认报送')
    expect((await people()).map((p) => (p as { name: string }).name)).toEqual(['郭明', '张航'])
  })

  test('a name alone is a hand-over, no list', async () => {
    await owe('contacts')
    expect((await talkOf(town, '张航').say('联络员换成王芳')).text).toContain('转交报送')
  })
})
