import type { ReportPart, Run } from '../../domain/report.ts'
import { order, tally } from '../classes.ts'
import { type Context, placeRun } from '../context.ts'
import { readingsOf } from '../figures.ts'
import { count, joined, listed, paragraph, strong, words } from '../runs.ts'
import { answering, taskName, unended, unitNames } from '../words.ts'
import { reportWords } from './item.ts'

const REPORT_LENGTH = 90

/** 完成情况: what is done, each with its figures and the unit's words; then those on pace that have figures, in few words. */
export function doneParts(context: Context, reach: { readonly done: number; readonly onPace: number }) {
  const { done, onPace } = tally(context.now.tasks)
  const finished = [...done].sort(order)
  const measured = onPace.filter((task) => readingsOf(task) !== '').sort(order)
  return [...doneList(finished, context, reach.done), ...paceList(onPace, measured, context, reach.onPace)]
}

type Tasks = Context['now']['tasks']

function doneList(finished: Tasks, context: Context, most: number): readonly ReportPart[] {
  if (context.now.tasks.length === 0) return [paragraph(words`本期没有任务。`)]
  if (finished.length === 0) return [paragraph(words`目前还没有办结的任务。`)]
  const rest = finished.slice(most)
  const more = rest.length === 0 ? [] : [paragraph(words`其余${count(rest)}项见台账。`)]
  const items = listed(finished.slice(0, most).map((task) => doneRuns(task, context)))
  return [paragraph(words`已完成${count(finished)}项。`), ...items, ...more]
}

function doneRuns(task: Tasks[number], context: Context): readonly Run[] {
  const told = unended(reportWords(task, REPORT_LENGTH))
  const said = told === '' ? readingsOf(task, 3) : told
  const state = task.state === 'closed' ? '，已销号' : ''
  return words`${strong(taskName(task))}（${placeRun(task, context)}，${unitNames(answering(task))}${state}）${said === '' ? '' : `：${said}`}。`
}

function paceList(onPace: Tasks, measured: Tasks, context: Context, most: number): readonly ReportPart[] {
  if (onPace.length === 0 || most === 0) return []
  if (measured.length === 0) return [paragraph(words`达到序时进度${count(onPace)}项。`)]
  const each = measured
    .slice(0, most)
    .map((task) => words`${taskName(task)}（${placeRun(task, context)}）：${readingsOf(task, 2)}`)
  const rest = onPace.length > Math.min(most, measured.length) ? '等' : ''
  return [paragraph(words`达到序时进度${count(onPace)}项：${joined(each, '；')}${rest}。`)]
}
