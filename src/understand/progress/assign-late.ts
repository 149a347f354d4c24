import type { Assigned, Claim, Loose } from './assign.ts'
import { claim } from './assign-name.ts'
import { contentOf } from './clauses.ts'
import { fitUnit } from './fit-unit.ts'
import type { LedgerTask, OwnMetric } from './ledger.ts'
import { assumed } from './wording.ts'

/**
 * Figures that nothing named, once it is known which task their clause speaks of: 骨干网提升工程完成投资3.2亿元，建成62公里. Only where
 * one metric of the task has this very unit and no value yet; said as taken for granted.
 */
export function assignLate(assigned: Assigned, byTask: ReadonlyMap<LedgerTask, readonly number[]>): Assigned {
  const claims = [...assigned.claims]
  const loose: Loose[] = []
  for (const one of assigned.loose) {
    const late = lateClaim(one, claims, byTask)
    if (late === null) loose.push(one)
    else claims.push(late)
  }
  return { claims, loose }
}

function lateClaim(
  { told, ask, about }: Loose,
  claims: readonly Claim[],
  byTask: ReadonlyMap<LedgerTask, readonly number[]>,
): Claim | null {
  const { unit } = told.figure.value
  if (ask !== null || about.length > 0 || told.role !== 'value' || told.partOf) return null
  if (!TELLING.test(unit) || told.names.some((name) => contentOf(name).length > 1)) return null
  const [task, ...others] = [...byTask].flatMap(([t, clauses]) => (clauses.includes(told.clause) ? [t] : []))
  if (task === undefined || others.length > 0) return null
  const free = (metric: OwnMetric): boolean => !claims.some((c) => c.metric === metric)
  const fits = (m: OwnMetric): boolean =>
    m.unit === unit || (/元$/.test(m.unit) && /亿|万/.test(unit) && fitUnit(told.figure.value, m) !== null)
  const fitting = task.metrics.filter((m) => fits(m) && free(m))
  const [metric] = fitting
  if (metric === undefined || fitting.length > 1) return null
  const made = claim(told, { task, metric }, assumed.metric(told.figure.text, metric.name))
  return 'metric' in made ? made : null
}

/** Units that few other things are counted in: 个 and 家 may be of anything. */
const TELLING = /公里|亩|条|场|座|P|毫秒|立方米|平方米|人次|亿|万元/
