import type { ReportPart, Run } from '../../domain/report.ts'
import type { TaskStanding } from '../../domain/standing.ts'
import { CLASS_NAMES, CLASSES, tally, troubled } from '../classes.ts'
import type { Body, Context } from '../context.ts'
import { helpOf } from '../parts/help.ts'
import { itemRuns } from '../parts/item.ts'
import { count, heading, joined, lead, listed, paragraph, shareOf, words } from '../runs.ts'
import { sideOf } from '../scope.ts'
import { lightsChart } from '../spec/lights.ts'
import { inside } from './dispatch.ts'

type Side = readonly [name: string, tasks: readonly TaskStanding[]]

/** Two units or two documents side by side: the same figures for each, and what is behind on each side. */
export const comparisonBody: Body = (context) => {
  const sides = context.wish.scope.sides.map((side): Side => [side.name, sideOf(context.now.tasks, side)])
  if (sides.length < 2) return [paragraph(words`对比需要两个单位或两份文件，请说明是哪两个。`)]
  const chart = lightsChart('任务进度分布', sides)
  return [
    lead(leadRuns(sides)),
    table(sides),
    ...(chart === null ? [] : [chart]),
    ...sides.flatMap((side) => behind(side, context)),
  ]
}

const leadRuns = (sides: readonly Side[]): readonly Run[] =>
  words`${joined(
    sides.map(([name, tasks]) => {
      const { done, slow, late } = tally(tasks)
      if (tasks.length === 0) return words`${name}没有任务`
      return words`${name}任务${count(tasks)}项，已完成${count(done)}项（${shareOf(done, tasks)}），偏慢${count(slow)}项，滞后或逾期${count(late)}项`
    }),
    '；',
  )}。`

function table(sides: readonly Side[]): ReportPart {
  const row = (
    name: string,
    of: (tasks: readonly TaskStanding[]) => readonly TaskStanding[],
  ): readonly Run[] => [{ text: name }, ...sides.map(([, tasks]) => count(of(tasks)))]
  return {
    kind: 'table',
    caption: '任务进展对比（项）',
    columns: [
      { name: '', width: 2, align: 'left' },
      ...sides.map(([name]) => ({ name, width: 2, align: 'center' }) as const),
    ],
    rows: [
      row('任务数', (tasks) => tasks),
      ...CLASSES.map((c) => row(CLASS_NAMES[c], (tasks) => tally(tasks)[c])),
      row('提请协调', (tasks) => tasks.filter((task) => helpOf(task) !== '')),
    ],
    note: sharedNote(sides),
  }
}

/** Tasks both take part in stand in both columns: it is said. */
function sharedNote([first, second]: readonly Side[]): string | null {
  const ids = new Set(first?.[1].map((task) => task.originId))
  const shared = (second?.[1] ?? []).filter((task) => ids.has(task.originId)).length
  return shared === 0 ? null : `有${shared}项任务双方都参与，两边都计入。`
}

const MOST = 5

function behind([name, tasks]: Side, context: Context): readonly ReportPart[] {
  const worst = troubled(tasks)
  const head = heading(`${name}需关注的事项`)
  if (worst.length === 0) return [head, paragraph(words`没有滞后、逾期或偏慢的任务。`)]
  const cause = inside(context, [head]).length > 0
  return [
    head,
    ...listed(worst.slice(0, MOST).map((task) => itemRuns(task, context, { units: true, cause }))),
  ]
}
