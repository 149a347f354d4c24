import type { Db } from '../../src/store/db.ts'
import { insertDocument, publishDocument } from '../../src/store/documents.ts'
import { insertFile } from '../../src/store/files.ts'
import { addPerson } from '../../src/store/people.ts'
import { saveTasks } from '../../src/store/save-tasks.ts'
import { makeDocument, makeTask } from '../make-document.ts'

export interface Ground {
  readonly tasks: readonly number[]
  readonly unit: number
  readonly other: number
  readonly zhang: number
  readonly wang: number
  readonly li: number
  /** Its state and those of its tasks, in order. */
  readonly request: () => Promise<string>
}

/** Two tasks of one unit, asked for in one request; a liaison, her colleague, a supervisor. */
export async function ground(db: Db): Promise<Ground> {
  const [unit, other] = [await addUnit(db, '市交通运输局'), await addUnit(db, '市经信局')]
  const person = (name: string, role: 'liaison' | 'supervisor') =>
    addPerson(db, { name, title: null, unitId: unit, roles: [role], oversees: [] })
  const zhang = await person('张航', 'liaison')
  const wang = await person('王芳', 'liaison')
  const li = await person('李敏', 'supervisor')
  const tasks = await addTasks(db)
  const request = await addRequest(db, unit, tasks)
  return { tasks, unit, other, zhang, wang, li, request: () => requestState(db, request) }
}

export async function addUnit(db: Db, short: string): Promise<number> {
  const [row] = await db.query<{ id: number }>(
    `insert into unit (name, short, kind) values ($1, $2, 'department') returning id`,
    [`云川${short}`, short],
  )
  return row?.id ?? 0
}

async function addTasks(db: Db): Promise<number[]> {
  const file = { name: 'a.txt', format: 'txt', hash: 'a', body: '', addedAt: new Date(0), addedBy: null }
  const fileId = await insertFile(db, file)
  const entry = { fileId, ordinal: 0, series: 'a', status: 'draft', document: makeDocument() } as const
  const { id } = await insertDocument(db, entry)
  const tasks = [1, 2].map((no) => ({
    id: null,
    originId: null,
    task: makeTask({ no, path: [`${no}`] }),
    same: false,
  }))
  const ids = await saveTasks(db, id, tasks, new Map())
  await publishDocument(db, id)
  return ids
}

async function addRequest(db: Db, unit: number, tasks: readonly number[]): Promise<number> {
  const [row] = await db.query<{ id: number }>(
    `insert into request (unit_id, kind, period, due_on, stated_on, opens_on, grounds, opened_at)
     values ($1, 'progress', '2026Q3', '2026-10-20', '2026-10-20', '2026-10-01', '[]', now()) returning id`,
    [unit],
  )
  await db.query(
    `insert into request_task (request_id, task_id, capacity) select $1, unnest($2::bigint[]), 'lead'`,
    [row?.id, tasks],
  )
  return row?.id ?? 0
}

async function requestState(db: Db, id: number): Promise<string> {
  const [request] = await db.query<{ state: string }>('select state from request where id = $1', [id])
  const tasks = await db.query<{ state: string }>(
    'select state from request_task where request_id = $1 order by task_id',
    [id],
  )
  return [request?.state, ...tasks.map((task) => task.state)].join(' ')
}
