import { baseOf } from '../base.ts'
import { readingAtPlace } from '../draft/amend-place.ts'
import { checkedValue } from '../draft/check-value.ts'
import type { Entry } from '../entries.ts'
import type { LastReading, LedgerTask, OwnMetric } from '../ledger.ts'
import type { Memory } from '../memory.ts'
import type { Report } from '../read-report.ts'
import type { ReportContext } from '../said.ts'
import { assumed } from '../wording.ts'

/** 两个数报反了: of a report of two values each takes the other's. */
export function swapped(
  text: string,
  how: ReportContext,
  memory: Memory,
): Pick<Report, 'entries' | 'notes' | 'unread'> | null {
  const [a, b, ...more] = memory.latest.flatMap((last) =>
    how.pool.tasks.flatMap((task) => (task.id === last.taskId ? metricOf(task, last) : [])),
  )
  if (!/反|颠倒/.test(text) || /\d/.test(text) || !a || !b || more.length > 0) return null
  if (a.task !== b.task) return null
  const values = [
    { ...a.last, value: b.last.value },
    { ...b.last, value: a.last.value },
  ]
  const readings = values.map(({ metric, value, unit }) => ({ metric, value, unit }))
  const notes = readings.map((r) => assumed.swapped(r.metric, `${r.value}${r.unit}`))
  return { entries: [{ ...silent(a.task), readings, bases: values, text }], notes, unread: [] }
}

/** 第一个数改成9: counted over the values of the report before. */
export function atPlace(
  text: string,
  how: ReportContext,
  memory: Memory,
): Pick<Report, 'entries' | 'notes' | 'unread'> | null {
  const latest = memory.latest.flatMap((last) =>
    how.pool.tasks.flatMap((task) => (task.id === last.taskId ? metricOf(task, last) : [])),
  )
  const placed = readingAtPlace(text, latest, how.today)
  if (placed === null) return null
  const { task, metric, fitted, saidUnit } = placed
  const bases = [baseOf(placed, fitted.base)]
  const readings = [{ metric: metric.name, value: fitted.value, unit: fitted.unit }]
  return {
    entries: [{ ...silent(task), readings, bases, text }],
    notes: checkedValue({ metric, fitted, saidUnit }, null),
    unread: [],
  }
}

/** A task of which nothing is said. */
export const silent = (task: LedgerTask): Entry => ({
  task,
  readings: [],
  bases: [],
  state: null,
  noChange: false,
  declined: false,
  finish: null,
  text: '',
  difficulty: null,
  help: null,
})

export function metricOf(
  task: LedgerTask,
  last: LastReading,
): { task: LedgerTask; metric: OwnMetric; last: LastReading }[] {
  const metric = task.metrics.find((m) => m.name === last.metric)
  return metric === undefined ? [] : [{ task, metric, last }]
}
