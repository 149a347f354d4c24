import type { Heard } from '../../../domain/heard.ts'
import type { NamedTask } from '../../../domain/named-task.ts'
import type { Order } from '../../../domain/order.ts'
import { readDutyOrder } from '../../orders/duty-order.ts'
import { type Ordering, readAct, readOrder } from '../../orders/read-order.ts'
import { type Hearing, hasReadings, heardAs, refOf, saysState } from '../heard-as.ts'
import { firstKind, type KindRule } from '../kind/kind-rule.ts'
import type { Report } from '../read-report.ts'
import { assumed, labelOf } from '../wording.ts'

/** Orders without a member of the closed union: a flow says what it can do. */
const ORDERS: readonly KindRule[] = [
  {
    kind: 'order',
    name: 'on a duty or a subscription: 暂停报送, 取消这个任务, 订阅',
    pattern:
      /订阅|(?:取消|停|关|暂停|别再|不要再|推迟|恢复)[^，。；]{0,6}(?:提醒|推送|催我)|(?:取消|暂停|新增|增加)(?:这个|该)?(?:报送|任务|订阅)/,
    unless: /[？吗]|什么|哪/,
  },
]

/** Words on reporting itself: 把41号文的季度报送改到每季度第1个月25日前, 新增：市经信局每月5日前报低空经济进展. */
export function duty(text: string, report: Report, { context }: Hearing): Heard | null {
  if (report.named) return null
  const order = readDutyOrder(text, context)
  return order === null ? null : { ...heardAs('order', `duty ${order.change}`, report), order }
}

/** 这么晚还在催, 催好几遍啦: said to who presses. */
const COMPLAINT =
  /我们?(?:再|去|来|会|马上|先|也|这就)*催|(?:还在|别|老|天天|一直)[^，。；]{0,3}催|催[^，。；]{0,2}(?:好几|几)[遍次回]|催[了啦]$/

/** 请市里督促: help asked of those above, no order. */
const HELP_ASKED =
  /(?:请|恳请|希望|建议|盼|望|麻烦|需要?)(?:市里|市级|市领导|市政府|领导|上级|督查室|省里|贵办|你们|[^，。；]{2,8}(?:局|委|办|区))[^，。；]{0,6}(?:督促|催)|帮(?:忙|我们?)?(?:催|督促)/

/** Orders of those who press and review: 催办这4家, 退回第52项，数据没有佐证. What a liaison reports of 销号 is no order. */
export function act(text: string, report: Report, { context }: Hearing): Heard | null {
  const reviews = context.viewer.roles.some((r) => r === 'supervisor' || r === 'leader')
  if (hasReadings(report)) return null
  const order = readAct(text, ordering(context, namedTasks(report)))
  if (
    order === null ||
    !(reviews || (order.do === 'press' && !COMPLAINT.test(text) && !HELP_ASKED.test(text)))
  )
    return null
  const byTopic = order.whom === 'none' || (order.whom === 'shown' && order.count === null)
  const tasks = byTopic ? report.entries.map((e) => refOf(e.task)) : []
  if (tasks.length > 0) {
    const heard = ordered({ ...order, tasks, whom: 'named' }, report)
    const notes = report.entries.map((e) => assumed.topic(labelOf(e.task), text))
    return { ...heard, assumptions: [...heard.assumptions, ...notes] }
  }
  return order.whom === 'none' && order.do !== 'press' ? null : ordered(order, report)
}

/** 以后每月5号把月报发给我, 月调度改成每周一发我: sent to me by a rhythm, it is neither handed over nor put right. */
export function standing(text: string, report: Report, { context }: Hearing): Heard | null {
  if (hasReadings(report) || !/(?:发|给|推送?)(?:给)?我|推送|发$/.test(text)) return null
  const read = readOrder(text, ordering(context, namedTasks(report)))
  return read?.do === 'subscribe' ? ordered(read, report) : null
}

/** Something the bot is to do, now or at set times. */
export function order(text: string, report: Report, { context }: Hearing): Heard | null {
  if (hasReadings(report) || saysState(report) || report.noChange) return null
  const read = readOrder(text, ordering(context, namedTasks(report)))
  if (read !== null) return ordered(read, report)
  const rule = firstKind(ORDERS, text)
  return rule === null ? null : heardAs('order', rule.name, report)
}

const namedTasks = (report: Report): NamedTask[] => report.mentioned.map(refOf)

const ordering = ({ viewer, lexicon, today }: Hearing['context'], tasks: readonly NamedTask[]): Ordering => ({
  viewer,
  lexicon,
  today,
  tasks,
})

function ordered(order: Order, report: Report): Heard {
  const named = 'tasks' in order && order.tasks.length > 0
  return {
    ...heardAs('order', order.do, report),
    order,
    unread: report.unread,
    assumptions: named ? report.notes : [],
  }
}
