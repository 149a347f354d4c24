import { contentOf } from '../clauses.ts'
import type { Told } from '../figure/context.ts'
import { fitUnit } from '../figure/fit-unit.ts'
import type { LedgerTask, OwnMetric } from '../ledger.ts'
import { gramsOf } from '../match/name-score.ts'
import { asks, assumed } from '../wording.ts'
import type { Assigned, Claim, Loose } from './assign.ts'
import { claim } from './claim.ts'
import { byVerb, isBeside, isFarOff, isOf, isWorded, namesOnly, type Reach, speaksOf } from './own-words.ts'

/**
 * Figures that nothing named, once it is known which task their clause speaks of: 骨干网提升工程完成投资3.2亿元，建成62公里. Only where
 * one metric of the task has this very unit and no value yet; said as taken for granted.
 */
export function assignLate(assigned: Assigned, { byTask, short }: Late): Assigned {
  const claims = [...assigned.claims]
  const loose: Loose[] = []
  for (const one of assigned.loose) {
    const late = one.explained ? null : lateClaim(one, claims, { byTask, short })
    if (late !== null && 'metric' in late) claims.push(late)
    else loose.push(late ?? one)
  }
  return { claims, loose }
}

/** Which clauses speak of which task, and whether the message is short: nothing in it is said by the way. */
export interface Late {
  readonly byTask: ReadonlyMap<LedgerTask, readonly number[]>
  readonly short: boolean
}

function lateClaim(loose: Loose, claims: readonly Claim[], { byTask, short }: Late): Claim | Loose | null {
  const told = withoutServing(loose.told)
  const free = (metric: OwnMetric): boolean =>
    !claims.some((c) => c.metric === metric && c.told.role !== 'plan')
  if (told.role === 'increment' && short) return deltaOf(loose, byTask)
  const ofTarget = told.figure.value.unit === '成半' && loose.ask === null && !told.partOf
  const missing = told.role === 'remaining' && claims.length === 0
  if (ofTarget && (told.role === 'value' || missing)) return shareOfTask(loose, byTask)
  if (told.role !== 'value' || told.partOf) return null
  if (loose.among !== undefined) return taken(told, loose.about, loose.among.filter(free))
  if (loose.ask !== null || loose.about.length > 0) return null
  const [task, ...others] = [...byTask].flatMap(([t, clauses]) => (clauses.includes(told.clause) ? [t] : []))
  if (task === undefined || others.length > 0) return null
  if (told.figure.value.unit === '') return bareLeft(told, task, task.metrics.filter(free))
  const [single, ...several] = task.metrics.filter(free)
  if (
    short &&
    single &&
    several.length === 0 &&
    task.metrics.length === 1 &&
    fitUnit(told.figure.value, single)
  )
    if (told.names.every((name) => namesOnly(name, task))) return taken(told, [task], [single])
  return byUnit(told, task, { free, claims, short })
}

interface Left {
  readonly free: (metric: OwnMetric) => boolean
  readonly claims: readonly Claim[]
  readonly short: boolean
}

/** Of the one task its clause speaks of: the metrics left that are counted in its unit. */
function byUnit(told: Told, task: LedgerTask, { free, claims, short }: Left): Claim | Loose | null {
  const exact = task.metrics.filter((m) => free(m) && m.unit === told.figure.value.unit)
  const worded = exact.filter((m) => isWorded(told, m, task))
  if (worded.length === 1) return taken(told, [task], worded)
  if (
    short &&
    /(?:一共|总共|合计|共计)$/.test(told.before) &&
    exact.length === 1 &&
    told.names.some((n) => exact.some((m) => n.includes(m.name.slice(-HEAD))))
  )
    return taken(told, [task], exact)
  if (!TELLING.test(told.figure.value.unit) || !told.names.every((name) => isOf(name, task)))
    return short && told.names.some((name) => speaksOf(name, task)) ? bareLeft(told, task, exact) : null
  const last = goesOnWith(
    told,
    claims.filter((c) => c.task === task),
  )
  if (last !== null) return last.told.figure.value.bound ? onTop(told, last) : null
  const fitting = task.metrics.filter(
    (m) => fits(told, m) && free(m) && !isFarOff(told, { metric: m, score: 0 }),
  )
  const left = byVerb(told, besideOf(told, task, fitting))
  if (left.length < 2) return taken(told, [task], left)
  const names = left.map((m) => m.name)
  return { told, ask: asks.whichMetric(told.figure.text, names), about: [task] }
}

