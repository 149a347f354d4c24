import {
  changedOrder,
  nothingToStop,
  orderNeedsPerson,
  ordersList,
  stoppedOrders,
  subscribed,
  toldAlone,
  whichToStop,
} from '../../cards/reporting/talk.ts'
import type { Message } from '../../domain/message.ts'
import type { ReportAsked, Rhythm, StandingOrder } from '../../domain/order.ts'
import { nextAt } from '../../domain/rhythm.ts'
import type { Subscription } from '../../domain/subscription.ts'
import { shortDay } from '../../report/words.ts'
import { shownIn } from '../../text/instant.ts'
import type { Question } from '../deps.ts'
import { settleAsked } from './settle.ts'
import type { ReportTurn } from './turn.ts'

type Subscribe = Extract<StandingOrder, { do: 'subscribe' }>
type Unsubscribe = Extract<StandingOrder, { do: 'unsubscribe' }>

/** 每月1号早上8点发我月调度. The same report ordered again gets the new rhythm. Confirmed back with the next date. */
export async function standOrder(question: Question, order: Subscribe, at: ReportTurn): Promise<void> {
  const { sender } = question.event
  const { do: _, rhythm, ...asked } = order
  const message = await orderFor({ asked, rhythm, account: sender.account, channel: sender.channel }, at)
  await answer(question, message, at)
}

export interface Wanted {
  readonly asked: ReportAsked
  readonly rhythm: Rhythm
  readonly channel: Subscription['channel']
  readonly account: string
}

/** Sets it up, and says what was set up. */
export async function orderFor({ asked, rhythm, ...place }: Wanted, at: ReportTurn): Promise<Message> {
  const { r, viewer, now, today } = at
  if (viewer.personId === null) return orderNeedsPerson()
  const settled: ReportAsked = { ...asked, period: null, report: settleAsked(asked, viewer, today).kind }
  const next = nextAt(rhythm, now, r.clock)
  const same = (await r.subscriptions.of(viewer.personId)).find((order) => isSame(order.asked, settled))
  if (same !== undefined) {
    await r.subscriptions.change(same.id, viewer.personId, { rhythm, nextAt: next })
    return changedOrder({ ...same, rhythm, nextAt: next }, dateOf(next, at))
  }
  const order = { ...place, personId: viewer.personId, asked: settled, rhythm, nextAt: next }
  return subscribed(await r.subscriptions.add(order, now), dateOf(next, at))
}

const isSame = (a: ReportAsked, b: ReportAsked): boolean => nameOf(a) === nameOf(b)
const nameOf = ({ report, scope, units, tasks, form }: ReportAsked): string =>
  JSON.stringify([report, scope, units.map((u) => u.name), tasks.map((t) => t.id), form])

/** 取消月调度, 退订, 都不要了. One that is not clear is asked about. */
export async function stopOrders(question: Question, order: Unsubscribe, at: ReportTurn): Promise<void> {
  const { r, viewer, now } = at
  const own = viewer.personId === null ? [] : await r.subscriptions.of(viewer.personId)
  const meant = own.filter(
    ({ asked, rhythm }) =>
      (order.report === null || asked.report === order.report) &&
      (order.every === null || rhythm.every === order.every),
  )
  if (meant.length === 0 || viewer.personId === null) return answer(question, nothingToStop(), at)
  if (meant.length > 1 && !order.all) return answer(question, whichToStop(meant), at)
  await r.subscriptions.stop(
    meant.map((m) => m.id),
    viewer.personId,
    now,
  )
  await answer(question, stoppedOrders(meant), at)
}

export async function listOrders(question: Question, at: ReportTurn): Promise<void> {
  await answer(question, await ordersOf(at), at)
}

export async function ordersOf(at: ReportTurn): Promise<Message> {
  const { r, viewer } = at
  const own = viewer.personId === null ? [] : await r.subscriptions.of(viewer.personId)
  return ordersList(own.map((order) => [order, dateOf(order.nextAt, at)] as const))
}

/** 8月1日8:00 */
export function dateOf(instant: Date, { r, today }: Pick<ReportTurn, 'r' | 'today'>): string {
  const { day, time } = shownIn(r.clock.zone, instant)
  return `${shortDay(day, today)}${time.replace(/^0/, '')}`
}

/** What belongs to one person alone is told in private, wherever it was asked. */
async function answer({ event, key }: Question, message: Message, { deps }: ReportTurn): Promise<void> {
  const reply = { message, turn: null, page: 0 }
  if (event.chat.type === 'private') return void (await deps.channel.reply(event, reply))
  await deps.channel.tell(event.sender, reply, `orders:${key}`)
  await deps.channel.reply(event, { message: toldAlone(), turn: null, page: 0 })
}
