import type { Reading } from '../../src/domain/heard.ts'
import type { Progress } from '../../src/domain/progress.ts'
import type { ReportWish } from '../../src/domain/report-wish.ts'
import type {
  LightReason,
  MetricStanding,
  Snapshot,
  TaskStanding,
  UnitOwing,
} from '../../src/domain/standing.ts'
import { EVERYTHING } from '../../src/report/scope.ts'
import { MATTERS, type Matter, SECTIONS, UNITS } from './matters.ts'

/** An invented city in the third quarter of 2026: 60 units, 104 tasks of two documents, every sort of standing. */
export const ASOF = '2026-10-09'
export const PERIOD = '2026Q3'

const PLAN = { id: 1, name: '云政办〔2026〕5号', title: '2026年重点任务责任分解方案' }
const SECOND = { id: 2, name: '云政办〔2026〕9号', title: '公交候车环境提升方案' }

interface Fate {
  readonly state: TaskStanding['state']
  readonly light: TaskStanding['light']
  readonly reason: LightReason
  /** Share of the target reached by now, and a quarter ago. */
  readonly share: number | null
  readonly before: number | null
  readonly difficulty?: string
  readonly help?: string
  readonly finish?: string
  readonly review?: Progress['review']
}

const PACE = 0.77
const onPace: Fate = {
  state: 'ongoing',
  light: 'green',
  reason: { kind: 'onPace' },
  share: 0.82,
  before: 0.55,
}
const behind = (points: number, light: 'amber' | 'red', more: Partial<Fate> = {}): Fate => ({
  state: 'ongoing',
  light,
  reason: { kind: 'behind', points, metric: '' },
  share: PACE - points / 100,
  before: Math.max(0, PACE - points / 100 - 0.1),
  ...more,
})

/** What becomes of every task, round and round: most go well. */
const FATES: readonly Fate[] = [
  onPace,
  { state: 'done', light: 'green', reason: { kind: 'done' }, share: 1, before: 0.7, review: 'confirmed' },
  onPace,
  behind(16, 'amber', { difficulty: '部分点位产权单位意见不一，施工许可还在办理' }),
  { ...onPace, review: 'confirmed' },
  { state: 'closed', light: 'green', reason: { kind: 'closed' }, share: 1, before: 1, review: 'confirmed' },
  { state: null, light: 'none', reason: { kind: 'unknown' }, share: null, before: null },
  onPace,
  behind(37, 'red', {
    difficulty: '用地指标没有落实，两个街道的征收还差31户',
    help: '请市自然资源和城乡建设局统筹调剂建设用地指标24亩',
    finish: '2027-01-20',
    review: 'confirmed',
  }),
  onPace,
  {
    state: 'blocked',
    light: 'amber',
    reason: { kind: 'blocked' },
    share: 0.3,
    before: 0.3,
    help: '上级补助资金尚未下达，请市财政局先行垫付600万元',
    review: 'pending',
  },
  { ...onPace, share: 0.9, review: 'confirmed' },
  {
    state: null,
    light: 'red',
    reason: { kind: 'reportLate', dueOn: '2026-10-08' },
    share: null,
    before: 0.2,
  },
]

export const city = (period: 'now' | 'before' = 'now'): Snapshot => {
  const isNow = period === 'now'
  return {
    period: isNow ? PERIOD : '2026Q2',
    asOf: isNow ? ASOF : '2026-06-30',
    takenAt: new Date(isNow ? '2026-10-09T01:00:00Z' : '2026-06-30T10:00:00Z'),
    frozen: !isNow,
    tasks: MATTERS.map((_, i) => taskOf(i, isNow)),
    owing: isNow ? owing() : [],
    asks: { sent: isNow ? 60 : 58, merged: isNow ? 112 : 97, avoided: isNow ? 37 : 12 },
  }
}

export const emptyCity: Snapshot = {
  ...city(),
  tasks: [],
  owing: [],
  asks: { sent: 0, merged: 0, avoided: 0 },
}

function taskOf(i: number, isNow: boolean): TaskStanding {
  const matter = MATTERS[i]!
  const fate = isNow || i % 13 === 12 ? FATES[i % FATES.length]! : earlierFate(FATES[i % FATES.length]!)
  const second = i >= 96
  const unit = UNITS[(i * 7) % UNITS.length]!
  const metrics = [metricOf(matter, fate, isNow)]
  const text = `${matter.text}${matter.target}${matter.unit}。`
  return {
    id: 1000 + i,
    originId: 500 + i,
    document: second ? SECOND : PLAN,
    path: second ? ['二', `${i - 95}`] : ['二', `${i + 1}`],
    no: second ? null : i + 1,
    part: null,
    section: second ? '二、重点任务' : (SECTIONS[Math.floor(i / 8)] ?? ''),
    title: null,
    text,
    leads: [unit],
    responsible: i % 3 === 0 ? [UNITS[(i * 7 + 20) % UNITS.length]!] : [],
    startsOn: '2026-01-01',
    dueOn: i % 10 === 4 ? '2026-11-30' : '2026-12-31',
    dueCertainty: 'inherited',
    source: { start: 2000 + i * 60, end: 2040 + i * 60 },
    metrics,
    state: fate.state,
    pace: PACE,
    light: fate.light,
    reason: fate.reason.kind === 'behind' ? { ...fate.reason, metric: matter.name } : fate.reason,
    report: fate.share === null ? null : reportOf(i, fate, metrics, isNow),
    statements: [],
  }
}