/** Characters of what is counted: 网点 of 农村寄递物流网点. */
const HEAD = 2

/** 服务了8100人次: who is served is counted, and the word names nothing. */
const withoutServing = (told: Told): Told => ({
  ...told,
  names: told.names.filter((name) => !/^(?:服务|参与|参加|受益|覆盖)$/.test(contentOf(name))),
})

/** 惠农贷放了1.8亿: the word stands in the sentence of 支农贷款, if not right beside it. */
function besideOf({ names }: Told, task: LedgerTask, metrics: readonly OwnMetric[]): readonly OwnMetric[] {
  const within = (reach: Reach): readonly OwnMetric[] =>
    metrics.filter((m) => names.every((n) => isBeside(n, m, task, reach)))
  const near = within('part')
  return near.length > 0 ? near : within('sentence')
}

/** 英雄杯选出来的项目比上届多20个: a change of the one metric of this unit, in words of its task. */
function deltaOf({ told, ask, about }: Loose, byTask: Late['byTask']): Claim | Loose | null {
  const [task, ...others] = [...byTask].flatMap(([t, clauses]) => (clauses.includes(told.clause) ? [t] : []))
  if (ask !== null || about.length > 0 || task === undefined || others.length > 0) return null
  const [metric, ...more] = task.metrics.filter((m) => m.unit === told.figure.value.unit)
  if (metric === undefined || more.length > 0 || !told.names.some((n) => shares(n, metric.name))) return null
  return claim(told, { task, metric })
}

const shares = (said: string, name: string): boolean => [...gramsOf(said)].some((g) => gramsOf(name).has(g))

/** 签约478亿，到位101亿: a figure without a name tells more of the one before, not of another metric. */
function goesOnWith(told: Told, claims: readonly Claim[]): Claim | null {
  const last = claims.filter((c) => c.told.figure.start < told.figure.start).at(-1)
  const nameless = told.names.every((n) => contentOf(n).length < 2)
  return nameless && last?.told.role === 'value' && sameUnit(last.told, told) ? last : null
}

/** 突破千亿，1016亿: the exact value of the line crossed. */
function onTop(told: Told, last: Claim): Claim | null {
  const made = claim(told, last)
  return 'metric' in made ? made : null
}

/** 10万人次, 10.3万: a scale alone takes on the unit said before. */
const sameUnit = (a: Told, b: Told): boolean => {
  const [own, other] = [a, b].map((t) => t.figure.value.unit.replace(/元$/, ''))
  return own === other || (/^[万亿]$/.test(other ?? '') && a.figure.text.includes(other ?? ''))
}

/** 学子聚汉完成了三分之二, 首店差一半: how much of a target that is nobody has said. */
function shareOfTask({ told }: Loose, byTask: Late['byTask']): Loose | null {
  const tasks = [...byTask].flatMap(([t, clauses]) => (clauses.includes(told.clause) ? [t] : []))
  const [task, ...others] = tasks.filter((t) => t.metrics.length > 0)
  if (task === undefined || others.length > 0) return null
  return { told, ask: asks.shareOf(told.figure.text), about: [task] }
}

/** A number with no unit beside a task that still lacks one: it is asked about rather than lost. */
function bareLeft(told: Told, task: LedgerTask, free: readonly OwnMetric[]): Claim | Loose | null {
  const left = free.filter((m) => fitUnit(told.figure.value, m) !== null)
  if (left.length === 0) return null
  const worded = left.filter((m) => isWorded(told, m, task))
  if (worded.length === 1) return taken(told, [task], worded)
  const names = left.map((m) => m.name)
  return { told, ask: asks.whichMetric(told.figure.text, names), about: [task] }
}

/** The only metric left, with a word that it was taken so. */
function taken(told: Told, tasks: readonly LedgerTask[], left: readonly OwnMetric[]): Claim | null {
  const [metric, ...more] = left
  const task = tasks.find((t) => t.metrics.some((m) => m === metric))
  if (metric === undefined || task === undefined || more.length > 0) return null
  const made = claim(told, { task, metric }, assumed.metric(told.figure.text, metric.name))
  return 'metric' in made ? made : null
}

const fits = ({ figure }: Told, metric: OwnMetric): boolean =>
  metric.unit === figure.value.unit ||
  (/元$/.test(metric.unit) && /亿|万/.test(figure.value.unit) && fitUnit(figure.value, metric) !== null)

/** Units that few other things are counted in: 个 and 家 may be of anything. */
const TELLING = /公里|亩|条|场|座|P|毫秒|立方米|平方米|人次|亿|万元/
