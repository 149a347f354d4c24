import type { Audience } from '../domain/report-wish.ts'
import type { Day } from '../domain/span.ts'
import type { LightReason, TaskStanding } from '../domain/standing.ts'
import { mainReason } from './classes.ts'
import { shortDay } from './words.ts'

const STATES: Readonly<Record<NonNullable<TaskStanding['state']>, string>> = {
  notStarted: '未启动',
  ongoing: '推进中',
  blocked: '受阻',
  done: '已完成',
  closed: '已销号',
}

/** What is said of a task nobody told of: to all eyes, and to those who see confirmed reports alone. */
export const silenceOf = ({ kind }: Audience): string =>
  kind === 'groupSafe' ? '暂无已确认的进展' : '未报送'

/** 推进中, 已销号; `silence` where nobody said anything yet. */
export const stateName = (
  { state, report }: Pick<TaskStanding, 'state' | 'report'>,
  silence: string,
): string => (state === null ? (report === null ? silence : '推进中') : STATES[state])

/** Why a task is where it is, in a few words: 落后序时17个百分点, with the metric's name where the task has several; 超过完成时限12天. */
export function reasonWords(
  task: Pick<TaskStanding, 'reason' | 'reasons' | 'light' | 'metrics'>,
  asOf: Day,
): string {
  const { metrics } = task
  const reason = mainReason(task)
  switch (reason.kind) {
    case 'closed':
      return '已销号'
    case 'done':
      return '已完成'
    case 'onPace':
      return '达到序时进度'
    case 'behind':
      return `${metrics.length > 1 ? reason.metric : ''}落后序时${Math.round(reason.points)}个百分点`
    case 'overdue':
      return `超过完成时限${reason.days}天`
    case 'over':
      return `${metrics.length > 1 ? reason.metric : ''}超出控制目标${Math.round(reason.points)}%`
    case 'finishLate':
      return `预计晚于完成时限${reason.days}天`
    case 'blocked':
      return '推进受阻'
    case 'reportDue':
      return `${shortDay(reason.dueOn, asOf)}应报进展，尚未报送`
    case 'reportLate':
      return `应于${shortDay(reason.dueOn, asOf)}报送进展，逾期未报`
    case 'unknown':
      return '暂不能判断进度'
  }
}

/** The sorts of trouble a summary tells apart. */
export const TROUBLES: readonly (readonly [LightReason['kind'], string])[] = [
  ['overdue', '超过完成时限'],
  ['behind', '落后序时进度'],
  ['over', '超出控制目标'],
  ['blocked', '推进受阻'],
  ['finishLate', '预计不能按期完成'],
]
