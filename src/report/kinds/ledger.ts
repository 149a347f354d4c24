import type { ReportColumn, ReportPart, Run } from '../../domain/report.ts'
import { order } from '../classes.ts'
import { type Body, type Context, placeRun } from '../context.ts'
import { ledgerRow } from '../ledger-rows.ts'
import { overallPart } from '../parts/overall.ts'
import { paragraph, words } from '../runs.ts'

const COLUMNS: readonly ReportColumn[] = [
  { name: '序号', width: 1.2, align: 'center' },
  { name: '工作任务', width: 4, align: 'left' },
  { name: '牵头单位', width: 1.8, align: 'left' },
  { name: '目标', width: 2, align: 'left' },
  { name: '完成值', width: 2, align: 'left' },
  { name: '进展', width: 3, align: 'left' },
  { name: '状态', width: 1.2, align: 'center' },
  { name: '完成时限', width: 1.4, align: 'center' },
]

/** A table on paper ends somewhere: the workbook has all of them (`ledgerRows`). */
const MOST_ROWS = 1000

/** 任务台账 */
export const ledgerBody: Body = (context) => [overallPart(context), ...ledgerTable(context, '任务台账')]

/** 附表3 责任事项季度进展情况表; 附表1 and 附表2 are made where the filled forms are kept. */
export const formsBody: Body = (context) => ledgerTable(context, '责任事项完成情况表')

function ledgerTable(context: Context, caption: string): readonly ReportPart[] {
  const tasks = [...context.now.tasks].sort(order)
  if (tasks.length === 0) return [paragraph(words`没有符合条件的任务。`)]
  const rows = tasks.slice(0, MOST_ROWS).map((task) => rowOf(task, context))
  const note =
    tasks.length > MOST_ROWS ? `共${tasks.length}项，这里列出前${MOST_ROWS}项，全部见电子表格。` : null
  return [{ kind: 'table', caption, columns: COLUMNS, rows, note }]
}

function rowOf(task: Context['now']['tasks'][number], context: Context): readonly Run[] {
  const row = ledgerRow(task, context.wish.audience)
  const trouble =
    context.wish.audience.kind === 'groupSafe' || row.difficulty === null ? '' : `；困难：${row.difficulty}`
  const units = row.leads.length > 0 ? row.leads : row.responsible
  const figure = {
    value: row.share ?? 0,
    tasks: [task.originId],
    progress: task.report === null ? [] : [task.report.id],
  }
  return [
    placeRun(task, context),
    { text: row.text },
    { text: units.join('、') },
    { text: row.targets === '' ? '—' : row.targets },
    row.readings === '' ? { text: '—' } : { text: row.readings, figure },
    { text: row.report === '' ? '—' : `${row.report}${trouble}` },
    { text: row.state, light: row.light },
    { text: row.dueOn ?? '—' },
  ]
}
