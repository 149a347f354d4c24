import { PassThrough } from 'node:stream'
import { read, utils } from '@e965/xlsx'
import type { HandlingPlan } from '../../../src/domain/handling-plan.ts'
import type { Snapshot } from '../../../src/domain/standing.ts'
import { formsOf } from '../../../src/report/forms/forms-of.ts'
import { ledgerRows } from '../../../src/report/ledger-rows.ts'
import { printForms } from '../../../src/report/xlsx/write-forms.ts'
import { writeLedger } from '../../../src/report/xlsx/write-ledger.ts'
import { city } from '../city.ts'

/** One of every fate, and some of the second document. */
const snapshot: Snapshot = { ...city(), tasks: city().tasks.filter((_, i) => i < 14 || i > 100) }
const [first] = snapshot.tasks
const filed = {
  id: 1,
  unitId: first!.leads[0]!.id!,
  unit: first!.leads[0]!.name,
  label: '1',
  text: first!.text,
  person: null,
  filedOn: '2026-02-03',
  supersedes: null,
}
const step = { chief: '王建国', handler: '规划处 李强', phone: '027-88880001' }
const plan: HandlingPlan = {
  ...filed,
  taskId: first!.originId,
  steps: [
    {
      ...step,
      work: '完成站址规划',
      measures: '会同运营商逐点核查',
      finishOn: '2026-03-31',
      finish: '3月底前',
    },
    { ...step, work: '建成投用', measures: '按月通报', finishOn: null, finish: '年底前' },
  ],
}
const contact = {
  name: '𠮷宁',
  title: '科长',
  officePhone: '027-88880009',
  mobile: '13900000009',
  note: '',
  unit: null,
}
const list = { ...filed, contacts: [{ ...contact, role: '督办联络员' }] }

async function ledger(): Promise<Uint8Array> {
  const out = new PassThrough()
  const chunks: Buffer[] = []
  out.on('data', (chunk: Buffer) => chunks.push(chunk))
  await writeLedger(
    ledgerRows(snapshot),
    { title: '重点任务台账', asOf: snapshot.asOf, scope: '2026年第三季度' },
    out,
  )
  return Buffer.concat(chunks)
}

const forms = (): Promise<Uint8Array> =>
  printForms(formsOf({ snapshot, audience: { kind: 'all' }, plans: [plan], contacts: [list] }))

/** The workbooks that are made line by line, not from the tree: every sheet with its set-up and all its cells. */
export const BOOKS = { 台账: ledger, '附表1–3': forms } as const

export function bookLines(bytes: Uint8Array): string {
  const book = read(bytes, { cellDates: false, cellStyles: true })
  const lines = book.SheetNames.flatMap((name) => {
    const sheet = book.Sheets[name]!
    const { e: end } = utils.decode_range(sheet['!ref'] ?? 'A1')
    const cellAt = (r: number, c: number): string => String(sheet[utils.encode_cell({ r, c })]?.v ?? '')
    const rows = Array.from({ length: end.r + 1 }, (_, r) =>
      Array.from({ length: end.c + 1 }, (_, c) => cellAt(r, c)),
    )
    const filter = sheet['!autofilter']?.ref ?? 'none'
    const merged = (sheet['!merges'] ?? []).map((range) => utils.encode_range(range)).join(' ')
    const hidden = (sheet['!cols'] ?? []).flatMap((column, i) =>
      column?.hidden ? [utils.encode_col(i)] : [],
    )
    const head = `[${name}] filter ${filter}, merged ${merged || 'none'}, hidden ${hidden.join() || 'none'}`
    return [head, ...rows.map((row) => row.join(' | '))]
  })
  return `${lines.join('\n')}\n`
}
