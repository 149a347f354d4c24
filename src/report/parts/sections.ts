import type { ReportColumn, ReportPart, Run } from '../../domain/report.ts'
import type { Audience } from '../../domain/report-wish.ts'
import type { TaskStanding } from '../../domain/standing.ts'
import { grouped, order, tally } from '../classes.ts'
import type { Context } from '../context.ts'
import { count } from '../runs.ts'
import { lightsChart } from '../spec/lights.ts'
import { sectionName } from '../words.ts'

/** A name and its tasks. */
export type Group = readonly [name: string, tasks: readonly TaskStanding[]]

/** Documents of so few tasks are not divided further beside others. */
const SMALL = 12

/** By section of the document; where there are several, the small ones are a group each. */
export function sectionsOf({ now }: Pick<Context, 'now'>): readonly Group[] {
  const documents = [...Map.groupBy([...now.tasks].sort(order), (task) => task.document.id).values()]
  return documents.flatMap((tasks): readonly Group[] => {
    const [first] = tasks
    const isWhole = documents.length > 1 && tasks.length <= SMALL
    return isWhole
      ? [[`《${first?.document.title ?? ''}》`, tasks]]
      : grouped(tasks, (task) => sectionName(task.section))
  })
}

/** A table of sections by class with its sum, and the same as a chart. One group alone needs neither. */
export function sectionParts(context: Context): readonly ReportPart[] {
  const groups = sectionsOf(context)
  if (groups.length < 2) return []
  const chart = lightsChart('各板块任务进度分布', groups)
  return [
    classTable({
      caption: '各板块任务进展情况',
      first: '板块',
      groups,
      note: noteFor(context.wish.audience),
    }),
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
  note,
}: {
  readonly caption: string
  readonly first: string
  readonly groups: readonly Group[]
  readonly sum?: boolean
  readonly note: string
}): ReportPart {
  const columns: readonly ReportColumn[] = [
    { name: first, width: 3.5, align: 'left' },
    { name: '任务数', ...NUMBER },
    ...TOLD.map((c) => ({ name: SHORT[c], ...NUMBER })),
    { name: '其他', ...NUMBER },
  ]
  const all = groups.flatMap(([, tasks]) => tasks)
  const rows = [...groups, ...(sum && groups.length > 1 ? [['合计', all] as const] : [])]
  return { kind: 'table', caption, columns, rows: rows.map(classRow), note }
}

/** A page has room for so many columns; what is left is put together, and adds up. */
const TOLD = ['done', 'onPace', 'slow', 'late'] as const
const SHORT = { done: '已完成', onPace: '达到序时', slow: '偏慢', late: '滞后逾期' } as const

/** What the classes mean. Where nobody's silence is told, it is no reason either. */
export const noteFor = ({ kind }: Audience): string =>
  kind === 'groupSafe'
    ? '偏慢：落后序时10至30个百分点；滞后逾期：落后30个百分点以上、超过或预计超过完成时限、超出控制目标；其他：暂不能判断进度。'
    : '偏慢：落后序时10至30个百分点；滞后逾期：落后30个百分点以上、超过或预计超过完成时限、超出控制目标；其他：推进受阻、待报送和暂不能判断进度。'

function classRow([name, tasks]: Group): readonly Run[] {
  const said = tally(tasks)
  const others = tasks.filter((task) => !TOLD.some((c) => said[c].includes(task)))
  return [{ text: name }, count(tasks), ...TOLD.map((c) => count(said[c])), count(others)]
}
