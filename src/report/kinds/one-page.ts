import type { ReportPart } from '../../domain/report.ts'
import type { TaskStanding } from '../../domain/standing.ts'
import { order, troubled } from '../classes.ts'
import { type Body, type Context, placeRun } from '../context.ts'
import { readingsOf } from '../figures.ts'
import { helpParts } from '../parts/help.ts'
import { reportWords } from '../parts/item.ts'
import { overallFigures, overallPart } from '../parts/overall.ts'
import { sectionsOf } from '../parts/sections.ts'
import { troubleParts } from '../parts/trouble.ts'
import { unitGroups } from '../parts/units.ts'
import { silenceOf } from '../reasons.ts'
import { count, heading, paragraph, strong, words } from '../runs.ts'
import { lightsChart } from '../spec/lights.ts'
import { paceChart } from '../spec/pace.ts'
import { answering, taskName, unended, unitNames } from '../words.ts'
import { inside } from './dispatch.ts'
import { trend } from './summary.ts'

/** So few tasks are told each; of more a chart by section tells. */
const FEW = 8

/** 一页纸: the figures, one chart, the worst five, what is asked of the leader. No more than fits a page. */
export const onePageBody: Body = (context) => [
  overallFigures(context),
  overallPart(context),
  ...chart(context),
  ...measured(context),
  heading('需要关注'),
  ...troubleParts(context, { most: 5, units: true, cause: true }),
  ...inside(context, [heading('需要协调'), ...helpParts(context, 5)]),
]

/** 专题: the same matter, each task told. */
export const topicBody: Body = (context) => [
  overallFigures(context),
  overallPart(context),
  ...chart(context),
  ...trend(context),
  heading('各项任务进展'),
  ...each(context),
  heading('滞后和逾期事项'),
  ...troubleParts(context, { most: 15, units: true, cause: true }),
  ...inside(context, [heading('需协调事项'), ...helpParts(context)]),
]

function chart(context: Context): readonly ReportPart[] {
  const groups = sectionsOf(context)
  const lights = groups.length < 2 ? null : lightsChart('各板块任务进度分布', groups)
  const shown =
    context.now.tasks.length > FEW && lights !== null ? lights : paceChart(unitGroups(context.now.tasks))
  return shown === null ? [] : [shown]
}

/** The tasks that are not told below as troubled, where there are few. */
function measured(context: Context): readonly ReportPart[] {
  const worst = troubled(context.now.tasks)
  const others = context.now.tasks.filter((task) => !worst.includes(task)).sort(order)
  if (others.length === 0 || context.now.tasks.length > FEW) return []
  return [heading('主要进展'), ...others.map((task) => progressLine(task, context))]
}

const MOST_TASKS = 30

function each(context: Context): readonly ReportPart[] {
  const tasks = [...context.now.tasks].sort(order)
  if (tasks.length === 0) return [paragraph(words`没有查到与此有关的任务。`)]
  const lines = tasks.slice(0, MOST_TASKS).map((task) => progressLine(task, context))
  const rest = tasks.slice(MOST_TASKS)
  return rest.length === 0 ? lines : [...lines, paragraph(words`其余${count(rest)}项见台账。`)]
}

const REPORT_LENGTH = 160

/** One task: figures, then what else the unit wrote; 未报送 where there is neither. `units` false: they go without saying. */
export function progressLine(task: TaskStanding, context: Context, units = true): ReportPart {
  const said = [readingsOf(task, 4), besideFigures(task)].filter((s) => s !== '')
  const body = said.length === 0 ? silenceOf(context.wish.audience) : said.join('。')
  const by = units ? `，${unitNames(answering(task))}` : ''
  return paragraph(words`${strong(taskName(task))}（${placeRun(task, context)}${by}）：${body}。`)
}

/** The unit's words without the statements that only say the figures again. */
function besideFigures(task: TaskStanding): string {
  const values = task.metrics.flatMap(({ last }) => (last === null ? [] : [`${last.value}${last.unit}`]))
  const statements = reportWords(task, REPORT_LENGTH).split(/(?<=[，。；])/)
  return unended(statements.filter((s) => !values.some((value) => s.includes(value))).join(''))
}
