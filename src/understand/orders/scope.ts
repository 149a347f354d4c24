import type { NamedTask } from '../../domain/named-task.ts'
import type { OrderScope } from '../../domain/order.ts'
import type { UnitSlot } from '../../domain/task-filter.ts'
import { parseNumber } from '../../text/numbers.ts'

const WHOM: readonly (readonly [OrderScope['whom'], RegExp])[] = [
  ['unreported', /(?:没|未|还没|尚未|没有)(?:有)?(?:报|上报|报送|填|回复|反馈|交)|欠报|漏报/],
  ['overdue', /逾期|超期|过期|拖期|到期没/],
  [
    'shown',
    /(?:这|那|上面|上述|以上|刚才(?:那|的)?|列出)(?:的)?(?:些|几|\d{1,3}|[一两二三四五六七八九十]{1,3})?(?:个|家|项|条)?(?:单位|部门|任务)?/,
  ],
  ['all', /全部|所有|都|大家|各单位|一键/],
]

const COUNT = /(?<n>\d{1,3}|[一两二三四五六七八九十]{1,3})(?:家|个(?:单位|部门)?)(?!月)/

/** Whom an act is for: tasks and units named, else 没报的, 逾期的, 这4家, 全部. */
export function scopeOfAct(
  text: string,
  tasks: readonly NamedTask[],
  units: readonly UnitSlot[],
): OrderScope {
  const count = parseNumber(COUNT.exec(text)?.groups?.n ?? '')
  if (tasks.length > 0 || units.length > 0) return { tasks, units, whom: 'named', count }
  const whom = WHOM.find(([, pattern]) => pattern.test(text))?.[0] ?? 'none'
  return { tasks, units, whom, count }
}
