import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ContactRow, FormTask, PlanStep } from '../../src/domain/form.ts'
import type { FiledForm } from '../../src/domain/handling-plan.ts'
import type { Hand } from '../../src/domain/progress.ts'
import { readAudit } from '../../src/store/audit.ts'
import { createHandlingPlans } from '../../src/store/handling-plans.ts'
import { MERGE_PROGRESS } from '../../src/store/merge-progress.ts'
import { freshDatabase, type TestDatabase } from '../database.ts'
import { type Ground, ground } from './progress-ground.ts'

let base: TestDatabase
let here: Ground
beforeAll(async () => {
  base = await freshDatabase()
})
afterAll(() => base.close())
beforeEach(async () => {
  await base.db.query(
    'truncate file, progress, closing, snapshot, request, unit, person, audit, handling_plan, contact_list cascade',
  )
  here = await ground(base.db)
  await base.db.query(
    `insert into task_unit (task_id, role, ordinal, written, unit_id, certainty, span_start, span_end)
     select id, 'lead', 0, '市交通运输局', $2, 'stated', 0, 1 from task where id = any ($1)`,
    [here.tasks, here.unit],
  )
})

const plans = () => createHandlingPlans(base.db)
const hand = (messageKey: string): Hand => ({
  personId: here.zhang,
  at: new Date('2026-02-03T10:00:00+08:00'),
  today: '2026-02-03',
  messageKey,
})

const place = { sheet: '附表1', row: 4 }
const task = (over: Partial<FormTask> = {}): FormTask => ({
  originId: here.tasks[0]!,
  no: 1,
  part: null,
  document: null,
  path: [],
  text: '建设低空示范线路6条。',
  ...over,
})

const step = (work: string, over: Partial<PlanStep> = {}): PlanStep => ({
  work,
  measures: '签约',
  finishOn: '2026-06-30',
  finish: '2026年6月底前',
  chief: '赵一鸣',
  handler: '运输处',
  phone: '8888',
  ...over,
})

const planForm = (...rows: readonly (readonly [FormTask, readonly PlanStep[]])[]): FiledForm => ({
  kind: 'handlingPlan',
  unit: null,
  period: null,
  rows: rows.map(([of, steps]) => ({ place, task: of, unit: null, steps })),
})

async function owe(kind: 'handlingPlan' | 'contacts'): Promise<() => Promise<string>> {
  const [row] = await base.db.query<{ id: number }>(
    `insert into request (unit_id, kind, period, due_on, stated_on, opens_on, grounds, opened_at)
     values ($1, $2, '2026', '2026-02-05', '2026-02-05', '2026-01-10', '[]', now()) returning id`,
    [here.unit, kind],
  )
  return async () =>
    (await base.db.query<{ state: string }>('select state from request where id = $1', [row!.id]))[0]!.state
}

