import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { STRANGER, type Viewer } from '../../src/domain/person.ts'
import type { NewProgress } from '../../src/domain/progress.ts'
import type { TaskStanding } from '../../src/domain/standing.ts'
import { readAudit } from '../../src/store/audit.ts'
import { insertDocument, publishDocument, touchDocument } from '../../src/store/documents.ts'
import { insertFile } from '../../src/store/files.ts'
import { createProgressBook } from '../../src/store/progress.ts'
import { saveTasks } from '../../src/store/save-tasks.ts'
import { createStandings } from '../../src/store/standings.ts'
import { tasksOfDocument } from '../../src/store/tasks.ts'
import { freshDatabase, type TestDatabase } from '../database.ts'
import { makeDocument, makeMetric, makeTask, makeUnits } from '../make-document.ts'
import { addUnit } from './progress-ground.ts'

const [LEAD, HELP] = ['市交通运输局', '市经信局']
const YEAR = { start: '2026-01-01', end: '2026-12-31', certainty: 'stated' } as const
const line = makeMetric({ name: '商业航线', value: 10, unit: '条', raw: '商业航线10条' })
const task = makeTask({
  text: '开通商业航线10条。',
  lead: makeUnits(LEAD),
  responsible: makeUnits(HELP),
  metrics: [line],
})
const plain = makeTask({ no: 2, path: ['一', '2'], text: '编制管理办法。', responsible: makeUnits(HELP) })

let base: TestDatabase
let units: ReadonlyMap<string, number>
let ids: readonly number[]
beforeAll(async () => {
  base = await freshDatabase()
})
afterAll(() => base.close())
beforeEach(async () => {
  await base.db.query('truncate file, progress, closing, snapshot, request, unit, person, audit cascade')
  units = new Map([
    [LEAD, await addUnit(base.db, LEAD)],
    [HELP, await addUnit(base.db, HELP)],
  ])
  ids = await version('a', [task, plain])
})

/** A version of the plan; its tasks carry on those of `before`, in order. */
async function version(name: string, tasks: readonly (typeof task)[], before: readonly number[] = []) {
  const { db } = base
  const file = { name, format: 'txt', hash: name, body: '', addedAt: new Date(0), addedBy: null }
  const entry = { fileId: await insertFile(db, file), ordinal: 0, series: 'plan', status: 'draft' } as const
  const { id } = await insertDocument(db, { ...entry, document: makeDocument({ period: YEAR }) })
  const rows = tasks.map((t, i) => ({ id: null, originId: before[i] ?? null, task: t, same: false }))
  await saveTasks(db, id, rows, units)
  await touchDocument(db, id, new Date(0))
  await publishDocument(db, id)
  return (await tasksOfDocument(db, id)).map((t) => t.originId)
}

const unit = (name: string) => units.get(name) ?? 0
let said = 0
async function report(day: string, over: Partial<NewProgress> & { readonly value?: number } = {}) {
  const { value, ...rest } = over
  const readings = value === undefined ? [] : [{ metric: '商业航线', value, unit: '条', doubts: [] }]
  const made: NewProgress = {
    ...{ taskId: ids[0] ?? 0, unitId: unit(LEAD), period: '2026Q3', capacity: 'lead', state: 'ongoing' },
    ...{ text: '按计划推进', readings, unchanged: false, expectedFinish: null, difficulty: null, help: null },
    ...{ insisted: null, adoptedFrom: null, ...rest },
  }
  const at = new Date(`${day}T10:00:00+08:00`)
  const hand = { personId: null, at, today: day, messageKey: `message:${said++}` }
  const [row] = await createProgressBook(base.db).write([made], hand)
  if (row === undefined) throw new Error('nothing was written')
  return row
}
const confirm = (id: number) =>
  createProgressBook(base.db).review(
    id,
    { review: 'confirmed', note: null },
    { personId: null, at: new Date(0), today: '2026-10-16', messageKey: `tap:${id}` },
  )

const DAY = '2026-10-21'
const look = async (more: { viewer?: Viewer; today?: string; period?: string } = {}) =>
  (await createStandings(base.db).snapshot({ period: '2026Q4', today: DAY, ...more })).tasks
const first = async (more: Parameters<typeof look>[0] = {}): Promise<TaskStanding> => {
  const [standing] = await look(more)
  if (standing === undefined) throw new Error('no task')
  return standing
}
const person = (over: Partial<Viewer>): Viewer => ({ ...STRANGER, ...over })

