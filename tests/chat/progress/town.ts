import { ingest } from '../../../ingest/ingest.ts'
import type { Duty, PlanDocument } from '../../../src/domain/document.ts'
import type { Role } from '../../../src/domain/person.ts'
import { parseRegistryFile } from '../../../src/domain/registry-file.ts'
import type { Task } from '../../../src/domain/task.ts'
import { createAccounts } from '../../../src/store/accounts.ts'
import type { Db } from '../../../src/store/db.ts'
import { addPerson } from '../../../src/store/people.ts'
import { loadRegistry, readUnitRegistry } from '../../../src/store/units.ts'
import { makeDocument, makeMetric, makeTask, makeUnits } from '../../make-document.ts'

const [ROADS, DATA, WATER, POLICE] = ['市交通运输局', '市数据局', '市水务局', '市公安局'] as const
const source = { start: 0, end: 10 }

export const metric = (name: string, value: number, unit: string) =>
  makeMetric({ name, value, unit, op: '>=', raw: `${name}${value}${unit}` })

export const task = (no: number, lead: string, over: Partial<Task>): Task =>
  makeTask({
    no,
    path: ['二', `${no}`],
    lead: makeUnits(lead),
    deadline: { day: '2026-12-31', certainty: 'inherited', raw: '年底前', source },
    ...over,
  })

const duty = (who: string): Duty => ({
  ...{ who, to: '市人民政府督查室', what: '上一季度进展情况', due: null, recurrence: 'quarterly', source },
  text: `${who}每个季度第1个月的20日前报送上一季度进展情况`,
  timing: { from: null, until: null, month: 1, day: 20 },
})

/** So many tasks of one unit, each with a target of its own. */
export const longPlan = (tasks: number): PlanDocument => ({
  ...PLAN,
  tasks: Array.from({ length: tasks }, (_, i) =>
    task(i + 1, WATER, {
      text: `改造第${i + 1}片供水管网${i + 20}公里。`,
      metrics: [metric(`第${i + 1}片管网`, i + 20, '公里')],
    }),
  ),
})

export const PLAN: PlanDocument = makeDocument({
  number: '云政办〔2026〕5号',
  title: '2026年任务分解方案',
  issuedOn: '2026-01-10',
  period: { start: '2026-01-01', end: '2026-12-31', certainty: 'stated' },
  duties: [duty('各牵头单位'), duty('各责任单位')],
  tasks: [
    task(35, WATER, { text: '改造供水管网120公里。', metrics: [metric('供水管网', 120, '公里')] }),
    task(36, WATER, { text: '水环境治理完成投资20亿元。', metrics: [metric('完成投资', 20, '亿元')] }),
    task(48, DATA, {
      text: '实施北斗规模应用项目80个。',
      responsible: makeUnits(ROADS),
      metrics: [metric('北斗项目', 80, '个')],
    }),
    task(52, ROADS, {
      text: '发展低空经济，开通商业航线10条、治理类航线1000条。',
      responsible: makeUnits(DATA, POLICE),
      metrics: [metric('商业航线', 10, '条'), metric('治理类航线', 1000, '条')],
    }),
    task(69, POLICE, {
      text: '建成数字孪生平台1个。',
      responsible: makeUnits(ROADS),
      metrics: [metric('数字孪生平台', 1, '个')],
    }),
    task(92, ROADS, { text: '天子山大桥12月底前完成主桥合龙。' }),
  ],
})

const PEOPLE: readonly (readonly [string, string | null, readonly Role[]])[] = [
  ['张航', ROADS, ['liaison']],
  ['郑帆', ROADS, ['liaison']],
  ['王芳', ROADS, ['official']],
  ['周密', ROADS, ['official']],
  ['王若溪', DATA, ['liaison']],
  ['江小波', WATER, ['liaison']],
  ['雷震', POLICE, ['liaison']],
  ['李敏', null, ['supervisor']],
  ['顾长河', null, ['supervisor']],
  ['宋启明', null, ['leader']],
]

/** Four units, six tasks, a quarterly report: small enough to be made for every test file. */
export async function loadTown(db: Db, plan: PlanDocument = PLAN): Promise<void> {
  const units = [ROADS, DATA, WATER, POLICE].map((name) => ({ name, short: name, kind: 'department' }))
  await loadRegistry(db, parseRegistryFile({ place: '云川市', units, groups: [] }, 'town.json'))
  await ingest(
    { name: '方案.txt', bytes: new TextEncoder().encode('town') },
    {
      db,
      read: async ({ name }) => ({ name, format: 'txt', text: 'town', tables: [], drop: [], warnings: [] }),
      extract: () => [plan],
    },
    { now: new Date('2026-06-01T09:00:00+08:00'), by: null, allowInternal: false, mode: 'live' },
  )
  const registry = await readUnitRegistry(db)
  const accounts = createAccounts(db)
  for (const [name, unit, roles] of PEOPLE) {
    const unitId = registry.units.find((u) => u.name === unit)?.id ?? null
    const id = await addPerson(db, { name, title: null, unitId, roles, oversees: [] })
    // 周密 has no account: nobody can be asked to take over who cannot be reached.
    if (name !== '周密') await accounts.link('web', `person:${id}`, id)
  }
}
