import { laterForm, laterRefused, laterSet } from '../../cards/progress/later.ts'
import { brief } from '../../cards/progress/say.ts'
import type { RequestAction } from '../../domain/action.ts'
import type { Message } from '../../domain/message.ts'
import type { Request } from '../../domain/request.ts'
import type { Day } from '../../domain/span.ts'
import type { ActionResult } from '../deps.ts'
import type { Turn } from './deps.ts'
import { dayIn, fieldOf, handOf, mayReport, refusal, type TapTurn, tapped } from './tools.ts'

/** [稍后提醒]: asks for a day, or sets the one chosen. */
export async function onLater(
  { request, on }: Extract<RequestAction, { do: 'later' }>,
  turn: TapTurn,
): Promise<ActionResult> {
  if (!mayReport(turn.viewer)) return tapped(null, await refusal(turn, 'report'))
  const day = on ?? dayIn(fieldOf(turn.event, 'on'))
  return tapped(
    null,
    await remindLater(turn, { request: request ?? null, on: day, key: `tap:${turn.event.id}` }),
  )
}

/** Never past the day it is due: a reminder after that would remind of nothing. */
export async function remindLater(
  turn: Turn,
  { request, on, key }: { readonly request: number | null; readonly on: Day | null; readonly key: string },
): Promise<Message> {
  const { p, viewer, today } = turn
  const open = await p.requests.open(viewer.unitId!, today)
  const meant = request === null ? open : open.filter((r) => r.id === request)
  const [first] = meant
  if (first === undefined) return brief('没有要报的任务', '贵单位目前没有要报的任务，不会提醒您。')
  const dueOn = earliest(meant)
  if (today >= dueOn) return laterRefused(dueOn, today)
  if (on === null) return laterForm({ request, dueOn, today })
  if (on > dueOn || on <= today) return laterRefused(dueOn, today)
  await p.requests.snooze(
    meant.map((r) => r.id),
    on,
    handOf(turn, key),
  )
  return laterSet(on, dueOn, today)
}

const earliest = (requests: readonly Request[]): Day =>
  requests.map((r) => r.dueOn).reduce((a, b) => (a < b ? a : b))
