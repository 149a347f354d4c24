import type { ReportPart, Run } from '../../domain/report.ts'
import type { TaskStanding } from '../../domain/standing.ts'
import { CLASS_NAMES, CLASSES, type Class, classOf, HELD, order } from '../classes.ts'
import { type Body, type Context, placeRun } from '../context.ts'
import { movedWords } from '../figures.ts'
import { overallPart } from '../parts/overall.ts'
import { reasonWords } from '../reasons.ts'
import { count, heading, paragraph, strong, words } from '../runs.ts'
import { answering, shortDay, taskName, unitNames } from '../words.ts'
import { trend } from './summary.ts'

type Pair = { readonly task: TaskStanding; readonly was: TaskStanding }

/** 与上期相比: how many moved from where to where, then each that got better, worse, or has other figures. */
export const differenceBody: Body = (context) => {
  const { now, before } = context
  if (before === null || before.tasks.length === 0)
    return [overallPart(context), paragraph(words`没有上一期的数据，无法对比。`)]
  const then = new Map(before.tasks.map((task) => [task.originId, task]))
  const pairs = [...now.tasks].sort(order).flatMap((task): Pair[] => {
    const old = then.get(task.originId)
    return old === undefined ? [] : [{ task, was: old }]
  })
  const better = pairs.filter((pair) => rank(pair.task) < rank(pair.was))
  const worse = pairs.filter((pair) => rank(pair.task) > rank(pair.was))
  const moved = pairs.filter(({ task }) => task.metrics.some((m) => movedWords(m) !== null))
  return [
    overallPart(context),
    movesTable(context, before.tasks),
    ...trend(context),
    heading('转好的任务'),
    ...listed(better, context, '没有由滞后、偏慢转好的任务。'),
    heading('变差的任务'),
    ...listed(worse, context, '没有进度变差的任务。'),
    heading('指标变化'),
    ...figures(
      moved.map(({ task }) => task),
      context,
    ),
  ]
}

const RANKS: Readonly<Record<Class, number>> = {
  ...{ done: 0, onPace: 1, due: 2, unknown: 2, slow: 3, blocked: 4, late: 5 },
}
const rank = (task: TaskStanding): number => RANKS[classOf(task)]
const MOST = 20

function listed(pairs: readonly Pair[], context: Context, none: string): readonly ReportPart[] {
  if (pairs.length === 0) return [paragraph(words`${none}`)]
  const lines = pairs
    .slice(0, MOST)
    .map(({ task, was }) =>
      paragraph(
        words`${strong(taskName(task))}（${placeRun(task, context)}，${unitNames(answering(task))}）：由${CLASS_NAMES[classOf(was)]}转为${CLASS_NAMES[classOf(task)]}${why(task, context)}。`,
      ),
    )
  const rest = pairs.slice(MOST).map(({ task }) => task)
  return [paragraph(words`共${count(pairs.map((p) => p.task))}项。`), ...lines, ...others(rest)]
}

/** ，落后序时17个百分点; a class that says it all needs no reason. */
function why(task: TaskStanding, { now }: Context): string {
  const reason = reasonWords(task, now.asOf)
  return HELD.includes(classOf(task)) && reason !== CLASS_NAMES[classOf(task)] ? `，${reason}` : ''
}

function figures(tasks: readonly TaskStanding[], context: Context): readonly ReportPart[] {
  if (tasks.length === 0) return [paragraph(words`各项指标完成值没有变化。`)]
  const lines = tasks.slice(0, MOST).map((task) => {
    const said = task.metrics.flatMap((metric) => movedWords(metric) ?? []).join('，')
    return paragraph(words`${taskName(task)}（${placeRun(task, context)}）：${said}。`)
  })
  return [paragraph(words`共${count(tasks)}项任务的指标有变化。`), ...lines, ...others(tasks.slice(MOST))]
}

const others = (rest: Parameters<typeof count>[0]): readonly ReportPart[] =>
  rest.length === 0 ? [] : [paragraph(words`其余${count(rest)}项见台账。`)]

/** The two days side by side; each column adds up to its number of tasks. */
function movesTable({ now, wish }: Context, before: readonly TaskStanding[]): ReportPart {
  const row = (c: Class): readonly Run[] => {
    const [old, fresh] = [before, now.tasks].map((tasks) => tasks.filter((task) => classOf(task) === c))
    return [
      { text: CLASS_NAMES[c] },
      count(old ?? []),
      count(fresh ?? []),
      change((fresh ?? []).length - (old ?? []).length),
    ]
  }
  const sum = [{ text: '合计' }, count(before), count(now.tasks), change(now.tasks.length - before.length)]
  return {
    kind: 'table',
    caption: '任务进度变化（项）',
    columns: [
      { name: '进度', width: 3, align: 'left' },
      { name: '上期', width: 1, align: 'center' },
      { name: `本期（${shortDay(now.asOf, wish.today)}）`, width: 2, align: 'center' },
      { name: '增减', width: 1, align: 'center' },
    ],
    rows: [...CLASSES.map(row), sum],
    note: null,
  }
}

const change = (value: number): Run => ({
  text: value > 0 ? `+${value}` : String(value),
  figure: { value, tasks: [], progress: [] },
})
