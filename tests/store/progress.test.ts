import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aheadOf, type Hand, type NewProgress, type Progress } from '../../src/domain/progress.ts'
import { readAudit } from '../../src/store/audit.ts'
import { createProgressBook } from '../../src/store/progress.ts'
import { createStandings } from '../../src/store/standings.ts'
import { freshDatabase, type TestDatabase } from '../database.ts'
import { type Ground, ground } from './progress-ground.ts'

let base: TestDatabase
let here: Ground
beforeAll(async () => {
  base = await freshDatabase()
})
afterAll(() => base.close())
beforeEach(async () => {
  await base.db.query('truncate file, progress, closing, snapshot, request, unit, person, audit cascade')
  here = await ground(base.db)
})

const at = (time: string): Date => new Date(`2026-10-15T${time}:00+08:00`)
const hand = (messageKey: string, over: Partial<Hand> = {}): Hand => ({
  personId: here.zhang,
  at: at('10:00'),
  today: '2026-10-15',
  messageKey,
  ...over,
})

const report = (over: Partial<NewProgress> = {}): NewProgress => ({
  taskId: here.tasks[0] ?? 0,
  unitId: here.unit,
  period: '2026Q3',
  capacity: 'lead',
  state: 'ongoing',
  text: '商业航线开了6条',
  readings: [{ metric: '商业航线', value: 6, unit: '条', doubts: ['falls'] }],
  unchanged: false,
  expectedFinish: '2026-12-31',
  difficulty: '用地未批',
  help: null,
  insisted: '统计口径变了',
  adoptedFrom: null,
  ...over,
})

const book = () => createProgressBook(base.db)
const first = (rows: readonly Progress[]): Progress => {
  const [row] = rows
  if (row === undefined) throw new Error('nothing was written')
  return row
}

describe('writing', () => {
  test('keeps all that was said, and says who and when', async () => {
    const made = first(await book().write([report()], hand('message:1')))
    expect(made).toEqual({
      ...report(),
      id: made.id,
      unit: '市交通运输局',
      person: '张航',
      messageKey: 'message:1',
      reportedAt: at('10:00'),
      reportedOn: '2026-10-15',
      late: false,
      supersedes: null,
      supersededAt: null,
      review: 'pending',
      reviewedBy: null,
      reviewNote: null,
    })
    expect(await book().find(made.id)).toEqual(made)
  })

  test('a correction supersedes and never overwrites', async () => {
    const old = first(await book().write([report()], hand('message:1')))
    const now = first(await book().write([report({ text: '是7条' })], hand('message:2', { at: at('10:05') })))
    expect(now.supersedes).toBe(old.id)
    expect((await book().standing([old.taskId])).map((p) => p.id)).toEqual([now.id])
    expect(await book().history(old.taskId)).toEqual([{ ...old, supersededAt: at('10:05') }, now])
    const [audit] = await readAudit(base.db, 'progress', now.id)
    expect(audit).toMatchObject({ what: 'report', person: '张航', messageKey: 'message:2' })
    expect(audit).toMatchObject({ before: { id: old.id, text: old.text }, after: { text: '是7条' } })
  })

  test('the same message writes once, even after it was corrected', async () => {
    const both = [report(), report({ taskId: here.tasks[1] ?? 0 })]
    const written = await book().write(both, hand('message:1'))
    expect(await book().write(both, hand('message:1'))).toEqual(written)
    await book().write([report({ text: '更正' })], hand('message:2'))
    const again = await book().write(both, hand('message:1'))
    expect(again.map((p) => p.id)).toEqual(written.map((p) => p.id))
    expect((await book().standing([here.tasks[0] ?? 0])).map((p) => p.text)).toEqual(['更正'])
  })

  test('one message may report two periods of one task', async () => {
    const rows = await book().write([report({ period: '2026Q2' }), report()], hand('message:1'))
    expect(rows.map((p) => p.period)).toEqual(['2026Q2', '2026Q3'])
    expect((await book().standing(here.tasks, '2026Q2')).length).toBe(1)
  })

  test('said twice in one message the later words count', async () => {
    const rows = await book().write([report({ text: '6条' }), report({ text: '7条' })], hand('message:1'))
    expect(new Set(rows.map((p) => p.text))).toEqual(new Set(['7条']))
  })

  test('of many who write at once one report stands and none is lost', async () => {
    const keys = Array.from({ length: 8 }, (_, i) => `message:${i}`)
    await Promise.all(keys.map((key) => book().write([report({ text: key })], hand(key))))
    const history = await book().history(here.tasks[0] ?? 0)
    expect(history.length).toBe(8)
    expect(history.filter((p) => p.supersededAt === null).length).toBe(1)
    expect(history.slice(1).map((p) => p.supersedes)).toEqual(history.slice(0, -1).map((p) => p.id))
  })

  test('two confirm the same card at once: one wins, the other is given the first one', async () => {
    const seen = { seenAt: at('09:59') }
    const [a, b] = [hand('tap:a', seen), hand('tap:b', { ...seen, personId: here.wang })]
    const [one, two] = await Promise.all([book().write([report()], a), book().write([report()], b)])
    expect([aheadOf(one, a).length, aheadOf(two, b).length].sort()).toEqual([0, 1])
    expect(first(one).id).toBe(first(two).id)
    expect((await book().history(here.tasks[0] ?? 0)).length).toBe(1)
  })

  test('who has seen the first report may correct it', async () => {
    await book().write([report()], hand('tap:a'))
    const b = hand('tap:b', { seenAt: at('10:01'), at: at('10:02') })
    expect(aheadOf(await book().write([report()], b), b)).toEqual([])
  })

  test('what comes after a period was frozen is late', async () => {
    expect(await createStandings(base.db).freeze('2026Q3', '2026-10-15', at('09:00'))).toBe(true)
    const rows = await book().write([report(), report({ period: '2026Q4' })], hand('message:1'))
    expect(rows.map((p) => p.late)).toEqual([true, false])
  })

  test('nothing is written when one of the reports cannot be', async () => {
    const broken = report({ taskId: 999_999 })
    await expect(book().write([report(), broken], hand('message:1'))).rejects.toThrow('数据库')
    expect(await book().history(here.tasks[0] ?? 0)).toEqual([])
  })
})

