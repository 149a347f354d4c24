import { expect, test } from 'vitest'
import { readFormsFile } from '../../../ingest/forms.ts'
import type { Form } from '../../../src/domain/form.ts'
import { printForms } from '../../../src/report/xlsx/write-forms.ts'
import { COMPLETION, CONTACTS, makeCompletion, makeFormTask, PLAN } from './make-form.ts'

const today = '2026-10-20'
const roundTrip = async (...forms: readonly Form[]) =>
  readFormsFile({ name: '附表.xlsx', bytes: await printForms(forms) }, { today })

test('what is printed reads back the same: three forms in one book', async () => {
  const { forms, others } = await roundTrip(PLAN, CONTACTS, COMPLETION)
  const unit = '市交通运输局'
  expect(others).toEqual([])
  expect(forms).toEqual([
    { ...PLAN, period: null, unread: [], blank: [] },
    { ...CONTACTS, unread: [], blank: [] },
    { ...COMPLETION, unread: [], blank: [] },
  ])
  expect(forms.map((f) => f.unit)).toEqual([unit, unit, unit])
})

test('a form nobody filled has its tasks as blanks', async () => {
  const empty = { state: null, text: '', expectedFinish: null, difficulty: '', help: '' } as const
  const metrics = makeCompletion().metrics.map((m) => ({ ...m, value: null }))
  const completion: Form = {
    ...COMPLETION,
    kind: 'completion',
    rows: [makeCompletion({ ...empty, metrics })],
  }
  const plan: Form = {
    ...PLAN,
    kind: 'handlingPlan',
    rows: [{ place: { sheet: '', row: 4 }, task: makeFormTask(), unit: null, steps: [] }],
  }
  const { forms } = await roundTrip(plan, { ...CONTACTS, kind: 'contacts', rows: [] }, completion)
  expect(forms.map((f) => [f.rows.length, f.blank.map((t) => t.originId), f.unread])).toEqual([
    [0, [152], []],
    [0, [], []],
    [0, [152], []],
  ])
})

test('text that looks like a formula, 5,000 letters and line breaks survive the way there and back', async () => {
  const text = `=1+1\n${'长'.repeat(5000)}`
  const { forms } = await roundTrip({
    ...COMPLETION,
    kind: 'completion',
    rows: [makeCompletion({ text, help: '+86' })],
  })
  expect(forms[0]?.rows).toEqual([makeCompletion({ text, help: '+86' })])
})
