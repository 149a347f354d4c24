import { createHash } from 'node:crypto'
import { pressedCard } from '../../cards/progress/press-card.ts'
import { TOASTS } from '../../cards/progress/toasts.ts'
import type { DecisionAction } from '../../domain/action.ts'
import type { ActionResult } from '../deps.ts'
import { done, handOf, mayDecide, refusal, type TapTurn, tapped, warn } from './tools.ts'

/** One card has a button for all and one for each: each is a press of its own. */
const listOf = (requests: readonly number[]): string =>
  createHash('sha256').update(requests.join(',')).digest('hex').slice(0, 8)

/** [催办这4家] of the list of the late: the card named them, so the tap is the confirmation. One list is pressed once. */
export async function onPress(
  { requests, urgent }: Extract<DecisionAction, { do: 'press' }>,
  turn: TapTurn,
): Promise<ActionResult> {
  if (!mayDecide(turn.viewer)) return tapped(null, await refusal(turn, 'decide'))
  const { p, today, event } = turn
  const key = `${today}:${event.messageId}:${listOf(requests)}${urgent ? ':urgent' : ''}`
  const result = await p.reminding.press({
    requestIds: requests,
    key,
    hand: handOf(turn, `tap:${event.id}`),
    dry: false,
    urgent: urgent ?? false,
  })
  const message = pressedCard(result, { requests, urgent: urgent ?? false })
  const reached = result.asked.length > 0 || (urgent === true && result.spared.some((s) => s.reminded))
  return reached ? done(TOASTS.done, message) : warn('没有发出，原因见卡片。', message)
}
