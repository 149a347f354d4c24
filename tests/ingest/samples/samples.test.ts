import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseRegistryFile } from '../../../src/domain/registry-file.ts'
import { resolveUnit, unitRegistry } from '../../../src/domain/unit.ts'
import { goldenOf, readSample, SAMPLES } from './read-sample.ts'

const ROOT = resolve(import.meta.dirname, '../../..')
const json = (file: string): unknown => JSON.parse(readFileSync(join(ROOT, 'samples', file), 'utf8'))
const [MOTION = '', BREAKDOWN = '', PLAN = ''] = SAMPLES
const documents = new Map(await Promise.all(SAMPLES.map(async (n) => [n, await readSample(n)] as const)))
const documentOf = (name: string) => documents.get(name)!

test.each(SAMPLES)('%s: head and tasks', (name) => {
  const golden = join(import.meta.dirname, 'golden', `${name}.json`)
  expect(goldenOf(documentOf(name))).toEqual(JSON.parse(readFileSync(golden, 'utf8')))
})

describe('targets', () => {
  test.each([
    [2, '带动汽车、家电、家装销售额 >= 120 亿元'],
    [12, '盘活存量土地 = 1.2 万亩；处置闲置厂房 = 50 万平方米'],
    [33, '国有企业资产负债率 <= 60 %'],
    [38, '新增经营主体 = 40000 户；“个转企” = 1500 户'],
    [41, '新建智能工厂 = 12 家；数字化车间 = 60 个'],
    [42, '技改项目 = 200 个；工业技改投资增长 = 15 %'],
    [43, '规模以上工业增加值增长 ~ 7 %；新增规模以上工业企业 = 90 家'],
    [52, '新增低空商业航线 >= 10 条；低空治理类航线 >= 1000 条'],
    [57, '新改建农村公交候车亭站点 = 40 个；建制村通客车率 = 100 %'],
    [78, '数字经济核心产业增加值占地区生产总值比重 = 13 %'],
    [79, '智能算力规模 = 1500 P'],
    [92, ''],
  ])('第%i项', (no, expected) => {
    const task = documentOf(BREAKDOWN).tasks.find((t) => t.no === no)
    expect(task?.metrics.map((m) => `${m.name} ${m.op} ${m.value} ${m.unit}`).join('；')).toBe(expected)
  })
})

test('stages', () => {
  const spans = [MOTION, PLAN].map((n) => documentOf(n).stages.map((s) => [s.name, s.start, s.end].join(' ')))
  expect(spans).toEqual([
    [
      '动员部署阶段 2026-03-01 2026-03-31',
      '组织实施阶段 2026-04-01 2026-11-30',
      '检查评估阶段 2026-10-01 2026-11-30',
      '总结报告阶段 2026-12-01 2027-01-31',
    ],
    [
      '启动建设阶段 2025-04-01 2025-12-31',
      '全面推进阶段 2026-01-01 2027-06-30',
      '巩固提升阶段 2027-07-01 2027-12-31',
    ],
  ])
})

test('duties that keep the reminders busy', () => {
  const duties = [...documents.values()].flatMap((d) =>
    d.duties.map((x) => [x.what, x.due, x.recurrence].join(' ')),
  )
  expect(duties).toEqual(
    expect.arrayContaining([
      '具体办理方案 2026-04-10 ',
      '1号议案办理工作简报  monthly',
      '全年办理工作总结 2026-12-10 ',
      '上一季度责任事项进展情况  quarterly',
    ]),
  )
})

test('the leading group', () => {
  const { roster } = documentOf(MOTION)
  expect([roster.length, roster[0]?.name, roster[2]]).toMatchObject([
    28,
    '周怀远',
    { role: '副组长', name: '郭明' },
  ])
})

test.each([
  ['智能工厂', '2026', '12'],
  ['低空商业航线', '2026', '10'],
  ['增加值占', '2026', '12'],
  ['起降点', '2027', '1000'],
])('indicator %s of %s', (name, period, target) => {
  const rows = documentOf(PLAN).indicators.filter(
    (i) => i.name.includes(name) && i.period === period && !i.by,
  )
  expect(rows.map((i) => i.target)).toEqual([target])
})

test('districts and their shares', () => {
  const sharesOf = (document: string, name: string, period: string) =>
    documentOf(document)
      .indicators.filter((i) => i.by !== null && i.name === name && i.period === period)
      .map((i) => `${i.by}${i.value}${i.unit}`)
  expect([sharesOf(MOTION, '农村公交候车亭站点', '2026'), sharesOf(PLAN, '低空起降点', '2026')]).toEqual([
    ['江北区10个', '临港区8个', '石堰区7个', '青岫区6个', '望川区5个', '东浦区4个', '全市40个'],
    expect.arrayContaining(['江北区90个', '洪泽区35个', '全市400个']),
  ])
})

describe('the registry', () => {
  const file = parseRegistryFile(json('units.json'), 'units.json')
  const units = [...file.units, ...file.groups].map((u, id) => ({
    id,
    place: file.place,
    name: u.name,
    short: u.short,
    kind: 'kind' in u ? u.kind : ('group' as const),
    aliases: u.aliases,
    successor: null,
    members: [],
  }))
  const registry = unitRegistry(units)
  const isKnown = (name: string) => resolveUnit(registry, name, file.place).kind === 'known'

  test('knows every unit the samples name', () => {
    const tasks = [...documents.values()].flatMap((d) => d.tasks)
    const named = tasks.flatMap((t) => [...t.lead, ...t.responsible, ...t.supporting]).map((u) => u.name)
    expect([...new Set(named)].filter((name) => !isKnown(name))).toEqual([])
  })

  test('knows the units of all people', () => {
    const people = json('people.json') as readonly { unit: string; oversees?: readonly string[] }[]
    const named = people.flatMap((p) => [p.unit, ...(p.oversees ?? [])])
    expect(named.filter((name) => !isKnown(name))).toEqual([])
  })
})
