import type { CompletionRow, FormMetric } from '../../domain/form.ts'
import { type Period, periodName } from '../../domain/period.ts'
import type { DatedReading, MetricStanding, TaskStanding } from '../../domain/standing.ts'
import { spoken } from '../figures.ts'
import { answering } from '../words.ts'
import { formTask, WRITTEN } from './form-task.ts'

/** A task in 附表3: what was reported for this period is filled in, what was before stands beside it for the eye. */
export function completionRow(task: TaskStanding, period: Period): CompletionRow {
  const report = task.report?.period === period ? task.report : null
  return {
    place: WRITTEN,
    task: formTask(task),
    unit: answering(task)
      .map((unit) => unit.name)
      .join('、'),
    metrics: task.metrics.map((metric) => formMetric(metric, period)),
    text: report === null ? '' : report.unchanged && report.text === '' ? '无变化' : report.text,
    state: report?.state ?? (task.state === 'closed' ? 'done' : null),
    expectedFinish: report?.expectedFinish ?? null,
    difficulty: report?.difficulty ?? '',
    help: report?.help ?? '',
  }
}

const SIGNS: Readonly<Record<MetricStanding['op'], string>> = {
  '>=': '≥',
  '>': '＞',
  '<=': '≤',
  '<': '＜',
  '=': '',
  '~': '约',
}

function formMetric(metric: MetricStanding, period: Period): FormMetric {
  const { name, op, value, valueMax, unit, last, before } = metric
  const isNow = last?.period === period
  const range = valueMax === null ? '' : `—${spoken(valueMax, unit)}`
  return {
    name,
    target: `${SIGNS[op]}${spoken(value, unit)}${range}${unit}`,
    unit,
    before: saidBefore(isNow ? before : last),
    value: isNow && last.unit === unit ? last.value : null,
  }
}

const saidBefore = (reading: DatedReading | null): string =>
  reading === null
    ? ''
    : `${spoken(reading.value, reading.unit)}${reading.unit}（${periodName(reading.period)}）`
