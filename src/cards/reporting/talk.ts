import type { Button, Message } from '../../domain/message.ts'
import type { Rhythm } from '../../domain/order.ts'
import type { ReportKind } from '../../domain/report.ts'
import { rhythmWords } from '../../domain/rhythm.ts'
import type { Subscription } from '../../domain/subscription.ts'

/** What the bot says about reports; the reports themselves are worded in src/report. */

export const REPORT_NAMES: Readonly<Record<ReportKind, string>> = {
  monthly: '月调度',
  quarterly: '季通报',
  halfYear: '半年小结',
  annual: '全年总结',
  onePage: '一页纸',
  unit: '单位情况',
  topic: '专题情况',
  task: '任务历次报送',
  difference: '与上期对比',
  comparison: '对比',
  forms: '附表',
  ledger: '任务台账',
}

const say = (title: string, text: string, buttons: readonly Button[] = []): Message => ({
  title,
  tone: 'plain',
  blocks: text === '' ? [] : [{ kind: 'text', text }],
  sources: [],
  assumptions: [],
  suggestions: [],
  buttons,
})

/** The card that becomes the report. */
export const making = (): Message => say('正在生成报告…', '正在汇总最新的报送情况，请稍候。')

/** A file is on its way after this card. */
export const handed = (name: string): Message => say('文件已生成', name)

export const downloadCard = (name: string, url: string): Message => ({
  ...say('文件已生成', name),
  buttons: [{ text: '下载', style: 'primary', action: { do: 'download', name, url } }],
})

export const toldAlone = (): Message => say('已私信发给您', '定时报告是您个人的设置，已在私聊里回复您。')

export const ordersInChat = (): Message =>
  say('请在聊天里设置', '定时报告要发到您本人的私聊。请在聊天窗口里对我说，如“每月1号早上8点发我月调度”。')

export const nothingOf = (words: string): string =>
  `没有查到与“${words}”有关的任务，下面是全部任务的情况。可以换个说法再要一份。`

export const orderNeedsPerson = (): Message =>
  say('请先登记', '定时报告要发到您本人的私聊，请先发“登记”说明您的姓名和单位。')

export const subscribed = (order: Subscription, next: string): Message =>
  say('已设好定时报告', `${wanted(order)}，${rhythmWords(order.rhythm)}私聊发给您，下一次是${next}。`, [
    stopButton(order, '取消'),
  ])

export const changedOrder = (order: Subscription, next: string): Message =>
  say('已改好定时报告', `${wanted(order)}改为${rhythmWords(order.rhythm)}发，下一次是${next}。`, [
    stopButton(order, '取消'),
  ])

/** Each with when it comes next. */
export function ordersList(orders: readonly (readonly [Subscription, string])[]): Message {
  if (orders.length === 0) return say('没有定时报告', '您还没有定时报告。可以说“每月1号早上8点发我月调度”。')
  const rows = orders.map(([order, next], i) => ({
    lead: `${i + 1}. ${wanted(order)}`,
    text: `${rhythmWords(order.rhythm)}，下一次${next}`,
  }))
  const buttons = orders.slice(0, 5).map(([order], i) => stopButton(order, `取消第${i + 1}个`))
  return { ...say('您的定时报告', '', buttons), blocks: [{ kind: 'rows', rows, pageSize: 10 }] }
}

export const stoppedOrders = (orders: readonly Subscription[]): Message =>
  say(
    '已取消',
    `${orders.map((order) => `${wanted(order)}（${rhythmWords(order.rhythm)}）`).join('、')}不再发送。`,
  )

export const nothingToStop = (): Message => ({
  ...say('没有可取消的', '没有找到您说的定时报告。'),
  suggestions: ['我订了哪些报告'],
})

export const whichToStop = (orders: readonly Subscription[]): Message =>
  say(
    '取消哪一个',
    '您有几个定时报告，请选一个。',
    orders.slice(0, 8).map((order) => stopButton(order, `${wanted(order)}（${rhythmWords(order.rhythm)}）`)),
  )

const stopButton = ({ id }: Subscription, text: string): Button => ({
  text,
  action: { do: 'stopReport', subscription: id },
})

/** 市水务局单位情况, 低空经济专题情况, 月调度 */
export function wanted({ asked }: Pick<Subscription, 'asked'>): string {
  const of = asked.units.length > 0 ? asked.units.map((unit) => unit.name).join('、') : ''
  return `${of}${asked.scope.replace(/的$/, '')}${asked.report === null ? '报告' : REPORT_NAMES[asked.report]}`
}

/** Over a report that comes late: after a stop, or of an hour nobody was there. */
export const lateNote = (due: string): string => `这份报告应于${due}发送，因系统停机延迟，现在补发。`

export const standing = (due: string, rhythm: Rhythm): string => `定时报告（${rhythmWords(rhythm)}），${due}`

export const REPORT_TOASTS = {
  printing: '正在生成文件，马上发给您。',
  drafting: '正在起草通报，马上私信给您。',
  opening: '正在打开。',
  openedAlone: '全文已私信发给您。',
  stopped: '已取消这个定时报告。',
  gone: '这份报告已经失效，请重新要一份。',
  notYours: '这个按钮只有督查室能用。',
  ordered: '已设好，每月1日9:00私聊发给您。',
  saved: '已保存。',
  published: '已发布，正在发送。',
  withdrawn: '已撤回。',
  settled: '这份通报已经发布或撤回了。',
  nobody: '没有选接收的群或人员。',
} as const
