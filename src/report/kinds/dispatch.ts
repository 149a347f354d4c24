import type { ReportPart } from '../../domain/report.ts'
import { hidesDifficulties } from '../audience.ts'
import type { Body, Context } from '../context.ts'
import { helpParts } from '../parts/help.ts'
import { nextParts } from '../parts/next.ts'
import { askedRuns, overallFigures, overallPart } from '../parts/overall.ts'
import { reportingParts } from '../parts/reporting.ts'
import { sectionParts } from '../parts/sections.ts'
import { troubleParts } from '../parts/trouble.ts'
import { heading, paragraph } from '../runs.ts'

/** 月调度: a working paper for those who steer, so units are named; what all may see leaves out who is silent and why. */
export const monthlyBody: Body = (context) => [
  overallFigures(context),
  heading('总体情况'),
  overallPart(context),
  ...sectionParts(context),
  heading('滞后和逾期事项'),
  ...troubleParts(context, { most: 15, units: isNamed(context), cause: true }),
  ...(hidesDifficulties(context.wish.audience) ? [] : [heading('需协调事项'), ...helpParts(context)]),
  ...inside(context, [heading('报送情况'), ...reportingParts(context, isNamed(context)), ...asked(context)]),
  heading('下步工作'),
  ...nextParts(context, { units: isNamed(context) }),
]

/** A bulletin names the late only where a supervisor ticked it; papers for those who steer always do. */
export const isNamed = ({ wish }: Context): boolean => wish.named || wish.audience.kind !== 'published'

/** Parts that tell of difficulties and of who is silent: not for everybody. */
export const inside = ({ wish }: Context, parts: readonly ReportPart[]): readonly ReportPart[] =>
  wish.audience.kind === 'groupSafe' ? [] : parts

function asked(context: Context): readonly ReportPart[] {
  const runs = askedRuns(context)
  return runs.length === 0 ? [] : [paragraph(runs)]
}