describe('requests', () => {
  test('are answered by the last report they ask for, and open again when one is returned', async () => {
    const [one, two] = here.tasks
    expect(await here.request()).toBe('open asked asked')
    const made = first(await book().write([report({ taskId: one })], hand('message:1')))
    expect(await here.request()).toBe('open reported asked')
    await book().write([report({ taskId: two })], hand('message:2'))
    expect(await here.request()).toBe('answered reported reported')
    await book().review(made.id, { review: 'returned', note: '没有数' }, hand('tap:1', { personId: here.li }))
    expect(await here.request()).toBe('open asked reported')
    await book().write([report({ taskId: one })], hand('message:3'))
    expect(await here.request()).toBe('answered reported reported')
  })

  test('of another unit or period are not touched', async () => {
    await book().write([report({ unitId: here.other }), report({ period: '2026Q2' })], hand('message:1'))
    expect(await here.request()).toBe('open asked asked')
  })

  test('need no report of a closed task, until it is opened again', async () => {
    const [one, two] = [here.tasks[0] ?? 0, here.tasks[1] ?? 0]
    await book().close(one, '已建成', hand('tap:1'))
    expect(await here.request()).toBe('open known asked')
    await book().close(two, '已建成', hand('tap:2'))
    expect(await here.request()).toBe('answered known known')
    await book().reopen(one, '质量问题', hand('tap:3'))
    expect(await here.request()).toBe('open asked known')
  })
})

describe('review', () => {
  const by = (personId: number, key: string) => hand(key, { personId, at: at('11:00') })
  const confirmed = { review: 'confirmed', note: null } as const
  const returned = { review: 'returned', note: '缺佐证' } as const

  test('is said once, by one person; a tap delivered twice gives the same', async () => {
    const { id } = first(await book().write([report()], hand('message:1')))
    const done = await book().review(id, returned, by(here.li, 'tap:1'))
    expect(done).toMatchObject({
      outcome: 'done',
      progress: { review: 'returned', reviewedBy: '李敏', reviewNote: '缺佐证' },
    })
    expect(await book().review(id, returned, by(here.li, 'tap:1'))).toEqual(done)
    expect((await book().review(id, confirmed, by(here.wang, 'tap:2'))).outcome).toBe('settled')
    expect((await book().review(id, returned, by(here.li, 'tap:3'))).outcome).toBe('settled')
    expect((await book().review(id, confirmed, by(here.li, 'tap:4'))).outcome).toBe('done')
    expect((await readAudit(base.db, 'progress', id)).map((a) => a.what)).toEqual([
      ...['report', 'return', 'review'],
    ])
  })

  test('two at once: one wins', async () => {
    const { id } = first(await book().write([report()], hand('message:1')))
    const verdicts = await Promise.all([
      book().review(id, confirmed, by(here.li, 'tap:1')),
      book().review(id, returned, by(here.wang, 'tap:2')),
    ])
    expect(verdicts.map((v) => v.outcome).sort()).toEqual(['done', 'settled'])
  })

  test('what was superseded meanwhile is not judged; what is not there is gone', async () => {
    const { id } = first(await book().write([report()], hand('message:1')))
    await book().write([report()], hand('message:2'))
    expect((await book().review(id, confirmed, by(here.li, 'tap:1'))).outcome).toBe('settled')
    expect((await book().review(999_999, confirmed, by(here.li, 'tap:1'))).outcome).toBe('gone')
  })
})

describe('closing', () => {
  test('once, by one; a tap delivered twice gives the same', async () => {
    const task = here.tasks[0] ?? 0
    const closing = { taskId: task, closedOn: '2026-10-15', by: '张航', reason: '已建成' }
    expect(await book().close(task, '已建成', hand('tap:1'))).toEqual(closing)
    expect(await book().close(task, '已建成', hand('tap:1'))).toEqual(closing)
    expect(await book().close(task, '再说一遍', hand('tap:2'))).toBeNull()
    expect(await book().closings([task])).toEqual([closing])
    expect(await book().close(999_999, '没有这项', hand('tap:3'))).toBeNull()
    expect(await book().reopen(task, '质量问题', hand('tap:4'))).toBe(true)
    expect(await book().reopen(task, '质量问题', hand('tap:4'))).toBe(true)
    expect(await book().reopen(task, '质量问题', hand('tap:5'))).toBe(false)
    expect(await book().closings([task])).toEqual([])
    expect((await readAudit(base.db, 'task', task)).map((a) => a.what)).toEqual(['close', 'reopen'])
  })
})

test('audit rows are only added', async () => {
  await book().write([report()], hand('message:1'))
  await expect(base.db.query(`update audit set what = 'x'`)).rejects.toThrow('audit rows are only added')
  await expect(base.db.query('delete from audit')).rejects.toThrow('audit rows are only added')
})
