import { daysOf, shiftPeriod } from '../../domain/period.ts'
import type { ReportPart, Run } from '../../domain/report.ts'
import { dayName } from '../../text/calendar.ts'
import { hidesDifficulties } from '../audience.ts'
import { classOf, tally } from '../classes.ts'
import { type Context, placeRun } from '../context.ts'
import { count, joined, listed, number, paragraph, words } from '../runs.ts'
import { answering, shortDay, taskName, unitNames } from '../words.ts'
import { helpOf } from './help.ts'
import { perUnit } from './reporting.ts'

/** What follows from the records and nothing else: what is due next, what is overdue, who still owes, what waits for others. */
export function nextParts(context: Context, told: { readonly units: boolean }): readonly ReportPart[] {
  const steps = [dueStep(context, told.units), lateStep(context), owedStep(context), helpStep(context)]
  const said = steps.filter((runs) => runs.length > 0)
  if (said.length === 0) return [paragraph(words`没有近期到期或需要跟进的事项。`)]
  return listed(said)
}

const SHOWN = 8

function dueStep({ wish, now, ...rest }: Context, units: boolean): readonly Run[] {
  const context = { wish, now, ...rest }
  const next = daysOf(shiftPeriod(wish.period, 1))
  const until = now.asOf < daysOf(wish.period).end ? daysOf(wish.period).end : next.end
  const due = now.tasks
    .filter(
      (task) =>
        classOf(task) !== 'done' && task.dueOn !== null && task.dueOn > now.asOf && task.dueOn <= until,
    )
    .sort((a, b) => (a.dueOn ?? '').localeCompare(b.dueOn ?? ''))
  if (due.length === 0) return []
  const each = due.slice(0, SHOWN).map((task) => {
    const by = units ? `，${unitNames(answering(task))}` : ''
    return words`${taskName(task)}（${placeRun(task, context)}${by}，${shortDay(task.dueOn ?? '', wish.today)}）`
  })
  const nearest = due.length > SHOWN ? '，最近到期的有' : ''
  return words`${dayName(until)}前到期、尚未完成的任务${count(due)}项${nearest}：${joined(each, '、')}。`
}

function lateStep({ now, wish }: Context): readonly Run[] {
  const { late } = tally(now.tasks)
  const silent = late.filter((task) => !task.report?.difficulty && !task.report?.help)
  if (late.length === 0) return []
  const safe = hidesDifficulties(wish.audience)
  const unsaid = safe || silent.length === 0 ? '' : words`；其中${count(silent)}项还没有说明原因，请一并补充`
  return words`滞后或逾期的${count(late)}项任务，请牵头单位逐项明确完成时间${unsaid}。`
}

function owedStep({ now }: Context): readonly Run[] {
  const late = perUnit(now.owing).filter((unit) => unit.state === 'late')
  return late.length === 0 ? [] : words`逾期未报送的${number(late.length)}家单位尽快补报。`
}

function helpStep({ now }: Context): readonly Run[] {
  const asked = now.tasks.filter((task) => helpOf(task) !== '' && task.state !== 'closed')
  return asked.length === 0 ? [] : words`提请协调的${count(asked)}件事项，按程序报分管领导研究。`
}
