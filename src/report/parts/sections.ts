import type { ReportColumn, ReportPart, Run } from '../../domain/report.ts'
import type { TaskStanding } from '../../domain/standing.ts'
import { CLASS_NAMES, CLASSES, grouped, order, tally } from '../classes.ts'
import type { Context } from '../context.ts'
import { count } from '../runs.ts'
import { lightsChart } from '../spec/lights.ts'
import { sectionName } from '../words.ts'

/** A name and its tasks. */
export type Group = readonly [name: string, tasks: readonly TaskStanding[]]

/** By section of the document; where there are several documents, by document. */
export function sectionsOf({ now, mixed }: Pick<Context, 'now' | 'mixed'>): readonly Group[] {
  const tasks = [...now.tasks].sort(order)
  return grouped(tasks, (task) => (mixed ? `《${task.document.title}》` : sectionName(task.section)))
}

/** A table of groups by class with its sum, and the same as a chart. One group alone needs neither. */
export function sectionParts(context: Context): readonly ReportPart[] {
  const groups = sectionsOf(context)
  if (groups.length < 2) return []
  const first = context.mixed ? '文件' : '板块'
  const chart = lightsChart(`各${first}任务进度分布`, groups)
  return [
    classTable({ caption: `各${first}任务进展情况`, first, groups }),
    ...(chart === null ? [] : [chart]),
  ]
}

const NUMBER = { width: 1, align: 'center' } as const

/** Columns of the five classes; the last row adds them up where no task is in two groups. */
export function classTable({
  caption,
  first,
  groups,
  sum = true,
}: {
  readonly caption: string
  readonly first: string
  readonly groups: readonly Group[]
  readonly sum?: boolean
}): ReportPart {
  const columns: readonly ReportColumn[] = [
    { name: first, width: 3.5, align: 'left' },
    { name: '任务数', ...NUMBER },
    ...CLASSES.map((c) => ({ name: SHORT[c], ...NUMBER })),
  ]
  const all = groups.flatMap(([, tasks]) => tasks)
  const rows = [...groups, ...(sum && groups.length > 1 ? [['合计', all] as const] : [])]
  return { kind: 'table', caption, columns, rows: rows.map(classRow), note: NOTE }
}

const SHORT = { ...CLASS_NAMES, onPace: '达到序时', slow: '偏慢', late: '滞后逾期', unknown: '暂不能判断' }
const NOTE = '偏慢：落后序时10个百分点以上或临近报送日未报；滞后逾期：落后30个百分点以上或超过时限。'

function classRow([name, tasks]: Group): readonly Run[] {
  const said = tally(tasks)
  return [{ text: name }, count(tasks), ...CLASSES.map((c) => count(said[c]))]
}
