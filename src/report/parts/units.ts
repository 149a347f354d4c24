import type { ReportPart } from '../../domain/report.ts'
import type { TaskStanding } from '../../domain/standing.ts'
import { tally } from '../classes.ts'
import type { Context } from '../context.ts'
import { paceChart } from '../spec/pace.ts'
import { answering } from '../words.ts'
import { classTable, type Group, noteFor } from './sections.ts'

/** Tasks by who answers for them, those with most trouble first, then with most tasks. A task of two units counts for both. */
export function unitGroups(tasks: readonly TaskStanding[]): readonly Group[] {
  const names = [...new Set(tasks.flatMap((task) => answering(task).map((unit) => unit.name)))]
  const groups = names.map(
    (name): Group => [name, tasks.filter((task) => answering(task).some((unit) => unit.name === name))],
  )
  return groups.sort(([, a], [, b]) => trouble(b) - trouble(a) || b.length - a.length)
}

function trouble(tasks: readonly TaskStanding[]): number {
  const { late, slow } = tally(tasks)
  return late.length * 100 + slow.length
}

/** By unit: a table and progress against pace. No sum: tasks with two leads stand in two rows. */
export function unitParts(context: Context, most = 60): readonly ReportPart[] {
  const groups = unitGroups(context.now.tasks)
  if (groups.length < 2) return []
  const table = classTable({
    caption: '各牵头单位任务进展情况',
    first: '单位',
    groups: groups.slice(0, most),
    sum: false,
    note: noteFor(context.wish.audience),
  })
  const chart = paceChart(groups)
  return [table, ...(chart === null ? [] : [chart])]
}