describe('one task', () => {
  test('with nothing said', async () => {
    expect(await first()).toMatchObject({
      ...{ no: 1, originId: ids[0], dueOn: '2026-12-31', startsOn: '2026-01-01', dueCertainty: 'implied' },
      ...{ leads: [{ id: unit(LEAD), name: LEAD }], responsible: [{ id: unit(HELP), name: HELP }] },
      ...{ state: null, light: 'none', reason: { kind: 'unknown' }, report: null, statements: [] },
      document: { name: '云政办〔2026〕1号', title: '低空经济工作方案' },
    })
  })

  test('the last reading beside the one before, and the light', async () => {
    await report('2026-07-15', { period: '2026Q2', value: 4 })
    const { id } = await report('2026-10-15', { value: 6 })
    const told = await first()
    expect(told.metrics[0]).toMatchObject({
      last: { value: 6, unit: '条', period: '2026Q3', on: '2026-10-15' },
      before: { value: 4, period: '2026Q2' },
      share: 0.6,
    })
    expect(told).toMatchObject({ light: 'amber', reason: { kind: 'behind', points: 21 }, report: { id } })
  })

  test('as known on an earlier day, corrections since then undone', async () => {
    await report('2026-10-15', { value: 6 })
    await report('2026-10-18', { value: 7 })
    expect((await first({ today: '2026-10-16' })).metrics[0]?.last?.value).toBe(6)
    expect((await first({ today: '2026-10-14' })).report).toBeNull()
  })

  test('of a past period only what was said for it, measured at its end', async () => {
    await report('2026-07-15', { period: '2026Q2', value: 5 })
    await report('2026-10-15', { value: 6 })
    expect(await first({ period: '2026Q2' })).toMatchObject({ light: 'green', report: { period: '2026Q2' } })
  })

  test('what a responsible unit states stands beside the official report', async () => {
    await report('2026-10-14', { unitId: unit(HELP), capacity: 'responsible', value: 9 })
    expect(await first()).toMatchObject({ report: null, light: 'none', statements: [{ unit: HELP }] })
    await report('2026-10-15', { value: 6 })
    expect(await first()).toMatchObject({ report: { unit: LEAD }, statements: [{ unit: HELP }] })
  })

  test('where no unit leads, the only one that answers for it', async () => {
    await report('2026-10-15', { taskId: ids[1] ?? 0, unitId: unit(HELP), capacity: 'responsible' })
    expect((await look())[1]).toMatchObject({ report: { unit: HELP }, light: 'green' })
  })

  test('a returned report does not count', async () => {
    const { id } = await report('2026-10-15', { value: 6 })
    const hand = { personId: null, at: new Date(0), today: DAY, messageKey: 'tap:1' }
    await createProgressBook(base.db).review(id, { review: 'returned', note: '缺佐证' }, hand)
    expect((await first()).report).toBeNull()
  })

  test('closed', async () => {
    const hand = { personId: null, at: new Date(0), today: DAY, messageKey: 'tap:1' }
    await createProgressBook(base.db).close(ids[0] ?? 0, '已建成', hand)
    expect(await first()).toMatchObject({ state: 'closed', light: 'green', reason: { kind: 'closed' } })
  })

  test('words without a state: it goes on; nothing changed: as before; once done, done', async () => {
    await report('2026-07-15', { period: '2026Q2', state: 'blocked' })
    await report('2026-10-15', { state: null })
    expect((await first()).state).toBe('ongoing')
    await report('2026-10-16', { state: null, unchanged: true })
    expect((await first()).state).toBe('blocked')
    await report('2026-07-16', { period: '2026Q2', state: 'done' })
    await report('2026-10-17', { state: null })
    expect((await first()).state).toBe('done')
  })
})

describe('a new version of the document', () => {
  const renamed = { ...task, metrics: [{ ...line, name: '低空飞行商业航线', value: 12 }] }

  test('keeps the readings of a target worded anew', async () => {
    await report('2026-10-15', { value: 6 })
    await version('b', [renamed], ids)
    expect(await first()).toMatchObject({
      originId: ids[0],
      metrics: [{ name: '低空飞行商业航线', last: { value: 6 }, share: 0.5 }],
    })
  })

  test('guesses no reading for another target', async () => {
    await report('2026-10-15', { value: 6 })
    await version('b', [{ ...task, metrics: [{ ...line, name: '起降点' }] }], ids)
    expect((await first()).metrics[0]).toMatchObject({ last: null, share: null })
  })
})

