import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NewProgress } from '../../src/domain/progress.ts'
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
})
