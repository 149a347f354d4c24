import type { TaskStanding } from '../../domain/standing.ts'
import { shareOfTask } from '../figures.ts'
import type { Group } from '../parts/sections.ts'
import { percent } from '../words.ts'
import { barName, type Chart, COLOURS, LEGEND, MOST_BARS } from './chart.ts'

interface Bar {
  readonly name: string
  readonly share: number
  readonly pace: number
  readonly tasks: number
}

/**
 * Progress against pace by unit: the mean share of what is measured, beside the mean share that could be expected by now. Those
 * furthest behind first, twelve at most. null: no unit has a task with both.
 */
export function paceChart(groups: readonly Group[]): Chart | null {
  const bars = groups
    .flatMap(([name, tasks]) => barOf(name, tasks) ?? [])
    .sort((a, b) => a.share - a.pace - (b.share - b.pace))
    .slice(0, MOST_BARS)
  if (bars.length === 0) return null
  const values = bars.flatMap((bar) => [
    { unit: barName(bar.name), sort: DONE, share: rounded(bar.share) },
    { unit: barName(bar.name), sort: PACE, share: rounded(bar.pace) },
  ])
  return {
    kind: 'chart',
    caption: '各单位完成进度与序时进度（%）',
    spec: {
      type: 'bar',
      data: [{ id: 'pace', values }],
      xField: ['unit', 'sort'],
      yField: 'share',
      seriesField: 'sort',
      color: { type: 'ordinal', domain: [DONE, PACE], range: [COLOURS.progress, COLOURS.pace] },
      legends: LEGEND,
      axes: [{ orient: 'left', max: 100, min: 0 }, { orient: 'bottom' }],
    },
    data: bars
      .map((bar) => `${bar.name}完成${percent(bar.share)}、序时${percent(bar.pace)}（${bar.tasks}项）`)
      .join('；'),
  }
}

const DONE = '完成进度'
const PACE = '序时进度'
const rounded = (share: number): number => Math.min(100, Math.round(share * 1000) / 10)

function barOf(name: string, tasks: readonly TaskStanding[]): Bar | null {
  const measured = tasks.flatMap((task) => {
    const share = shareOfTask(task)
    return share === null || task.pace === null ? [] : [{ share: Math.min(1, share), pace: task.pace }]
  })
  const mean = (of: 'share' | 'pace') => measured.reduce((sum, m) => sum + m[of], 0) / measured.length
  return measured.length === 0
    ? null
    : { name, share: mean('share'), pace: mean('pace'), tasks: measured.length }
}