describe('handling plans', () => {
  test('are kept with their steps and settle what is owed', async () => {
    const state = await owe('handlingPlan')
    const steps = [step('签约'), step('选址', { finishOn: null, finish: '长期坚持' })]
    expect(await plans().file(planForm([task(), steps]), here.unit, hand('draft:1'))).toEqual({
      rows: 1,
      homeless: [],
    })
    const [plan] = await plans().plans([here.unit])
    expect(plan).toMatchObject({ taskId: here.tasks[0], label: '1', steps, person: '张航', supersedes: null })
    expect(plan?.filedOn).toBe('2026-02-03')
    expect(await state()).toBe('answered')
    expect(await plans().plans([here.other])).toEqual([])
  })

  test('a later filing supersedes that task alone, and both are in the audit', async () => {
    const both = planForm([task(), [step('甲')]], [task({ originId: here.tasks[1]!, no: 2 }), [step('乙')]])
    await plans().file(both, here.unit, hand('draft:1'))
    const [first] = await plans().plans()
    await plans().file(planForm([task(), [step('丙')]]), here.unit, hand('draft:2'))
    const standing = await plans().plans()
    expect(standing.map((p) => p.steps.map((s) => s.work))).toEqual([['丙'], ['乙']])
    expect(standing[0]?.supersedes).toBe(first?.id)
    const [entry] = await readAudit(base.db, 'handling_plan', standing[0]!.id)
    expect(entry).toMatchObject({ what: 'handling plan', before: { id: first?.id }, after: { label: '1' } })
    const rows = await base.db.query('select id from handling_plan')
    expect(rows).toHaveLength(3)
  })

  test('the same message writes once', async () => {
    const form = planForm([task(), [step('甲')]])
    await plans().file(form, here.unit, hand('draft:1'))
    expect(await plans().file(form, here.unit, hand('draft:1'))).toEqual({ rows: 1, homeless: [] })
    expect(await base.db.query('select id from handling_plan')).toHaveLength(1)
  })

  test('without its key a line is known by its number; another unit’s task is not taken, but kept', async () => {
    const byNumber = task({ originId: null, no: 2 })
    const unknown = task({ originId: null, no: 99 })
    const filed = await plans().file(
      planForm([byNumber, [step('甲')]], [unknown, [step('乙')]]),
      here.unit,
      hand('draft:1'),
    )
    expect(filed).toEqual({ rows: 2, homeless: [unknown] })
    expect((await plans().plans()).map((p) => p.taskId)).toEqual([here.tasks[1], null])
    const theirs = await plans().file(planForm([task(), [step('丙')]]), here.other, hand('draft:2'))
    expect(theirs.homeless).toHaveLength(1)
  })

  test('lines that name one task twice make one plan', async () => {
    await plans().file(planForm([task(), [step('甲')]], [task(), [step('乙')]]), here.unit, hand('draft:1'))
    expect((await plans().plans()).map((p) => p.steps.map((s) => s.work))).toEqual([['甲', '乙']])
  })
})

test('when a unit turns out to be another, its plans go over; what the other filed stands', async () => {
  await plans().file(planForm([task(), [step('甲')]]), here.unit, hand('draft:1'))
  await plans().file(planForm([task({ originId: 999, no: 99 }), [step('乙')]]), here.other, hand('draft:2'))
  await base.db.tx(async (tx) => {
    for (const sql of MERGE_PROGRESS) await tx.query(sql, [here.other, here.unit])
  })
  expect((await plans().plans([here.unit])).map((p) => p.steps.map((s) => s.work))).toEqual([['甲'], ['乙']])
  expect(await plans().plans([here.other])).toEqual([])
})

describe('contact lists', () => {
  const contact = (name: string): Omit<ContactRow, 'place'> => ({
    unit: '市交通运输局',
    role: '督办联络员',
    name,
    title: '',
    officePhone: '',
    mobile: '13800000001',
    note: '',
  })
  const list = (...names: readonly string[]): FiledForm => ({
    kind: 'contacts',
    unit: null,
    period: null,
    rows: names.map((name) => ({ place, ...contact(name) })),
  })

  test('replace the last one as a whole', async () => {
    const state = await owe('contacts')
    await plans().file(list('张航', '𠮷㙓'), here.unit, hand('draft:1'))
    await plans().file(list('王芳'), here.unit, hand('draft:2'))
    const [standing, ...others] = await plans().contacts()
    expect(others).toEqual([])
    expect(standing?.contacts).toEqual([contact('王芳')])
    const [entry] = await readAudit(base.db, 'contact_list', standing!.id)
    expect(entry).toMatchObject({ before: { contacts: [contact('张航'), contact('𠮷㙓')] } })
    expect(await state()).toBe('answered')
  })

  test('an empty form changes nothing', async () => {
    await plans().file(list('张航'), here.unit, hand('draft:1'))
    expect(await plans().file(list(), here.unit, hand('draft:2'))).toEqual({ rows: 0, homeless: [] })
    expect((await plans().contacts())[0]?.contacts).toHaveLength(1)
  })
})
