import type { Day } from '../domain/span.ts'
import type { LightReason, TaskStanding } from '../domain/standing.ts'
import { shortDay } from './words.ts'

const STATES: Readonly<Record<NonNullable<TaskStanding['state']>, string>> = {
  notStarted: '未启动',
  ongoing: '推进中',
  blocked: '受阻',
  done: '已完成',
  closed: '已销号',
}

/** 推进中, 已销号; 未报送 where nobody said anything yet. */
export const stateName = ({ state, report }: Pick<TaskStanding, 'state' | 'report'>): string =>
  state === null ? (report === null ? '未报送' : '推进中') : STATES[state]

/** Why a task is where it is, in a few words: 商业航线落后序时17个百分点, 超过时限12天. */
export function reasonWords(reason: LightReason, asOf: Day): string {
  switch (reason.kind) {
    case 'closed':
      return '已销号'
    case 'done':
      return '已完成'
    case 'onPace':
      return '达到序时进度'
    case 'behind':
      return `${reason.metric}落后序时${Math.round(reason.points)}个百分点`
    case 'overdue':
      return `超过完成时限${reason.days}天`
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
  ['blocked', '推进受阻'],
  ['reportLate', '逾期未报进展'],
  ['reportDue', '临近报送日尚未报送'],
]
