import type { TaskStanding } from '../../domain/standing.ts'
import { shareOfTask } from '../figures.ts'
import type { Group } from '../parts/sections.ts'
import { percent } from '../words.ts'
import { barName, type Chart, COLOURS, inOrder, LEGEND } from './chart.ts'

const MOST_UNITS = 8

interface Bar {
  readonly name: string
  readonly share: number
  readonly pace: number
  readonly tasks: number
}

/**
 * Progress against pace by unit: the mean share of what is measured, beside the mean share that could be expected by now. Those
 * furthest behind first, eight at most: what a phone shows well. null: no unit has a task with both.
 */
export function paceChart(groups: readonly Group[]): Chart | null {
  const bars = groups
    .flatMap(([name, tasks]) => barOf(name, tasks) ?? [])
    .sort((a, b) => a.share - a.pace - (b.share - b.pace))
    .slice(0, MOST_UNITS)
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
      data: [{ id: 'pace', values, fields: inOrder([DONE, PACE]) }],
      direction: 'horizontal',
      xField: 'share',
      yField: ['unit', 'sort'],
      seriesField: 'sort',
      color: { type: 'ordinal', domain: [DONE, PACE], range: [COLOURS.progress, COLOURS.pace] },
      legends: LEGEND,
      axes: [
        { orient: 'left', type: 'band', sampling: false },
        { orient: 'bottom', type: 'linear', min: 0, max: 100 },
      ],
      label: { visible: true, style: { fontSize: 12 } },
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