/** A quarter ago the finished were still under way, and the blocked only slow. */
function earlierFate(fate: Fate): Fate {
  if (fate.state === 'done') return { ...onPace, share: fate.before }
  if (fate.state === 'blocked') return { ...behind(20, 'amber'), share: fate.before }
  return { ...fate, share: fate.before }
}

function metricOf(matter: (typeof MATTERS)[number], fate: Fate, isNow: boolean): MetricStanding {
  const reading = (share: number | null, period: string, on: string) =>
    share === null ? null : { value: valueAt(matter, share), unit: matter.unit, period, on }
  return {
    name: matter.name,
    op: '>=',
    value: matter.target,
    valueMax: null,
    unit: matter.unit,
    kind: 'total',
    period: '2026',
    by: null,
    raw: `${matter.text}${matter.target}${matter.unit}`,
    last: isNow ? reading(fate.share, PERIOD, '2026-10-06') : reading(fate.share, '2026Q2', '2026-06-28'),
    before: isNow ? reading(fate.before, '2026Q2', '2026-06-28') : null,
    share: fate.share === null ? null : valueAt(matter, fate.share) / matter.target,
  }
}

/** Whole things; tenths of what is measured. */
function valueAt({ target }: Matter, share: number): number {
  return target % 1 === 0 ? Math.floor(target * share) : Math.round(target * share * 10) / 10
}

function reportOf(i: number, fate: Fate, metrics: readonly MetricStanding[], isNow: boolean): Progress {
  const readings = metrics.flatMap(({ name, last }): Reading[] =>
    last === null ? [] : [{ metric: name, value: last.value, unit: last.unit }],
  )
  const unit = UNITS[(i * 7) % UNITS.length]!
  return {
    messageKey: `message:${i}`,
    id: (isNow ? 9000 : 8000) + i,
    taskId: 500 + i,
    unitId: unit.id,
    unit: unit.name,
    person: '刘佳宁',
    period: isNow ? PERIOD : '2026Q2',
    capacity: 'lead',
    state: fate.state === 'closed' ? 'done' : fate.state,
    text:
      fate.state === 'done' || fate.state === 'closed'
        ? '已全部建成并通过验收'
        : `${readings.map((r) => `${r.metric}${r.value}${r.unit}`).join('，')}，其余正在推进`,
    readings: readings.map((r) => ({ ...r, doubts: [] })),
    unchanged: false,
    expectedFinish: fate.finish ?? null,
    difficulty: fate.difficulty ?? null,
    help: fate.help ?? null,
    insisted: null,
    adoptedFrom: null,
    reportedAt: new Date(isNow ? '2026-10-06T02:00:00Z' : '2026-06-28T02:00:00Z'),
    reportedOn: isNow ? '2026-10-06' : '2026-06-28',
    late: false,
    supersedes: null,
    supersededAt: null,
    review: fate.review ?? 'pending',
    reviewedBy: fate.review === 'confirmed' ? '李敏' : null,
    reviewNote: null,
  }
}

/** Every unit owes a report; those whose task says reportLate have not given it. */
function owing(): readonly UnitOwing[] {
  const silent = new Set(MATTERS.flatMap((_, i) => (i % FATES.length === 12 ? [(i * 7) % UNITS.length] : [])))
  return UNITS.map((unit, n) => ({
    unitId: unit.id,
    unit: unit.name,
    kind: 'progress',
    requestId: 700 + n,
    dueOn: '2026-10-08',
    state: silent.has(n) ? 'open' : 'answered',
    tasks: 2,
    reported: silent.has(n) ? 1 : 2,
    daysLate: silent.has(n) ? 1 : 0,
    asked: silent.has(n) ? 3 : 1,
  }))
}

export const wishOf = (wish: Partial<ReportWish>): ReportWish => ({
  kind: 'monthly',
  period: PERIOD,
  today: ASOF,
  issuer: '云川市人民政府督查室',
  audience: { kind: 'all' },
  scope: EVERYTHING,
  named: false,
  trend: [],
  ...wish,
})
