import { ingest } from '../../ingest/ingest.ts'
import type { Duty, PlanDocument } from '../../src/domain/document.ts'
import { parseRegistryFile } from '../../src/domain/registry-file.ts'
import { createAccounts } from '../../src/store/accounts.ts'
import type { Db } from '../../src/store/db.ts'
import { addLeave } from '../../src/store/leaves.ts'
import { addPerson } from '../../src/store/people.ts'
import { loadRegistry, readUnitRegistry } from '../../src/store/units.ts'
import { makeDocument, makeMetric, makeTask, makeUnits } from '../make-document.ts'

const FIRST = [...'水林农商文体教科卫民']
const SECOND = [...'务业政管产保']
/** Sixty bureaus of a city nobody has heard of: 市水务局 … 市民保局. */
export const UNITS = FIRST.flatMap((a) => SECOND.map((b) => `市${a}${b}局`))
const TASKS = 200

const source = { start: 0, end: 10 }
const duty = (over: Partial<Duty>): Duty => ({
  ...{ who: '各牵头单位', to: '市人民政府督查室', what: '进展情况', due: null, recurrence: null, source },
  text: `${over.who ?? '各牵头单位'}${over.what ?? '进展情况'}${over.due ?? over.recurrence ?? ''}`,
  ...over,
})
const timing = { from: null, until: null, month: null, day: null }

/** The quarterly plan has half of the tasks, a monthly one a third, the rest belong to a plan of half-years. */
function documents(): readonly PlanDocument[] {
  const tasks = Array.from({ length: TASKS }, (_, i) =>
    makeTask({
      no: i + 1,
      path: ['一', `${i + 1}`],
      text: `第${i + 1}件事按计划推进，建成示范点${(i % 7) + 3}个。`,
      lead: makeUnits(UNITS[i % UNITS.length] ?? ''),
      responsible: makeUnits(UNITS[(i * 7 + 3) % UNITS.length] ?? ''),
      metrics: [makeMetric({ name: '示范点', value: (i % 7) + 3, unit: '个', raw: '示范点' })],
      deadline: { day: '2026-12-31', certainty: 'inherited', raw: '年底前', source },
    }),
  )
  const period = { start: '2026-01-01', end: '2026-12-31', certainty: 'stated' } as const
  const plan = (number: number, from: number, to: number, duties: readonly Duty[]) =>
    makeDocument({
      number: `云政办〔2026〕${number}号`,
      title: `第${number}号工作方案`,
      issuedOn: '2026-01-10',
      tasks: tasks.slice(from, to),
      ...{ duties, period },
    })
  return [
    plan(5, 0, 100, [
      duty({
        ...{ what: '上一季度进展情况', recurrence: 'quarterly' },
        timing: { ...timing, month: 1, day: 20 },
      }),
    ]),
    plan(9, 100, 166, [
      duty({ what: '工作简报', recurrence: 'monthly', timing: { ...timing, day: 25 } }),
      duty({ what: '办理方案和联络员名单', due: '2026-07-15' }),
    ]),
    plan(11, 166, 200, [
      duty({ who: '各责任单位', what: '上半年工作小结', due: '2026-07-10' }),
      duty({ who: '各有关单位', what: '专项工作进展', due: '2026-08-31' }),
    ]),
  ]
}

export interface City {
  /** Ids of the units, in the order of `UNITS`. */
  readonly units: readonly number[]
  /** The liaison of each unit; null: it has none. */
  readonly liaisons: readonly (number | null)[]
}

/** Units without a liaison, with one nobody can reach, and with one on leave. */
export const BARE = 58
export const MUTE = 57
export const AWAY = 3
export const LEADERS = 9

/** Sixty units, two hundred tasks, people for all but a few; nobody leads the last six. */
export async function openCity(db: Db): Promise<City> {
  const units = UNITS.map((name) => ({ name, short: name, kind: 'department' }))
  await loadRegistry(db, parseRegistryFile({ place: '云川市', units, groups: [] }, 'city.json'))
  await ingest(
    { name: '方案.txt', bytes: new TextEncoder().encode('city') },
    {
      db,
      read: async ({ name }) => ({ name, format: 'txt', text: 'city', tables: [], drop: [], warnings: [] }),
      extract: documents,
    },
    { now: new Date('2026-06-01T09:00:00+08:00'), by: null, allowInternal: false, mode: 'live' },
  )
  const registry = await readUnitRegistry(db)
  const ids = UNITS.map((name) => registry.units.find((unit) => unit.name === name)?.id ?? 0)
  return { units: ids, liaisons: await people(db, ids) }
}

async function people(db: Db, units: readonly number[]): Promise<(number | null)[]> {
  const accounts = createAccounts(db)
  const add = async (
    name: string,
    unitId: number | null,
    role: 'liaison' | 'leader' | 'supervisor',
    reach = true,
  ) => {
    const oversees =
      role === 'leader' ? units.filter((_, i) => Math.floor(i / 6) === Number(name.slice(2))) : []
    const id = await addPerson(db, { name, title: null, unitId, roles: [role], oversees })
    if (reach) await accounts.link('web', `person:${id}`, id)
    return id
  }
  const liaisons: (number | null)[] = []
  for (const [i, unit] of units.entries())
    liaisons.push(i >= BARE ? null : await add(`联络${i}`, unit, 'liaison', i !== MUTE))
  for (let i = 0; i < LEADERS; i++) await add(`领导${i}`, null, 'leader')
  for (let i = 0; i < 2; i++) await add(`督查${i}`, null, 'supervisor')
  const substitute = await add('替班', units[0] ?? null, 'supervisor', true)
  await db.query('delete from person_role where person_id = $1', [substitute])
  const leave = { personId: liaisons[AWAY] ?? 0, from: '2026-07-15', until: '2026-08-05' }
  const hand = {
    personId: null,
    at: new Date('2026-06-01T01:00:00Z'),
    today: '2026-06-01',
    messageKey: 'cli',
  }
  await addLeave(db, { ...leave, substituteId: substitute }, hand)
  return liaisons
}
