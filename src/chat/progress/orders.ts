import { brief } from '../../cards/progress/say.ts'
import type { OrderDraft } from '../../domain/draft.ts'
import type { Heard } from '../../domain/heard.ts'
import type { ActOrder, Order } from '../../domain/order.ts'
import { begin } from './begin.ts'
import type { WordsTurn } from './deps.ts'
import { dutyWords } from './duties.ts'
import { formWords } from './form-words.ts'
import type { Ground } from './ground.ts'
import { remindLater } from './later.ts'
import { orderFace } from './order-face.ts'
import { orderScope, UNKNOWN } from './order-scope.ts'
import { answer, showDraft } from './show.ts'
import { mayDecide, mayReport, ownerOf, refusal } from './tools.ts'

type Does = Order['do']

const ACTS: readonly Does[] = ['press', 'confirm', 'return', 'close', 'reopen']
const isAct = (order: Order): order is ActOrder => ACTS.includes(order.do)

/** An order: shown back as a card with all it would touch. False: none of reporting's (reports, standing orders). */
export async function onOrder(turn: WordsTurn, { order }: Heard, ground: Ground): Promise<boolean> {
  if (order === null) return false
  if (isAct(order)) return onAct(turn, order)
  if (order.do === 'duty') return dutyWords(turn, order)
  if (!mayReport(turn.viewer)) return false
  if (order.do === 'form') return formWords(turn, order, ground)
  if (order.do === 'owed') return showOwed(turn)
  if (order.do !== 'remindLater') return false
  await answer(turn, await remindLater(turn, { request: null, on: order.on, key: turn.question.key }))
  return true
}

/** The card the person would be reminded with now. */
async function showOwed(turn: WordsTurn): Promise<boolean> {
  const card = await turn.p.reminding.card(turn.viewer.personId!, 0)
  await answer(turn, card ?? brief('没有要报的任务', '贵单位目前没有要报的任务，到期前我会提醒您。'))
  return true
}

async function onAct(turn: WordsTurn, order: ActOrder): Promise<boolean> {
  if (!mayDecide(turn.viewer)) {
    await answer(turn, await refusal(turn, 'decide'))
    return true
  }
  const scope = await orderScope(turn, order)
  if ('nothing' in scope) {
    await answer(turn, scope.nothing)
    return true
  }
  const { question, text } = turn
  const { units, ...touched } = scope
  const body: OrderDraft = {
    kind: 'order',
    said: [{ key: question.key, text }],
    order: { do: order.do, reason: order.reason, urgent: order.urgent },
    ...UNKNOWN,
    ...touched,
  }
  const draft = await begin(turn, ownerOf(question.event), body)
  return showDraft(turn, draft, await orderFace(turn, draft, hintOf(order, units)))
}

/** 催办这4家, and there are five. */
function hintOf({ count }: ActOrder, units: number | undefined): string | null {
  return count === null || units === undefined || count === units
    ? null
    : `您说的是${count}家，目前欠报的是${units}家。`
}
