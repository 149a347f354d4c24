import type { ReportPart } from '../../domain/report.ts'
import { hidesDifficulties } from '../audience.ts'
import type { Body, Context } from '../context.ts'
import { doneParts } from '../parts/done.ts'
import { helpParts } from '../parts/help.ts'
import { nextParts } from '../parts/next.ts'
import { overallPart } from '../parts/overall.ts'
import { reportingParts } from '../parts/reporting.ts'
import { sectionParts } from '../parts/sections.ts'
import { troubleParts } from '../parts/trouble.ts'
import { unitParts } from '../parts/units.ts'
import { heading } from '../runs.ts'
import { trendChart } from '../spec/trend.ts'
import { inside, isNamed } from './dispatch.ts'

/** 半年小结 */
export const halfYearBody: Body = (context) => [
  heading('总体进展'),
  overallPart(context),
  ...trend(context),
  ...sectionParts(context),
  heading('主要完成情况'),
  ...doneParts(context, { done: 20, onPace: 10 }),
  heading('存在的问题'),
  ...troubleParts(context, { most: 20, units: isNamed(context), cause: true }),
  ...(hidesDifficulties(context.wish.audience) ? [] : helpParts(context)),
  ...inside(context, reportingParts(context, isNamed(context))),
  heading(context.wish.period.endsWith('H1') ? '下半年工作' : '下一步工作'),
  ...nextParts(context, { units: isNamed(context) }),
]

/** 全年总结 */
export const annualBody: Body = (context) => [
  heading('全年办理情况'),
  overallPart(context),
  ...trend(context),
  ...sectionParts(context),
  ...(isNamed(context) ? unitParts(context) : []),
  heading('完成情况'),
  ...doneParts(context, { done: 40, onPace: 10 }),
  heading('未完成和滞后事项'),
  ...troubleParts(context, { most: 40, units: isNamed(context), cause: true }),
  ...(hidesDifficulties(context.wish.audience) ? [] : [heading('需继续协调的事项'), ...helpParts(context)]),
  heading('后续工作'),
  ...nextParts(context, { units: isNamed(context) }),
]

export function trend({ wish }: Context): readonly ReportPart[] {
  const chart = trendChart(wish.trend)
  return chart === null ? [] : [chart]
}
