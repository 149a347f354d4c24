import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPrinting, type Printing } from '../../../src/app/report-printing.ts'
import type { Made } from '../../../src/chat/report/make.ts'
import { REPORT_KINDS, type Run } from '../../../src/domain/report.ts'
import type { Db } from '../../../src/store/db.ts'
import { freshDatabase } from '../../database.ts'
import { unaccounted } from './account.ts'
import { CASES, type Case } from './cases.ts'
import { loadEventfulCity } from './eventful-city.ts'
import { forgetTables, tableOf } from './look-tables.ts'
import { bookFaults, sheetFaults } from './of-books.ts'
import { cardFaults, docxFaults } from './of-prints.ts'
import { faultsOf, type Recount } from './of-report.ts'
import { lookOf, recountOf, reportOf } from './recount.ts'
import { CLASS_WORDS } from './rules.ts'
import { FUNCTIONS } from './standing-sql.ts'

describe('every number of every kind in every form, counted again in SQL', () => {
  let db: Db
  let close: () => Promise<void>
  let printing: Printing

  beforeAll(async () => {
    ;({ db, close } = await freshDatabase())
    await loadEventfulCity(db)
    for (const sql of FUNCTIONS) await db.query(sql)
    printing = createPrinting(db)
  })
  afterAll(async () => {
    printing.close()
    await close()
  })

  const book = async ({ report, snapshot, wish }: Made): Promise<Uint8Array> =>
    (await printing.print({ report, snapshot, audience: wish.audience, form: 'xlsx' })).bytes

  test('no kind is left out', () => {
    expect(new Set(CASES.map((one) => one.asked.report))).toEqual(new Set(REPORT_KINDS))
  })

  test.each(CASES)('$name', async (one) => {
    const made = await reportOf(one, db)
    const { report } = made
    const recount = await recountOf(one, db)
    expect(report.kind).toBe(one.asked.report)
    expect(faultsOf(report, recount), 'tree').toEqual([])
    expect(cardFaults(report, recount.facts), 'card').toEqual([])
    expect(await docxFaults(report, recount.facts), 'docx').toEqual([])
    expect(await workbookFaults(one, made), 'xlsx').toEqual([])
  })

  /** A ledger and forms are made line by line of their own; all other books show the tree. */
  const workbookFaults = async (one: Case, made: Made): Promise<readonly string[]> =>
    made.report.kind === 'ledger' || made.report.kind === 'forms'
      ? sheetFaults(await book(made), await tableOf(db, lookOf(one)), db)
      : bookFaults(await book(made), made.report)

  const caseOf = (name: string): Case => CASES.find((one) => one.name === name)!

  test('figures lead to the rows they were counted from', async () => {
    const { report } = await reportOf(caseOf('季通报'), db)
    const { facts } = await recountOf(caseOf('季通报'), db)
    const runs = report.parts.flatMap((part): readonly Run[] =>
      part.kind === 'paragraph' && part.lead ? part.runs : [],
    )
    for (const [name, words] of Object.entries(CLASS_WORDS)) {
      const wanted = facts.tasks.filter((task) => task.class === name).map((task) => task.taskId)
      const run = runs[runs.findIndex(({ text }) => text.endsWith(words)) + 1]
      if (wanted.length > 0) expect([...(run?.figure?.tasks ?? [])].sort()).toEqual(wanted.sort())
    }
  })

  describe('the test itself', () => {
    test('a number nobody counts is found', async () => {
      const { facts } = await recountOf(caseOf('季通报'), db)
      expect(unaccounted('另有3项正在研究。', facts)).toHaveLength(1)
      expect(unaccounted('1. 新建智能工厂12家（第9项）：智能工厂5/12家（42%）。', facts)).toHaveLength(3)
      expect(unaccounted('1. 新建智能工厂12家（第9项）：智能工厂4/12家（33%）。', facts)).toEqual([])
      expect(unaccounted('应报送进展的单位61家', facts)).not.toEqual([])
    })

    const nine = '(select id from task where no = 9)'
    const lead = `update task_unit set unit_id = (select id from unit where short = $1) where role = 'lead' and task_id = ${nine}`
    test.each([
      ['a reading', '季通报', "update reading set value = value + $1 where unit = '家'", [1, -1]],
      ['a target', '台账', `update metric set value = value + $1 where task_id = ${nine}`, [1, -1]],
      ['a closing', '全年总结', 'update closing set reopened_at = $1', ['2026-10-01', null]],
      ['a deadline', '附表', `update task set due_on = $1 where id = ${nine}`, ['2026-10-01', '2026-12-31']],
      ['who leads', '季通报 发布 点名', lead, ['市经信局', '云川文旅集团']],
      ['who leads', '单位', lead, ['市经信局', '云川文旅集团']],
      ['a request', '月调度', 'update request set due_on = $1', ['2026-11-08', '2026-10-08']],
      [
        'what is asked for',
        '一页纸',
        "update progress set help = $1 where task_id = (select id from task where no = 1) and period = '2026Q3'",
        ['请协调5件', null],
      ],
      ['a reminder', '月调度', "update ask set outcome = $1 where rung = 'T'", ['sent', 'merged']],
      [
        'an earlier report',
        '与上期相比',
        "update reading set value = value * $1 where progress_id in (select id from progress where period = '2026Q2')",
        [1.5, 1 / 1.5],
      ],
      [
        'a word of the history',
        '一项任务',
        `update progress set body = body || $1 where task_id = ${nine}`,
        ['，另有2家在建', ''],
      ],
    ] as const)('a changed row is noticed: %s', async (_, name, sql, [changed, back]) => {
      const made = await reportOf(caseOf(name), db)
      await db.query(sql, [changed])
      await forgetTables(db)
      const recount: Recount = await recountOf(caseOf(name), db)
      const sheets = made.report.kind === 'forms' ? await workbookFaults(caseOf(name), made) : []
      expect([...faultsOf(made.report, recount), ...sheets]).not.toEqual([])
      await db.query(sql, [back])
      await forgetTables(db)
    })
  })
})
