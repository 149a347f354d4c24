import { daysOf, periodName } from '../domain/period.ts'
import type { ReportWish } from '../domain/report-wish.ts'
import { dayName } from '../text/calendar.ts'
import type { Context } from './context.ts'
import { placeName } from './words.ts'

/** The title an office would put above it. */
export function titleOf({ wish, now }: Context): string {
  const period = periodName(wish.period)
  const of = wish.scope.name ?? '重点任务'
  const late = wish.scope.lateOnly ? '滞后' : ''
  switch (wish.kind) {
    case 'monthly':
      return `${period}${of}${late}调度情况`
    case 'quarterly':
      return `关于${period}${of}${late}办理情况的通报`
    case 'halfYear':
      return `${period}${of}${late}办理情况小结`
    case 'annual':
      return `${period}${of}${late}办理情况总结`
    case 'onePage':
      return `${wish.scope.name ?? '重点任务'}${late}进展要情`
    case 'unit':
      return `${wish.scope.name ?? '本单位'}任务办理情况`
    case 'topic':
      return `${of}${late}进展情况`
    case 'task':
      return taskTitle(now.tasks[0])
    case 'difference':
      return `${of}进展与上期对比`
    case 'comparison':
      return `${wish.scope.sides.map((side) => side.name).join('与')}任务办理情况对比`
    case 'forms':
      return `责任事项${period}完成情况表`
    case 'ledger':
      return `${of.replace(/任务$/, '')}任务${late}台账`
  }
}

function taskTitle(task: Context['now']['tasks'][number] | undefined): string {
  return task === undefined ? '任务历次报送情况' : `${task.document.name}${placeName(task)}历次报送情况`
}

/** （2026年第三季度，截至2026年10月9日）; a period that is not over goes without saying where no title names it. */
export function subtitleOf({ kind, period, audience }: ReportWish, asOf: string): string {
  const isTitled = ['monthly', 'quarterly', 'halfYear', 'annual', 'forms'].includes(kind)
  const isPresent = asOf <= daysOf(period).end
  const parts = [isTitled || isPresent ? '' : periodName(period), `截至${dayName(asOf)}`]
  const scope = audience.kind === 'units' && audience.narrow ? [audience.name] : []
  return [...scope, ...parts].filter((part) => part !== '').join('，')
}
