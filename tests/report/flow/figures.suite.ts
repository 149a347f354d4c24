import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createMaking } from '../../../src/app/reporting.ts'
import { type Made, makeReport } from '../../../src/chat/report/make.ts'
import { STRANGER, type Viewer } from '../../../src/domain/person.ts'
import type { ReportKind, Run } from '../../../src/domain/report.ts'
import { reportText } from '../../../src/report/text.ts'
import type { Db } from '../../../src/store/db.ts'
import { freshDatabase } from '../../database.ts'
import { ASOF } from '../city.ts'
import { loadCity } from './city-in-database.ts'

describe('figures in SQL', () => {
  let db: Db
  let close: () => Promise<void>
  let bulletin: Made

  const SUPERVISOR: Viewer = { ...STRANGER, roles: ['supervisor'] }

  const make = (report: ReportKind, period: string | null, viewer: Viewer = SUPERVISOR): Promise<Made> => {
    const asked = { report, period, scope: '', tasks: [], units: [], form: null }
    return makeReport(
      { asked, viewer, chat: 'private', today: ASOF },
      createMaking({ db, lexical: 'fulltext' }),
    )
  }

  beforeAll(async () => {
    ;({ db, close } = await freshDatabase())
    await loadCity(db)
    bulletin = await make('quarterly', '2026Q3')
  })
  afterAll(() => close())

  /**
   * Every task with its last reading by the end of September, its share and the pace of that day, in SQL alone: nothing of
   * the code that makes reports.
   */
  const STANDING = `
  with said as (
    select p.task_id, p.id, p.state, r.value
    from progress p left join reading r on r.progress_id = p.id
    where p.superseded_at is null and p.period in ('2026Q2', '2026Q3')
      and p.period = (select max(period) from progress o where o.task_id = p.task_id and o.superseded_at is null)
  ), each as (
    select t.id, t.section, said.state, said.value / m.value as share,
      (date '2026-09-30' - date '2026-01-01' + 1)::numeric / (t.due_on - date '2026-01-01' + 1) as pace,
      exists (select from closing c where c.task_id = t.id and c.reopened_at is null) as closed,
      exists (select from request_task k join request q on q.id = k.request_id
              where k.task_id = t.id and k.state = 'asked' and q.state = 'open' and q.due_on < $1) as silent
    from task t join metric m on m.task_id = t.id left join said on said.task_id = t.id
  ), lag as (
    select *, round(100 * (pace - share)) as points from each
  )
  select id, section, case
    when closed or (state = 'done' and share >= 1) then 'done'
    when points > 30 then 'late'
    when state = 'blocked' then 'blocked'
    when points > 10 then 'slow'
    when silent then 'due'
    when state is not null then 'onPace'
    else 'unknown' end as class
  from lag`

  const count = async (sql: string, values: readonly unknown[] = [ASOF]): Promise<number> => {
    const [row] = await db.query<{ n: number }>(sql, values)
    return row!.n
  }
  const classed = (name: string): Promise<number> =>
    count(`select count(*) as n from (${STANDING}) s where class = '${name}'`)

  const runsOf = ({ report }: Made): readonly Run[] =>
    report.parts.flatMap((part): readonly Run[] => (part.kind === 'paragraph' ? part.runs : []))

  /** The figure after these words. */
  function figureAfter(made: Made, words: string): Run {
    const runs = runsOf(made)
    const at = runs.findIndex((run, i) => run.text.endsWith(words) && runs[i + 1]?.figure !== undefined)
    expect(at, words).toBeGreaterThan(-1)
    return runs[at + 1]!
  }

  describe('figures of the bulletin, counted again in SQL', () => {
    test.each([
      ['已完成', 'done'],
      ['达到序时进度', 'onPace'],
      ['进度偏慢', 'slow'],
      ['滞后或逾期', 'late'],
      ['待报送进展', 'due'],
    ])('%s', async (words, name) => {
      const run = figureAfter(bulletin, words)
      const rows = await db.query<{ id: number }>(`select id from (${STANDING}) s where class = '${name}'`, [
        ASOF,
      ])
      expect(run.figure?.value).toBe(rows.length)
      expect([...(run.figure?.tasks ?? [])].sort()).toEqual(rows.map((row) => row.id).sort())
    })

    test('a class of no task is not said', async () => {
      expect(await classed('unknown')).toBe(0)
      expect(reportText(bulletin.report)).not.toContain('暂不能判断进度0项')
    })

    test('all tasks, and those closed', async () => {
      expect(figureAfter(bulletin, '共').figure?.value).toBe(
        await count('select count(*) as n from task', []),
      )
      const closed = 'select count(*) as n from closing where reopened_at is null'
      expect(figureAfter(bulletin, '含已销号').figure?.value).toBe(await count(closed, []))
    })

    test('units that owe, that reported, that are late', async () => {
      const of = (where: string) =>
        count(`select count(distinct unit_id) as n from request where ${where}`, [])
      expect(figureAfter(bulletin, '本期应报送进展的单位').figure?.value).toBe(await of('true'))
      expect(figureAfter(bulletin, '已报').figure?.value).toBe(await of("state = 'answered'"))
      expect(figureAfter(bulletin, '逾期未报').figure?.value).toBe(await of("state = 'open'"))
    })

    test('matters that need help', async () => {
      const asked = `select count(*) as n from progress where period = '2026Q3' and help is not null and superseded_at is null`
      expect(figureAfter(bulletin, '提请协调的事项共').figure?.value).toBe(await count(asked, []))
    })

    test('each row of the table by section', async () => {
      const rows = await db.query<{ section: string; class: string; n: number }>(
        `select section, class, count(*) as n from (${STANDING}) s group by 1, 2`,
        [ASOF],
      )
      const table = bulletin.report.parts.find((part) => part.kind === 'table')
      expect(table?.kind === 'table' && table.rows.length).toBe(14)
      if (table?.kind !== 'table') return
      for (const [name, , done, onPace, slow, late, others] of table.rows.slice(0, 12)) {
        const own = rows.filter((row) => row.section.endsWith(name!.text))
        const n = (...of: readonly string[]): number =>
          own.filter((row) => of.includes(row.class)).reduce((sum, row) => sum + row.n, 0)
        expect([done, onPace, slow, late, others].map((cell) => Number(cell!.text))).toEqual([
          ...[n('done'), n('onPace'), n('slow'), n('late'), n('blocked', 'due', 'unknown')],
        ])
      }
    })

    test('every reading in words is a row', async () => {
      const rows = await db.query<{ words: string }>(`
      select r.metric || (r.value::float8)::text || '/' || (m.value::float8)::text || m.unit as words
      from reading r join progress p on p.id = r.progress_id join metric m on m.task_id = p.task_id
      where p.superseded_at is null`)
      const known = new Set(rows.map((row) => row.words))
      const text = reportText(bulletin.report)
      const said = [...text.matchAll(/：([^：，（\n]+?\d[\d.]*\/\d[\d.]*[^（]+)（\d+%）/g)].map(
        (m) => m[1] ?? '',
      )
      expect(said.length).toBeGreaterThan(20)
      for (const words of said) expect(known).toContain(words)
    })
  })

  describe('other kinds over the same rows', () => {
    test('what changed since June', async () => {
      const made = await make('difference', '2026Q3')
      const table = made.report.parts.find((part) => part.kind === 'table')
      const now = await classed('late')
      if (table?.kind !== 'table') throw new Error('no table')
      expect(Number(table.rows[3]![2]!.text)).toBe(now)
      for (const column of [1, 2]) {
        const cells = table.rows.map((row) => Number(row[column]!.text))
        expect(cells.slice(0, -1).reduce((a, b) => a + b, 0)).toBe(cells.at(-1))
      }
    })

    test('a stranger’s report counts confirmed reports alone', async () => {
      const made = await make('monthly', '2026-09', STRANGER)
      const confirmed = `select count(distinct p.task_id) as n from progress p where p.review = 'confirmed' and p.state = 'done'`
      expect(figureAfter(made, '已完成').figure?.value).toBe(await count(confirmed, []))
    })

    test.each(['monthly', 'halfYear', 'annual', 'onePage', 'topic', 'ledger', 'forms'] as const)(
      '%s is made of the city in short time',
      async (kind) => {
        const made = await make(kind, null)
        expect(reportText(made.report)).not.toMatch(/undefined|NaN|null|，，|。。/)
      },
    )
  })
})
