import { closedCard } from '../../cards/progress/orders.ts'
import { pressedCard } from '../../cards/progress/press-card.ts'
import { TOASTS } from '../../cards/progress/toasts.ts'
import type { Draft, OrderDraft } from '../../domain/draft.ts'
import type { Message } from '../../domain/message.ts'
import type { Confirmed } from './confirm.ts'
import type { Turn } from './deps.ts'
import { orderFace, stillWaiting } from './order-face.ts'
import { review } from './review.ts'
import { labelsOf } from './task-labels.ts'
import { handOf, mayDecide, refusal } from './tools.ts'

/** The order is carried out as it was shown. Its key is the draft's: done twice it is done once. */
export async function confirmOrder(turn: Turn, draft: Draft<OrderDraft>, reason: string): Promise<Confirmed> {
  if (!mayDecide(turn.viewer))
    return { message: await refusal(turn, 'decide'), toast: TOASTS.notYours, ok: false }
  const why = reason || draft.body.order.reason || ''
  if (needsReason(draft) && why === '')
    return { message: await orderFace(turn, draft), toast: TOASTS.reason, ok: false }
  const message = await carryOut(turn, draft, why)
  await turn.p.drafts.settle(draft.id, 'confirmed', turn.now)
  return { message, toast: TOASTS.done, ok: true }
}

const needsReason = ({ body }: Draft<OrderDraft>): boolean =>
  ['return', 'close', 'reopen'].includes(body.order.do)

async function carryOut(turn: Turn, draft: Draft<OrderDraft>, reason: string): Promise<Message> {
  const { p } = turn
  const { order, requests, progress } = draft.body
  const key = `draft:${draft.id}`
  switch (order.do) {
    case 'press': {
      const press = { requestIds: requests, key, hand: handOf(turn, key), dry: false, urgent: order.urgent }
      return pressedCard(await p.reminding.press(press), { requests, urgent: order.urgent })
    }
    case 'confirm': {
      const list = await stillWaiting(turn, progress)
      return (await review(turn, list, { verdict: 'confirmed', reason: null, key })).message
    }
    case 'return': {
      const list = await stillWaiting(turn, progress)
      return (await review(turn, list, { verdict: 'returned', reason, key })).message
    }
    case 'close':
    case 'reopen':
      return closeOrReopen(turn, draft, reason)
  }
}

async function closeOrReopen(turn: Turn, draft: Draft<OrderDraft>, reason: string): Promise<Message> {
  const { book } = turn.p
  const { order, tasks } = draft.body
  const hand = handOf(turn, `draft:${draft.id}`)
  const reopened = order.do === 'reopen'
  const changed: number[] = []
  for (const id of tasks) {
    const done = reopened
      ? await book.reopen(id, reason, hand)
      : (await book.close(id, reason, hand)) !== null
    if (done) changed.push(id)
  }
  const labels = await labelsOf(turn, tasks)
  const done = labels.filter((l) => changed.includes(l.originId))
  const before = labels.filter((l) => !changed.includes(l.originId))
  return closedCard({ done, before }, { reopened, reason, by: turn.viewer.name })
}
