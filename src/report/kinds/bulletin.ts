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
import { inside } from './dispatch.ts'

/** 季通报: goes round to all units. Units behind are named only where a supervisor ticked it. */
export const bulletinBody: Body = (context) => {
  const named = isNamed(context)
  return [
    heading('总体情况'),
    overallPart(context),
    ...under('分板块情况', sectionParts(context)),
    ...(named ? unitParts(context) : []),
    heading('完成情况'),
    ...doneParts(context, { done: 20, onPace: 8 }),
    heading('滞后和逾期事项及原因'),
    ...troubleParts(context, { most: 30, units: named, cause: true }),
    ...(hidesDifficulties(context.wish.audience) ? [] : [heading('需协调事项'), ...helpParts(context)]),
    ...inside(context, [heading('报送情况'), ...reportingParts(context, named)]),
    heading('下步要求'),
    ...nextParts(context, { units: named }),
  ]
}

/** A heading where there is something to head. */
const under = (text: string, parts: readonly ReportPart[]): readonly ReportPart[] =>
  parts.length === 0 ? [] : [heading(text), ...parts]

/** A leader's or a unit's own bulletin is of their own units: there is nobody else to name. */
const isNamed = ({ wish }: Context): boolean => wish.named || wish.audience.kind === 'units'