describe('who sees what', () => {
  test('others see what was confirmed, without difficulties', async () => {
    const old = await report('2026-07-15', { period: '2026Q2', value: 4, difficulty: '用地未批' })
    await confirm(old.id)
    await report('2026-10-15', { value: 6 })
    const last = async (viewer?: Viewer) => {
      const { metrics, report: told } = await first(viewer === undefined ? {} : { viewer })
      return [metrics[0]?.last?.value, told?.difficulty]
    }
    expect(await last(STRANGER)).toEqual([4, null])
    expect(await last(person({ unitId: unit(HELP) }))).toEqual([4, null])
    expect(await last(person({ roles: ['liaison'], unitId: unit(LEAD) }))).toEqual([6, null])
    expect(await last(person({ roles: ['leader'], oversees: [unit(LEAD)] }))).toEqual([6, null])
    expect(await last(person({ roles: ['supervisor'] }))).toEqual([6, null])
    expect((await first({ period: '2026Q2', viewer: STRANGER })).report?.difficulty).toBeNull()
    expect((await first({ period: '2026Q2' })).report?.difficulty).toBe('用地未批')
  })

  test('who answers today for a body that is no more', async () => {
    const heir = await addUnit(base.db, '市低空局')
    await base.db.query('update unit set succeeded_by = $2 where id = $1', [unit(LEAD), heir])
    await report('2026-10-15', { value: 6 })
    expect((await first({ viewer: person({ unitId: heir }) })).report?.unit).toBe(LEAD)
  })
})

describe('a frozen period', () => {
  test('is read as it was kept, by everyone as they may see it; later reports are late', async () => {
    const standings = createStandings(base.db)
    await confirm((await report('2026-10-12', { value: 5 })).id)
    await report('2026-10-15', { value: 6, difficulty: '用地未批' })
    const before = await first({ period: '2026Q3' })
    const at = new Date('2026-10-21T18:00:00+08:00')
    expect(await standings.freeze('2026Q3', DAY, at)).toBe(true)
    expect(await standings.freeze('2026Q3', DAY, at)).toBe(false)
    expect((await report('2026-10-22', { value: 8 })).late).toBe(true)
    expect(await first({ period: '2026Q3', today: '2026-11-01' })).toEqual(before)
    const open = await first({ period: '2026Q3', viewer: STRANGER })
    expect([before.report?.difficulty, open.report]).toEqual(['用地未批', null])
    const kept = await standings.snapshot({ period: '2026Q3', today: '2026-11-01', taskIds: ids.slice(1) })
    expect(kept).toMatchObject({ frozen: true, asOf: DAY, takenAt: at, tasks: [{ no: 2 }] })
    expect((await first({ today: '2026-11-01' })).metrics[0]?.last?.value).toBe(8)
    expect((await readAudit(base.db, 'snapshot', 0)).map((a) => a.what)).toEqual(['freeze'])
  })
})

test('what is owed makes the light, and is counted', async () => {
  const [row] = await base.db.query<{ id: number }>(
    `insert into request (unit_id, kind, period, due_on, stated_on, opens_on, grounds, opened_at)
     values ($1, 'progress', '2026Q3', '2026-10-20', '2026-10-20', '2026-10-01', '[]', now()) returning id`,
    [unit(LEAD)],
  )
  await base.db.query(
    `insert into request_task (request_id, task_id, capacity) select $1, unnest($2::bigint[]), 'lead'`,
    [row?.id, ids],
  )
  expect(await first({ today: '2026-10-16' })).toMatchObject({
    light: 'amber',
    reason: { kind: 'reportDue', dueOn: '2026-10-20', workingDays: 2 },
  })
  expect(await first()).toMatchObject({ light: 'red', reason: { kind: 'reportLate', dueOn: '2026-10-20' } })
  await report('2026-10-21', { value: 9 })
  const snapshot = await createStandings(base.db).snapshot({ period: '2026Q3', today: '2026-10-22' })
  expect(snapshot.tasks[0]).toMatchObject({ light: 'green' })
  expect(snapshot.owing).toEqual([
    {
      ...{ unitId: unit(LEAD), unit: LEAD, kind: 'progress', requestId: row?.id, dueOn: '2026-10-20' },
      ...{ state: 'open', tasks: 2, reported: 1, daysLate: 2, asked: 0 },
    },
  ])
})
