import type { ReportPart } from '../../domain/report.ts'
import { order, troubled } from '../classes.ts'
import { type Body, type Context, placeRun } from '../context.ts'
import { readingsOf } from '../figures.ts'
import { helpOf, helpParts } from '../parts/help.ts'
import { overallFigures, overallPart } from '../parts/overall.ts'
import { sectionsOf } from '../parts/sections.ts'
import { troubleParts } from '../parts/trouble.ts'
import { unitGroups } from '../parts/units.ts'
import { count, heading, paragraph, strong, words } from '../runs.ts'
import { lightsChart } from '../spec/lights.ts'
import { paceChart } from '../spec/pace.ts'
import { answering, taskName, unitNames } from '../words.ts'
import { inside } from './dispatch.ts'
import { trend } from './summary.ts'

const FIGURES_SHOWN = 6

/** 一页纸: the figures, the worst five, what is asked of the leader, one chart. No more than fits a page. */
export const onePageBody: Body = (context) => [
  overallFigures(context),
  overallPart(context),
  ...chart(context),
  heading('主要指标'),
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
  const pace = paceChart(unitGroups(context.now.tasks))
  if (pace !== null) return [pace]
  const groups = sectionsOf(context)
  const lights = groups.length < 2 ? null : lightsChart('各板块任务进度分布', groups)
  return lights === null ? [] : [lights]
}

/** The tasks with figures: those in trouble first, then as the documents have them. */
function measured(context: Context): readonly ReportPart[] {
  const worst = troubled(context.now.tasks)
  const others = context.now.tasks.filter((task) => !worst.includes(task)).sort(order)
  const tasks = [...worst, ...others].filter((task) => readingsOf(task) !== '')
  if (tasks.length === 0) return [paragraph(words`还没有收到指标完成值。`)]
  const rest = tasks.length - FIGURES_SHOWN
  const more =
    rest > 0 ? [paragraph(words`另有${count(tasks.slice(FIGURES_SHOWN))}项任务报了指标，见台账。`)] : []
  return [...tasks.slice(0, FIGURES_SHOWN).map((task) => figureLine(task, context)), ...more]
}

const figureLine = (task: Context['now']['tasks'][number], context: Context): ReportPart =>
  paragraph(
    words`${strong(taskName(task))}（${placeRun(task, context)}，${unitNames(answering(task))}）：${readingsOf(task, 3)}。`,
  )

const MOST_TASKS = 30

function each(context: Context): readonly ReportPart[] {
  const tasks = [...context.now.tasks].sort(order)
  if (tasks.length === 0) return [paragraph(words`没有查到与此有关的任务。`)]
  const lines = tasks.slice(0, MOST_TASKS).map((task) => progressLine(task, context))
  const rest = tasks.slice(MOST_TASKS)
  return rest.length === 0 ? lines : [...lines, paragraph(words`其余${count(rest)}项见台账。`)]
}

/** One task: figures, then the unit's words; 尚未报送进展 where there are neither. */
export function progressLine(task: Context['now']['tasks'][number], context: Context): ReportPart {
  const said = [readingsOf(task, 4), told(task)].filter((s) => s !== '')
  const body = said.length === 0 ? '尚未报送进展' : said.join('。')
  return paragraph(
    words`${strong(taskName(task))}（${placeRun(task, context)}，${unitNames(answering(task))}）：${body}。`,
  )
}

const told = ({ report }: Context['now']['tasks'][number]): string =>
  report === null
    ? ''
    : report.text
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/[。；，、]+$/, '')
        .slice(0, 160)

export const asksHelp = (context: Context): boolean => context.now.tasks.some((task) => helpOf(task) !== '')
