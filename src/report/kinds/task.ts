import { periodName } from '../../domain/period.ts'
import type { Progress } from '../../domain/progress.ts'
import type { ReportPart, Run } from '../../domain/report.ts'
import { dayName } from '../../text/calendar.ts'
import type { Body, Context } from '../context.ts'
import { readingsOf, spoken, targetsOf } from '../figures.ts'
import { itemRuns } from '../parts/item.ts'
import { reasonWords, silenceOf, stateName } from '../reasons.ts'
import { heading, lead, number, paragraph, words } from '../runs.ts'
import { seriesChart } from '../spec/series.ts'
import { answering, unitNames } from '../words.ts'

/** 一项任务的历次报送: what it is, how it stands, everything that was said of it, corrections too. */
export const taskBody: Body = (context) => {
  const [task] = context.now.tasks
  if (task === undefined) return [paragraph(words`没有查到这项任务。`)]
  const chart = seriesChart(task, context.history)
  return [
    lead(itemRuns(task, context, { units: true, cause: context.wish.audience.kind !== 'groupSafe' })),
    heading('任务要求'),
    paragraph(words`${task.text}`),
    ...facts(task, context).map((text) => paragraph(words`${text}`)),
    heading('历次报送'),
    ...historyParts(context),
    ...(chart === null ? [] : [chart]),
  ]
}

function facts(task: Context['now']['tasks'][number], { now, wish }: Context): readonly string[] {
  const supporting =
    task.leads.length > 0 && task.responsible.length > 0 ? `；责任单位：${unitNames(task.responsible)}` : ''
  return [
    `${task.leads.length > 0 ? '牵头单位' : '责任单位'}：${unitNames(answering(task))}${supporting}。`,
    targetsOf(task) === '' ? '' : `目标：${targetsOf(task)}。`,
    task.dueOn === null ? '' : `完成时限：${dayName(task.dueOn)}。`,
    `目前状态：${stateName(task, silenceOf(wish.audience))}，${reasonWords(task, now.asOf)}${readingsOf(task) === '' ? '' : `；${readingsOf(task)}`}。`,
  ].filter((text) => text !== '')
}

/** Group-safe: confirmed and standing reports alone, without difficulties. */
function historyParts({ history, wish }: Context): readonly ReportPart[] {
  const safe = wish.audience.kind === 'groupSafe'
  const shown = history.filter((p) => !safe || (p.review === 'confirmed' && p.supersededAt === null))
  if (shown.length === 0) return [paragraph(words`还没有收到这项任务的进展报送。`)]
  const rows = shown.map((progress) => rowOf(progress, safe))
  const columns = [
    { name: '报送期', width: 1.6, align: 'left' },
    { name: '报送日期和单位', width: 2, align: 'left' },
    { name: '完成值', width: 2, align: 'left' },
    { name: '进展', width: 4, align: 'left' },
    { name: '审核', width: 1.4, align: 'left' },
  ] as const
  return [
    paragraph(words`共报送${number(shown.length)}次。`),
    { kind: 'table', caption: null, columns, rows, note: null },
  ]
}

const REVIEWS: Readonly<Record<Progress['review'], string>> = {
  pending: '待审核',
  confirmed: '已确认',
  returned: '已退回',
}

function rowOf(progress: Progress, safe: boolean): readonly Run[] {
  const figure = { value: progress.id, tasks: [progress.taskId], progress: [progress.id] }
  const readings = progress.readings.map((r) => `${r.metric}${spoken(r.value, r.unit)}${r.unit}`).join('，')
  const cause = safe || progress.difficulty === null ? '' : `（困难：${progress.difficulty}）`
  const text = progress.unchanged ? '无变化' : progress.text
  const corrected = progress.supersededAt === null ? '' : '，已更正'
  return [
    { text: periodName(progress.period), figure },
    { text: `${progress.reportedOn} ${progress.unit}${progress.late ? '（逾期）' : ''}` },
    { text: readings === '' ? '—' : readings, figure },
    { text: `${text}${cause}` },
    { text: `${REVIEWS[progress.review]}${corrected}` },
  ]
}
