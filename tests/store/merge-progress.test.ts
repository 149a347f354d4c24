import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { NewProgress } from '../../src/domain/progress.ts'
import type { PlannedRequest } from '../../src/domain/request.ts'
import { readAudit } from '../../src/store/audit.ts'
import { ensureRequests } from '../../src/store/ensure-requests.ts'
import { createProgressBook } from '../../src/store/progress.ts'
import { decideProposal, proposeUnit } from '../../src/store/proposals.ts'
import { freshDatabase, type TestDatabase } from '../database.ts'
import { ground } from './progress-ground.ts'

let base: TestDatabase
beforeAll(async () => {
  base = await freshDatabase()
})
afterAll(() => base.close())

test('a unit that turns out to be another hands over what it reported and owes; nothing is lost', async () => {
  const { db } = base
  const here = await ground(db)
  const proposed = { name: '云川市交通局', place: null, short: '市交通局', kind: 'department' as const }
  const { documentId } =
    (await db.query<{ documentId: number }>('select id as "documentId" from document'))[0] ?? {}
  const twin = await proposeUnit(db, {
    ...proposed,
    documentId: documentId ?? 0,
    guessId: here.unit,
    reason: null,
  })
  const [one, two] = [here.tasks[0] ?? 0, here.tasks[1] ?? 0]
  const say = (unitId: number, taskId: number, key: string) => {
    const report: NewProgress = {
      ...{ taskId, unitId, period: '2026Q3', capacity: 'lead', state: 'ongoing', text: key, readings: [] },
      ...{
        unchanged: false,
        expectedFinish: null,
        difficulty: null,
        help: null,
        insisted: null,
        adoptedFrom: null,
      },
    }
    return createProgressBook(db).write([report], {
      personId: here.zhang,
      at: new Date(0),
      today: '2026-10-15',
      messageKey: key,
    })
  }
  await db.query(
    `insert into request (unit_id, kind, period, due_on, stated_on, opens_on, grounds, opened_at)
     select $1, kind, period, due_on, stated_on, opens_on, grounds, opened_at from request`,
    [twin],
  )
  const [twins] = await db.query<{ id: number }>('select id from request where unit_id = $1', [twin])
  await db.query(
    `insert into request_task (request_id, task_id, capacity) select $1, unnest($2::bigint[]), 'lead'`,
    [twins?.id, [one, two]],
  )
  await say(here.unit, one, 'own')
  await say(twin, one, 'of the twin')
  await say(twin, two, 'of the twin alone')
  await decideProposal(db, { unitId: twin, mergeInto: here.unit, by: here.li, at: new Date(0) })
  const book = createProgressBook(db)
  expect((await book.standing([one, two])).map((p) => [p.unitId, p.text]).sort()).toEqual([
    [here.unit, 'of the twin alone'],
    [here.unit, 'own'],
  ])
  expect((await book.history(one)).map((p) => p.text).sort()).toEqual(['of the twin', 'own'])
  expect(await db.query('select unit_id as id from request')).toEqual([{ id: here.unit }])
  expect(await here.request()).toBe('answered reported reported')
  expect((await readAudit(db, 'unit', here.unit)).map((a) => [a.what, a.person])).toEqual([
    ['name unit', '李敏'],
  ])
})

describe('a unit that was reorganised', () => {
  const report = async (unitId: number, taskId: number): Promise<number> => {
    const hand = {
      personId: null,
      at: new Date('2026-10-15T02:00:00Z'),
      today: '2026-10-15',
      messageKey: 'm',
    }
    const more = { unchanged: false, expectedFinish: null, difficulty: null, help: null, insisted: null }
    const said = {
      taskId,
      unitId,
      period: '2026Q3',
      capacity: 'lead',
      state: 'ongoing',
      text: '',
      readings: [],
    } as const
    const [row] = await createProgressBook(base.db).write([{ ...said, ...more, adoptedFrom: null }], hand)
    return row?.id ?? 0
  }
  const planned = (here: { unit: number; other: number; tasks: readonly number[] }): PlannedRequest => ({
    ...{
      unitId: here.other,
      kind: 'progress',
      period: '2026Q3',
      dueOn: '2026-10-20',
      statedOn: '2026-10-20',
    },
    ...{ opensOn: '2026-10-01', grounds: [] },
    tasks: here.tasks.map((taskId) => ({ taskId, capacity: 'lead' })),
  })
  const states = (unitId: number) =>
    base.db.query<{ state: string; tasks: string }>(
      `select q.state, (select string_agg(t.state, ' ' order by t.task_id) from request_task t where t.request_id = q.id) as tasks
       from request q where q.unit_id = $1`,
      [unitId],
    )

  test.each([
    ['certain', '2026-09', ['reported asked', 'reported reported', 'asked reported']],
    ['certain', '2026-12', ['asked asked', 'asked asked', 'asked asked']],
    ['likely', '2026-09', ['asked asked', 'asked asked', 'asked asked']],
  ] as const)('%s, on %s: what it told counts for its successor', async (certainty, on, want) => {
    const { db } = base
    await db.query('truncate file, unit, person cascade')
    const here = await ground(db)
    await db.query('update unit set succeeded_by = $2, succeeded_on = $3, certainty = $4 where id = $1', [
      ...[here.unit, here.other, on, certainty],
    ])
    const [one, two] = [here.tasks[0] ?? 0, here.tasks[1] ?? 0]
    const seen: string[] = []
    const look = async () => seen.push((await states(here.other))[0]?.tasks ?? '')
    const first = await report(here.unit, one)
    const window = { from: '2026-10-01', to: '2026-10-31' }
    await ensureRequests(db, [planned(here)], { now: new Date('2026-10-15T02:00:00Z'), window })
    await look()
    await report(here.unit, two)
    await look()
    const hand = {
      personId: here.li,
      at: new Date('2026-10-16T02:00:00Z'),
      today: '2026-10-16',
      messageKey: 'r',
    }
    await createProgressBook(db).review(first, { review: 'returned', note: '口径' }, hand)
    await look()
    expect(seen).toEqual(want)
  })
})
