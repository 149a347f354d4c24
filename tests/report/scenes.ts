import type { Progress } from '../../src/domain/progress.ts'
import type { Report } from '../../src/domain/report.ts'
import type { ReportWish } from '../../src/domain/report-wish.ts'
import type { Snapshot } from '../../src/domain/standing.ts'
import { buildReport } from '../../src/report/report.ts'
import { EVERYTHING } from '../../src/report/scope.ts'
import { city, emptyCity, wishOf } from './city.ts'

interface Scene {
  readonly name: string
  readonly wish: Partial<ReportWish>
  readonly now?: Snapshot
  readonly before?: Snapshot | null
}

const of = (name: string, taskIds: readonly number[]) => ({ ...EVERYTHING, name, taskIds })
const unit = (name: string, id: number) => ({ ...EVERYTHING, name, unitIds: [id] })
const LOW_ALTITUDE = [532, 533, 535, 538]
const TREND = [
  { period: '2026Q1', asOf: '2026-03-31', done: 2, onPace: 70, slow: 20, late: 4 },
  { period: '2026Q2', asOf: '2026-06-30', done: 8, onPace: 56, slow: 16, late: 16 },
  { period: '2026Q3', asOf: '2026-10-09', done: 16, onPace: 48, slow: 16, late: 16 },
]
const good = { ...city(), tasks: city().tasks.filter((t) => t.light === 'green') }

/** Every kind, every sort of reader, and the days when there is nothing to say. */
export const SCENES: readonly Scene[] = [
  { name: '月调度', wish: { kind: 'monthly', period: '2026-09' } },
  { name: '季通报', wish: { kind: 'quarterly' } },
  { name: '季通报 点名', wish: { kind: 'quarterly', named: true } },
  { name: '季通报 群内', wish: { kind: 'quarterly', audience: { kind: 'groupSafe' } } },
  { name: '半年小结', wish: { kind: 'halfYear', period: '2026H1', trend: TREND } },
  { name: '全年总结', wish: { kind: 'annual', period: '2026', trend: TREND } },
  { name: '一页纸', wish: { kind: 'onePage' } },
  {
    name: '一页纸 分管单位',
    wish: {
      kind: 'onePage',
      audience: { kind: 'units', unitIds: [101, 114, 115], name: '分管单位', narrow: true },
    },
  },
  { name: '单位', wish: { kind: 'unit', scope: unit('市水务局', 115) } },
  { name: '单位 没有任务', wish: { kind: 'unit', scope: unit('市外办', 999) } },
  { name: '专题', wish: { kind: 'topic', scope: of('交通出行', LOW_ALTITUDE), trend: TREND } },
  { name: '一项任务', wish: { kind: 'task', scope: of('第9项', [508]) } },
  { name: '与上期相比', wish: { kind: 'difference' } },
  { name: '与上期相比 没有上期', wish: { kind: 'difference' }, before: null },
  {
    name: '两家单位对比',
    wish: {
      kind: 'comparison',
      scope: {
        ...EVERYTHING,
        sides: [
          { name: '市水务局', unitIds: [115], documentId: null },
          { name: '市经信局', unitIds: [101], documentId: null },
        ],
      },
    },
  },
  {
    name: '两份文件对比',
    wish: {
      kind: 'comparison',
      scope: {
        ...EVERYTHING,
        sides: [
          { name: '云政办〔2026〕5号', unitIds: [], documentId: 1 },
          { name: '云政办〔2026〕9号', unitIds: [], documentId: 2 },
        ],
      },
    },
  },
  { name: '附表', wish: { kind: 'forms', scope: of('候车亭', [596, 597, 598]) } },
  { name: '台账 只要滞后的', wish: { kind: 'ledger', scope: { ...EVERYTHING, lateOnly: true } } },
  { name: '月调度 空', wish: { kind: 'monthly', period: '2026-09' }, now: emptyCity, before: null },
  { name: '季通报 空', wish: { kind: 'quarterly' }, now: emptyCity, before: null },
  {
    name: '季通报 无人滞后',
    wish: { kind: 'quarterly' },
    now: { ...good, owing: good.owing.filter((o) => o.state === 'answered') },
    before: null,
  },
]

export function reportOf({ wish, now = city(), before = city('before') }: Scene): Report {
  return buildReport(wishOf(wish), { now, before, history: history(now, before) })
}

/** What was said of task 508: two quarters, the first time corrected. */
function history(now: Snapshot, before: Snapshot | null): readonly Progress[] {
  const of = (snapshot: Snapshot | null) => snapshot?.tasks.find((t) => t.originId === 508)?.report ?? null
  const [first, last] = [of(before), of(now)]
  if (first === null || last === null) return []
  const wrong: Progress = {
    ...first,
    id: 7008,
    supersededAt: new Date('2026-06-28T03:00:00Z'),
    readings: first.readings.map((r) => ({ ...r, value: 30 })),
  }
  return [wrong, { ...first, supersedes: 7008 }, last]
}
