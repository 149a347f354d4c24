import type { TaskStanding } from '../../domain/standing.ts'
import { order, troubled } from '../classes.ts'
import type { Body, Context } from '../context.ts'
import { helpParts } from '../parts/help.ts'
import { nextParts } from '../parts/next.ts'
import { overallFigures, overallPart } from '../parts/overall.ts'
import { reportingParts } from '../parts/reporting.ts'
import { troubleParts } from '../parts/trouble.ts'
import { heading, paragraph, words } from '../runs.ts'
import { inside } from './dispatch.ts'
import { progressLine } from './one-page.ts'

/** The unit of the report leads it: it need not be said each time. */
const isOwn = (task: TaskStanding, { wish }: Context): boolean =>
  task.leads.some((unit) => unit.id !== null && wish.scope.unitIds.includes(unit.id))

/** 某单位情况: its tasks one by one, what is wrong, what it asks, what it owes. */
export const unitBody: Body = (context) => {
  const { tasks } = context.now
  const worst = troubled(tasks)
  const others = tasks.filter((task) => !worst.includes(task)).sort(order)
  if (tasks.length === 0)
    return [paragraph(words`${context.wish.scope.name ?? '该单位'}没有牵头或作为责任单位的任务。`)]
  return [
    overallFigures(context),
    overallPart(context),
    ...(worst.length === 0
      ? []
      : [heading('滞后和逾期事项'), ...troubleParts(context, { most: 20, units: false, cause: true })]),
    heading(worst.length === 0 ? '任务进展' : '其他任务进展'),
    ...(others.length === 0 ? [paragraph(words`没有其他任务。`)] : []),
    ...others
      .slice(0, 40)
      .map((task) => progressLine(task, context, task.leads.length > 0 && !isOwn(task, context))),
    ...inside(context, [
      heading('需协调事项'),
      ...helpParts(context),
      heading('报送情况'),
      ...reportingParts(context, true),
    ]),
    heading('下步工作'),
    ...nextParts(context, { units: false }),
  ]
}
