import type { Row } from '../../domain/message.ts'
import type { Day } from '../../domain/span.ts'
import type { MetricStanding, TaskStanding } from '../../domain/standing.ts'
import { amount, lastWords, targetWords } from '../progress/figures.ts'
import { short, taskName } from '../progress/naming.ts'

const SHOWN_METRICS = 4
const SUBJECT = 18

/** 第52项 低空航线 | 目标 商业航线≥10条、治理类≥1000条 | 上次（7月）6条、812条　序时 79% */
export function taskRow(
  task: TaskStanding,
  { unitId, today }: { readonly unitId: number; readonly today: Day },
): Row {
  const metrics = task.metrics.slice(0, SHOWN_METRICS)
  const subject = short(task.title ?? task.text, SUBJECT)
  const small = [lastLine(task, today), paceLine(task), capacityLine(task, unitId)].filter(Boolean)
  const name = taskName({ ...task, document: task.document.name })
  return {
    lead: name.startsWith('“') ? name : `${name} ${subject}`,
    text:
      metrics.length > 0
        ? `目标 ${metrics.map(targetLine).join('、')}${more(task.metrics.length)}`
        : '没有量化指标，报进展说明即可',
    ...(small.length > 0 ? { small: small.join('　') } : {}),
    ...(task.light === 'none' ? {} : { light: task.light }),
  }
}

const targetLine = (metric: MetricStanding): string => `${metric.name} **${targetWords(metric)}**`
const more = (count: number): string => (count > SHOWN_METRICS ? `等${count}项指标` : '')

function lastLine({ metrics, report }: TaskStanding, today: Day): string {
  const told = metrics.slice(0, SHOWN_METRICS).filter(({ last }) => last !== null)
  const [first, ...rest] = told.flatMap(({ last }) => last ?? [])
  if (first === undefined) return saidLast(report)
  return [lastWords(first, first.unit, today), ...rest.map((last) => amount(last.value, last.unit))].join(
    '、',
  )
}

/** A report without figures: what it said, if anything. */
function saidLast(report: TaskStanding['report']): string {
  if (report === null) return '还没有报过'
  return report.text === '' ? '上次报的无变化' : `上次报“${short(report.text, SUBJECT)}”`
}

const paceLine = ({ pace }: TaskStanding): string => (pace === null ? '' : `序时 ${Math.round(pace * 100)}%`)

const capacityLine = ({ leads }: TaskStanding, unitId: number): string =>
  leads.length > 0 && !leads.some(({ id }) => id === unitId) ? '责任单位' : ''
