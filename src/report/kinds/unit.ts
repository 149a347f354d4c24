import type { ReportPart } from '../../domain/report.ts'
import type { UnitRef } from '../../domain/standing.ts'
import { order, troubled } from '../classes.ts'
import type { Body, Context } from '../context.ts'
import { helpParts } from '../parts/help.ts'
import { isOthers } from '../parts/item.ts'
import { nextParts } from '../parts/next.ts'
import { overallFigures, overallPart } from '../parts/overall.ts'
import { reportingParts } from '../parts/reporting.ts'
import { troubleParts } from '../parts/trouble.ts'
import { count, heading, paragraph, words } from '../runs.ts'
import { inside } from './dispatch.ts'
import { progressLine } from './one-page.ts'

/** 牵头5项，作为责任单位7项. One sort alone goes without saying. */
function rolesPart({ now, wish }: Context): readonly ReportPart[] {
  const isOwn = (unit: UnitRef) => unit.id !== null && wish.scope.unitIds.includes(unit.id)
  const led = now.tasks.filter((task) => task.leads.some(isOwn))
  const others = now.tasks.filter((task) => !led.includes(task))
  if (led.length === 0 || others.length === 0) return []
  return [paragraph(words`其中牵头${count(led)}项，作为责任单位${count(others)}项。`)]
}

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
    ...rolesPart(context),
    ...(worst.length === 0
      ? []
      : [heading('滞后和逾期事项'), ...troubleParts(context, { most: 20, units: false, cause: true })]),
    heading(worst.length === 0 ? '任务进展' : '其他任务进展'),
    ...(others.length === 0 ? [paragraph(words`没有其他任务。`)] : []),
    ...others.slice(0, 40).map((task) => progressLine(task, context, isOthers(task, context))),
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
