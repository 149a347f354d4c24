import { ingest } from '../../../ingest/ingest.ts'
import { parseRegistryFile } from '../../../src/domain/registry-file.ts'
import type { Snapshot } from '../../../src/domain/standing.ts'
import type { Db } from '../../../src/store/db.ts'
import { createProgressBook } from '../../../src/store/progress.ts'
import { loadRegistry } from '../../../src/store/units.ts'
import { makeDocument, makeMetric, makeTask, makeUnits } from '../../make-document.ts'
import { city } from '../city.ts'
import { UNITS } from '../matters.ts'

const source = { start: 0, end: 10 }

/** The invented city of `../city.ts` in a database: its documents, its units, what was reported, what is owed, what was closed. */
export async function loadCity(db: Db): Promise<void> {
  const units = UNITS.map(({ name }) => ({ name, short: name, kind: 'department' }))
  await loadRegistry(db, parseRegistryFile({ place: '云川市', units, groups: [] }, 'city.json'))
  const documents = [...Map.groupBy(city().tasks, (task) => task.document.id).values()].map(planOf)
  const text = 'city'
  await ingest(
    { name: '方案.txt', bytes: new TextEncoder().encode(text) },
    {
      db,
      read: async ({ name }) => ({ name, format: 'txt', text, tables: [], drop: [], warnings: [] }),
      extract: () => documents,
    },
    { now: new Date('2026-01-20T01:00:00Z'), by: null, allowInternal: false, mode: 'live' },
  )
  const tasks = await db.query<Place>(`
    select t.id, t.body as text, u.unit_id as "unitId" from task t join task_unit u on u.task_id = t.id and u.role = 'lead'`)
  const places = new Map(tasks.map((task) => [task.text, task]))
  for (const snapshot of [city('before'), city()]) await report(db, snapshot, places)
  await owe(db)
}

interface Place {
  readonly id: number
  readonly text: string
  readonly unitId: number
}

function planOf(tasks: Snapshot['tasks']) {
  const [first] = tasks
  return makeDocument({
    number: first!.document.name,
    title: first!.document.title,
    issuedOn: '2026-01-10',
    period: { start: '2026-01-01', end: '2026-12-31', certainty: 'stated' },
    tasks: tasks.map((task) =>
      makeTask({
        path: task.path,
        no: task.no,
        section: task.section,
        text: task.text,
        lead: makeUnits(...task.leads.map((unit) => unit.name)),
        responsible: makeUnits(...task.responsible.map((unit) => unit.name)),
        metrics: task.metrics.map(({ name, value, unit, op, raw }) =>
          makeMetric({ name, value, unit, op, raw }),
        ),
        deadline: { day: task.dueOn!, certainty: 'stated', raw: task.dueOn!, source },
      }),
    ),
  })
}

async function report(
  db: Db,
  { period, tasks }: Snapshot,
  places: ReadonlyMap<string, Place>,
): Promise<void> {
  const book = createProgressBook(db)
  const told = tasks.flatMap(({ report: said, text, state }) =>
    said === null ? [] : [{ said, state, place: places.get(text)! }],
  )
  const [first] = told
  const { reportedOn: today, reportedAt: at } = first!.said
  const hand = { personId: null, at, today, messageKey: `city:${period}` }
  const reports = told.map(({ said, place }) => ({ ...said, taskId: place.id, unitId: place.unitId }))
  const rows = await book.write(reports, hand)
  const confirmed = told.flatMap(({ said }, i) => (said.review === 'confirmed' ? [rows[i]!.id] : []))
  const closed = told.flatMap(({ state, place }) => (state === 'closed' ? [place.id] : []))
  await db.query(CONFIRMED, [confirmed, at])
  await db.query(CLOSED, [closed, at, today])
}

/** All at once: a transaction for each would be most of the test's time. */
const CONFIRMED = `update progress set review = 'confirmed', reviewed_at = $2 where id = any ($1)`
const CLOSED = `
  insert into closing (task_id, closed_at, closed_on, reason)
  select task, $2, $3, '验收合格' from unnest($1::bigint[]) task where not exists (select from closing c where c.task_id = task)`

/** A request for every unit that leads; those with a task not reported owe it still. */
const REQUESTS = `
  insert into request (unit_id, kind, period, due_on, stated_on, opens_on, grounds, opened_at)
  select distinct u.unit_id, 'progress', '2026Q3', '2026-10-08'::date, '2026-10-08'::date, '2026-10-01'::date, '[]'::jsonb,
    '2026-10-01'::timestamptz
  from task_unit u where u.role = 'lead'`

const REQUESTED = `
  insert into request_task (request_id, task_id, capacity, state)
  select q.id, u.task_id, 'lead',
    case when exists (select from progress p where p.task_id = u.task_id and p.period = '2026Q3') then 'reported' else 'asked' end
  from request q join task_unit u on u.unit_id = q.unit_id and u.role = 'lead'`

const ANSWERED = `
  update request q set state = 'answered', answered_at = '2026-10-06'
  where not exists (select from request_task t where t.request_id = q.id and t.state = 'asked')`

async function owe(db: Db): Promise<void> {
  for (const sql of [REQUESTS, REQUESTED, ANSWERED]) await db.query(sql)
}
