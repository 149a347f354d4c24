import { lateNote, standing, wanted } from '../../cards/reporting/talk.ts'
import type { Message } from '../../domain/message.ts'
import { nextAt } from '../../domain/rhythm.ts'
import type { Send } from '../../domain/send.ts'
import type { Subscription } from '../../domain/subscription.ts'
import type { ChatDeps } from '../deps.ts'
import type { ReportDeps } from './deps.ts'
import { keepTurn } from './give.ts'
import { makeReport } from './make.ts'
import { dateOf } from './orders.ts'

export interface DueDeps extends Pick<ChatDeps, 'now' | 'log' | 'accounts' | 'turns'> {
  readonly r: ReportDeps
}

/** Beyond it a report is late, and says for when it was. */
const LATE_MS = 30 * 60_000

/**
 * Sends what standing orders wait for. Each date of each order once: the outbox knows the date by its key, however many
 * processes come by. What was missed while nothing ran is sent once, the last date of it, with its date said.
 */
export async function sendDue(deps: DueDeps): Promise<number> {
  const due = await deps.r.subscriptions.due(deps.now())
  for (const order of due) {
    await sendOne(order, deps).catch((err: unknown) =>
      deps.log.error({ err, subscription: order.id }, 'standing report could not be made'),
    )
  }
  return due.length
}

async function sendOne(order: Subscription, deps: DueDeps): Promise<void> {
  const { r } = deps
  const now = deps.now()
  const sender = { channel: order.channel, account: order.account, name: null } as const
  const viewer = await deps.accounts.findViewer(sender)
  if (viewer?.personId === order.personId) {
    const asking = { asked: order.asked, viewer, chat: 'private', today: r.dayOf(now) } as const
    const made = await makeReport(asking, r)
    const { key, to } = addressOf(order)
    const chat = { channel: order.channel, id: order.account, type: 'private', thread: null } as const
    const words = { key, chat, account: order.account, text: wanted(order), askedAt: order.nextAt }
    const { turn, message } = await keepTurn(made, { ...words, asked: order.asked }, { deps, viewer })
    const reply = { message: dated(message, order, { r, now }), turn, page: 0 }
    await r.outbox.plan([{ key, to, reply }], now)
  } else {
    deps.log.warn({ subscription: order.id }, 'standing report of an account that is gone')
  }
  await r.subscriptions.advance(order.id, order.nextAt, nextAt(order.rhythm, now, r.clock))
}

const addressOf = ({ id, channel, account, nextAt: date }: Subscription): Pick<Send, 'key' | 'to'> => ({
  key: `report:${id}:${date.toISOString()}`,
  to: { kind: 'person', channel, account },
})

/** For when it was meant; and that it is late, where it is. */
function dated(
  message: Message,
  order: Subscription,
  { r, now }: { readonly r: ReportDeps; readonly now: Date },
): Message {
  const due = dateOf(order.nextAt, { r, today: r.dayOf(now) })
  const isLate = now.getTime() - order.nextAt.getTime() > LATE_MS
  const text = isLate ? lateNote(due) : standing(due, order.rhythm)
  return { ...message, blocks: [{ kind: 'note', text }, ...message.blocks] }
}
