import type { ReportAsked } from '../../../src/domain/order.ts'
import type { Viewer } from '../../../src/domain/person.ts'
import type { Look } from './standing-sql.ts'

/** One report to be counted again: how it is asked for, and which rows it may rest on. */
export interface Case {
  readonly name: string
  readonly asked: Partial<ReportAsked>
  /** Names of units and numbers of tasks, looked up in the tables. */
  readonly units?: readonly string[]
  readonly no?: number
  readonly who?: Viewer['roles'][number]
  readonly oversees?: readonly string[]
  readonly chat?: 'group'
  readonly published?: boolean
  /** Period and day of the present look, of the one before it, and of those before these. */
  readonly now: Day
  readonly before?: Day
  readonly trend?: readonly Day[]
  readonly where?: string
  readonly eyes?: Look['eyes']
  readonly sides?: Readonly<Record<string, string>>
}

type Day = readonly [period: string, today: string]

const TODAY = '2026-10-09'
const Q3: Day = ['2026Q3', TODAY]
const Q2: Day = ['2026Q2', '2026-07-31']
const hasPart = (...units: readonly string[]): string =>
  `exists (select from task_unit o join unit u on u.id = o.unit_id where o.task_id = t.id and u.short in ('${units.join("', '")}'))`

const UNDER = ['市经信局', '市水务局', '市体育局', '市应急局', '云川文旅集团', '市自然资源和城乡建设局']
const LATE = "c.class in ('late', 'slow', 'blocked')"

export const CASES: readonly Case[] = [
  {
    name: '月调度',
    asked: { report: 'monthly', period: '2026-09' },
    now: ['2026-09', TODAY],
    before: ['2026-08', '2026-08-31'],
  },
  {
    name: '月调度 群内',
    asked: { report: 'monthly', period: '2026-09' },
    ...{ chat: 'group', eyes: 'safe', now: ['2026-09', TODAY], before: ['2026-08', '2026-08-31'] },
  },
  { name: '季通报', asked: { report: 'quarterly', period: '2026Q3' }, now: Q3, before: Q2 },
  {
    name: '季通报 发布 点名',
    asked: { report: 'quarterly', period: '2026Q3' },
    ...{ published: true, eyes: 'published', now: Q3, before: Q2 },
  },
  {
    name: '半年小结',
    asked: { report: 'halfYear', period: '2026H1' },
    now: ['2026H1', '2026-07-31'],
    before: ['2025H2', '2026-01-31'],
  },
  {
    name: '全年总结',
    asked: { report: 'annual', period: '2026' },
    now: ['2026', TODAY],
    before: ['2025', '2026-01-31'],
  },
  { name: '一页纸', asked: { report: 'onePage', period: '2026Q3' }, now: Q3, before: Q2 },
  {
    name: '一页纸 分管单位',
    asked: { report: 'onePage', period: '2026Q3' },
    ...{ who: 'leader', oversees: UNDER, where: hasPart(...UNDER), now: Q3, before: Q2 },
  },
  {
    name: '单位',
    asked: { report: 'unit', period: '2026Q3' },
    ...{ units: ['云川文旅集团'], where: hasPart('云川文旅集团'), now: Q3, before: Q2 },
  },
  {
    name: '专题',
    asked: { report: 'topic', period: '2026Q3', scope: '候车亭' },
    ...{ where: "t.body like '%候车亭%'", now: Q3, before: Q2, trend: [Q2, Q3] },
  },
  { name: '一项任务', asked: { report: 'task', period: '2026Q3' }, no: 9, where: 't.no = 9', now: Q3 },
  {
    name: '与上期相比',
    asked: { report: 'difference', period: '2026Q3' },
    now: Q3,
    before: Q2,
    trend: [Q2, Q3],
  },
  {
    name: '两家单位对比',
    asked: { report: 'comparison', period: '2026Q3' },
    units: ['云川文旅集团', '市经信局'],
    sides: { 云川文旅集团: hasPart('云川文旅集团'), 市经信局: hasPart('市经信局') },
    now: Q3,
  },
  {
    name: '两份文件对比',
    asked: { report: 'comparison', period: '2026Q3', scope: '云政办〔2026〕5号和云政办〔2026〕9号' },
    sides: { '云政办〔2026〕5号': "d.number like '%5号'", '云政办〔2026〕9号': "d.number like '%9号'" },
    now: Q3,
  },
  { name: '附表', asked: { report: 'forms', period: '2026Q3' }, now: Q3 },
  { name: '台账', asked: { report: 'ledger', period: '2026Q3' }, now: Q3 },
  {
    name: '台账 只要滞后的',
    asked: { report: 'ledger', period: '2026Q3', scope: '滞后的' },
    where: LATE,
    now: Q3,
  },
]
