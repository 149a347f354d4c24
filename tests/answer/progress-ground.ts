import type { NewProgress } from '../../src/domain/progress.ts'
import type { Db } from '../../src/store/db.ts'
import { createProgressBook } from '../../src/store/progress.ts'

/** Task by its number in the plan of `plan.ts`, unit by its short name. */
export interface Said extends Partial<Omit<NewProgress, 'taskId' | 'unitId' | 'readings'>> {
  readonly no: number
  readonly unit: string
  readonly day: string
  readonly readings?: readonly (readonly [metric: string, value: number, unit: string])[]
  readonly confirmed?: boolean
}

export async function idsOf(db: Db) {
  const tasks = await db.query<{ id: number; no: number }>(
    `select t.id, t.no from task t join document d on d.id = t.document_id where d.number = '云政办〔2026〕5号'`,
  )
  const units = await db.query<{ id: number; short: string }>('select id, short from unit')
  return {
    task: (no: number) => tasks.find((t) => t.no === no)?.id ?? 0,
    unit: (short: string) => units.find((u) => u.short === short)?.id ?? 0,
  }
}

/** Writes what units said, and reviews it where it is said to be confirmed. Gives the rows' ids. */
export async function tell(db: Db, said: readonly Said[]): Promise<number[]> {
  const ids = await idsOf(db)
  const book = createProgressBook(db)
  const made: number[] = []
  for (const [i, { no, unit, day, readings = [], confirmed = false, ...rest }] of said.entries()) {
    const report: NewProgress = {
      ...{
        taskId: ids.task(no),
        unitId: ids.unit(unit),
        period: '2026Q3',
        capacity: 'lead',
        state: 'ongoing',
      },
      ...{ text: '', unchanged: false, expectedFinish: null, difficulty: null, help: null, insisted: null },
      ...{
        adoptedFrom: null,
        readings: readings.map(([metric, value, u]) => ({ metric, value, unit: u, doubts: [] })),
      },
      ...rest,
    }
    const at = new Date(`${day}T10:00:00+08:00`)
    const hand = { personId: null, at, today: day, messageKey: `message:${day}:${i}` }
    const [row] = await book.write([report], hand)
    const id = row?.id ?? 0
    made.push(id)
    if (confirmed)
      await book.review(id, { review: 'confirmed', note: null }, { ...hand, messageKey: `tap:${id}` })
  }
  return made
}

/** One request of a unit for a period, with its tasks by number. */
export async function owe(
  db: Db,
  request: {
    readonly unit: string
    readonly period: string
    readonly dueOn: string
    readonly tasks: readonly number[]
  },
): Promise<number> {
  const ids = await idsOf(db)
  const [row] = await db.query<{ id: number }>(
    `insert into request (unit_id, kind, period, due_on, stated_on, opens_on, grounds, opened_at)
     values ($1, 'progress', $2, $3, $3, $3::date - 20, '[]', now()) returning id`,
    [ids.unit(request.unit), request.period, request.dueOn],
  )
  await db.query(
    `insert into request_task (request_id, task_id, capacity) select $1, unnest($2::bigint[]), 'lead'`,
    [row?.id, request.tasks.map(ids.task)],
  )
  return row?.id ?? 0
}
