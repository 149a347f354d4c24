import { CLASS_NAMES, CLASSES, tally } from '../classes.ts'
import type { Group } from '../parts/sections.ts'
import { barName, type Chart, COLOURS, inOrder, LEGEND, MOST_BARS } from './chart.ts'

/** Lights by section: lying bars, one for each group, stacked by class. Groups past the twelfth are put together. null: nothing to draw. */
export function lightsChart(caption: string, groups: readonly Group[]): Chart | null {
  if (groups.every(([, tasks]) => tasks.length === 0)) return null
  const shown = folded(groups)
  const values = shown
    .flatMap(([name, tasks]) => {
      const said = tally(tasks)
      return CLASSES.map((c) => ({ group: barName(name), sort: CLASS_NAMES[c], count: said[c].length }))
    })
    .filter((value) => value.count > 0)
  return {
    kind: 'chart',
    caption,
    spec: {
      type: 'bar',
      data: [{ id: 'lights', values, fields: inOrder(CLASSES.map((c) => CLASS_NAMES[c])) }],
      direction: 'horizontal',
      xField: 'count',
      yField: 'group',
      seriesField: 'sort',
      stack: true,
      color: {
        type: 'ordinal',
        domain: CLASSES.map((c) => CLASS_NAMES[c]),
        range: CLASSES.map((c) => COLOURS[c]),
      },
      // Its own order: else a group without the first class would go to the end.
      axes: [
        { orient: 'left', type: 'band', sampling: false, domain: shown.map(([name]) => barName(name)) },
        { orient: 'bottom', type: 'linear' },
      ],
      legends: LEGEND,
      // Thin bars on a phone: VChart 1.12 would put their numbers beside them, over those of others.
      label: { visible: true, position: 'inside', overlap: false, style: { fontSize: 11 } },
    },
    data: shown.map(lineOf).join('；'),
  }
}

function folded(groups: readonly Group[]): readonly Group[] {
  if (groups.length <= MOST_BARS) return groups
  const rest = groups.slice(MOST_BARS - 1)
  return [...groups.slice(0, MOST_BARS - 1), [`其他${rest.length}个`, rest.flatMap(([, tasks]) => tasks)]]
}

function lineOf([name, tasks]: Group): string {
  const said = tally(tasks)
  const parts = CLASSES.filter((c) => said[c].length > 0).map((c) => `${CLASS_NAMES[c]}${said[c].length}`)
  return parts.length === 0 ? `${name}没有任务` : `${name}${tasks.length}项（${parts.join('、')}）`
}
