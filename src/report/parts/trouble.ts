import type { ReportPart, Run } from '../../domain/report.ts'
import type { TaskStanding } from '../../domain/standing.ts'
import { mainReason, troubled } from '../classes.ts'
import type { Context } from '../context.ts'
import { TROUBLES } from '../reasons.ts'
import { count, joined, listed, paragraph, words } from '../runs.ts'
import { answering } from '../words.ts'
import { itemRuns } from './item.ts'

/** How many are told one by one before the rest is only counted. */
export interface Reach {
  readonly most: number
  readonly units: boolean
  readonly cause: boolean
}

/** 滞后或逾期8项、偏慢15项: a summary by sort, then one by one. Nobody late reads so. */
export function troubleParts(context: Context, reach: Reach): readonly ReportPart[] {
  const tasks = troubled(context.now.tasks)
  if (tasks.length === 0) return [paragraph(words`${noneWords(context)}`)]
  const shown = tasks.slice(0, reach.most)
  const rest = tasks.slice(reach.most)
  const more = rest.length === 0 ? [] : [paragraph(words`其余${count(rest)}项见台账。`)]
  return [
    paragraph(summaryRuns(tasks, reach.units)),
    ...listed(shown.map((task) => itemRuns(task, context, reach))),
    ...more,
  ]
}

const noneWords = ({ now }: Context): string =>
  now.tasks.length === 0 ? '本期没有滞后或逾期的任务。' : '没有进度滞后、逾期或受阻的任务。'

/** 需关注的任务23项：超过完成时限3项，落后序时进度15项，… The sorts add up. */
function summaryRuns(tasks: readonly TaskStanding[], named: boolean): readonly Run[] {
  const sorts = TROUBLES.map(
    ([kind, name]) => [name, tasks.filter((t) => mainReason(t).kind === kind)] as const,
  )
  const sorted = new Set(sorts.flatMap(([, part]) => part))
  const others = ['其他情况', tasks.filter((task) => !sorted.has(task))] as const
  const statements = [...sorts, others]
    .filter(([, part]) => part.length > 0)
    .map(([name, part]) => words`${name}${count(part)}项`)
  return words`滞后、逾期、受阻或偏慢的任务共${count(tasks)}项：${joined(statements, '，')}。${named ? unitsRuns(tasks) : ''}`
}

/** 涉及市水务局（3项）、市经信局（2项）: those with most first. */
function unitsRuns(tasks: readonly TaskStanding[]): readonly Run[] {
  const names = [...new Set(tasks.flatMap((task) => answering(task).map((unit) => unit.name)))]
  const held = names
    .map((name) => [name, tasks.filter((t) => answering(t).some((unit) => unit.name === name))] as const)
    .sort(([, a], [, b]) => b.length - a.length)
  const most = held.slice(0, MOST_UNITS).map(([name, part]) => words`${name}（${count(part)}项）`)
  if (most.length === 0) return []
  const rest = held.length > MOST_UNITS ? `等${held.length}家单位` : ''
  return words`涉及${joined(most, '、')}${rest}。`
}

const MOST_UNITS = 6
