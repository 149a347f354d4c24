import { periodName } from '../../domain/period.ts'
import type { Progress } from '../../domain/progress.ts'
import type { TaskStanding } from '../../domain/standing.ts'
import { targetWords } from '../figures.ts'
import { type Chart, COLOURS } from './chart.ts'

/** The first measured target of one task over its standing reports. null: fewer than two values. */
export function seriesChart(task: TaskStanding, history: readonly Progress[]): Chart | null {
  for (const metric of task.metrics) {
    const values = history
      .filter((p) => p.supersededAt === null && p.capacity === 'lead')
      .flatMap((p) => {
        const reading = p.readings.find((r) => r.metric === metric.name && r.unit === metric.unit)
        return reading === undefined ? [] : [{ period: periodName(p.period).slice(5), value: reading.value }]
      })
    if (values.length < 2) continue
    return {
      kind: 'chart',
      caption: `${targetWords(metric)}：历次完成值（${metric.unit}）`,
      spec: {
        type: 'line',
        data: [{ id: 'series', values }],
        xField: 'period',
        yField: 'value',
        color: [COLOURS.progress],
        point: { visible: true },
        label: { visible: true },
      },
      data: values.map((v) => `${v.period}${v.value}${metric.unit}`).join('，'),
    }
  }
  return null
}
