import { describe, expect, test } from 'vitest'
import { readFormsFile } from '../../../ingest/forms.ts'
import type { HandlingPlan } from '../../../src/domain/handling-plan.ts'
import type { Audience } from '../../../src/domain/report-wish.ts'
import { snapshotFor } from '../../../src/report/audience.ts'
import { formsOf } from '../../../src/report/forms/forms-of.ts'
import { printForms } from '../../../src/report/xlsx/write-forms.ts'
import { city } from '../city.ts'

const snapshot = city()
const [first] = snapshot.tasks
const unit = first!.leads[0]!

const plan: HandlingPlan = {
  id: 1,
  unitId: unit.id!,
  unit: unit.name,
  taskId: first!.originId,
  label: '1',
  text: first!.text,
  steps: [
    { work: '签约', measures: '招标', finishOn: null, finish: '3月底前', chief: '', handler: '', phone: '' },
  ],
  person: null,
  filedOn: '2026-02-03',
  supersedes: null,
}
const contact = {
  role: '联络员',
  name: '张航',
  title: '',
  officePhone: '',
  mobile: '138',
  note: '',
  unit: null,
}
const list = { ...plan, contacts: [contact] }
const formsFor = (audience: Audience) =>
  formsOf({ snapshot: snapshotFor(snapshot, audience), audience, plans: [plan], contacts: [list] })
const own: Audience = { kind: 'units', unitIds: [unit.id!], name: unit.name, narrow: true }

describe('who gets what', () => {
  test('a supervisor: all plans filed, lines to fill for the others, contacts, every task', () => {
    const forms = formsFor({ kind: 'all' })
    expect(forms.map((f) => [f.kind, f.rows.length])).toEqual([
      ['handlingPlan', snapshot.tasks.length],
      ['contacts', 1],
      ['completion', snapshot.tasks.length],
    ])
  })

  test('a group: 附表3 alone, no plans, no telephone numbers, no difficulties', () => {
    const forms = formsFor({ kind: 'groupSafe' })
    expect(forms.map((f) => f.kind)).toEqual(['completion'])
    expect(JSON.stringify(forms)).not.toMatch(/"difficulty":"[^"]|138/)
  })

  test('a unit: its own alone', () => {
    const other: Audience = { ...own, unitIds: [999] }
    expect(formsFor(own).map((f) => f.rows.length)[1]).toBe(1)
    expect(formsFor(other).map((f) => f.rows.length)).toEqual([0, 0, 0])
  })
})

test('a form made for one unit names it, also where others lead some of its tasks', () => {
  const shared = snapshot.tasks.map((task, i) => (i === 1 ? { ...task, responsible: [unit] } : task))
  const forms = formsOf({
    ...{ snapshot: snapshotFor({ ...snapshot, tasks: shared }, own), audience: own },
    ...{ plans: [], contacts: [] },
  })
  expect(forms.map((f) => f.unit)).toEqual([unit.name, unit.name, unit.name])
  expect(formsFor({ kind: 'all' }).map((f) => f.unit)).toEqual([null, null, null])
})

test('what was reported for the period is filled in, what was before stands beside it', () => {
  const completion = formsFor({ kind: 'all' }).find((f) => f.kind === 'completion')
  const rows = completion?.kind === 'completion' ? completion.rows : []
  const task = snapshot.tasks.find((t) => t.metrics[0]?.last?.period === '2026Q3' && t.metrics[0].before)!
  const metric = task.metrics[0]!
  const row = rows.find((r) => r.task.originId === task.originId)
  expect(row?.metrics[0]).toMatchObject({ name: metric.name, value: metric.last?.value })
  expect(row?.metrics[0]?.before).toContain('第二季度')
})

test('printed and sent back untouched, the forms of a city read the same', async () => {
  const forms = formsFor({ kind: 'all' })
  const read = await readFormsFile(
    { name: 'a.xlsx', bytes: await printForms(forms) },
    { today: '2026-10-09' },
  )
  expect(read.forms.map((f) => [f.kind, f.unread])).toEqual(forms.map((f) => [f.kind, []]))
  const tasks = read.forms.map((f) => [
    ...f.blank,
    ...(f.kind === 'contacts' ? [] : f.rows.map((r) => r.task)),
  ])
  const ids = snapshot.tasks.map((t) => t.originId).sort()
  expect(tasks[0]!.map((t) => t.originId).sort()).toEqual(ids)
  expect(tasks[2]!.map((t) => t.originId).sort()).toEqual(ids)
})
