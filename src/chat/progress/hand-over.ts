import {
  passingAsked,
  passingCard,
  passingDecided,
  passingSent,
  successorForm,
} from '../../cards/progress/hand-over.ts'
import { TOASTS } from '../../cards/progress/toasts.ts'
import type { DecisionAction } from '../../domain/action.ts'
import type { Draft, HandOverDraft } from '../../domain/draft.ts'
import type { Message } from '../../domain/message.ts'
import type { Colleague } from '../../domain/roll.ts'
import type { ActionResult } from '../deps.ts'
import type { Confirmed } from './confirm.ts'
import type { Turn } from './deps.ts'
import { tellPeople } from './notices.ts'
import {
  dayIn,
  done,
  fieldOf,
  handOf,
  mayReport,
  ownerOf,
  refusal,
  type TapTurn,
  tapped,
  warn,
} from './tools.ts'

/** Those of the unit who could take over. */
export async function successors({ p, viewer }: Turn): Promise<readonly Colleague[]> {
  const people = viewer.unitId === null ? [] : await p.roll.colleagues(viewer.unitId)
  return people.filter((c) => c.personId !== viewer.personId)
}

/** How many items the unit still owes. */
export async function openItems({ p, today }: Turn, unitId: number): Promise<number> {
  const requests = await p.requests.open(unitId, today)
  return requests.reduce((sum, r) => sum + r.tasks.filter((t) => t.state === 'asked').length, 0)
}

export async function passingBody(
  turn: Turn,
  to: Colleague,
  how: Pick<HandOverDraft, 'said' | 'from' | 'reason'>,
): Promise<HandOverDraft> {
  const unitId = turn.viewer.unitId!
  return {
    kind: 'handOver',
    unitId,
    toId: to.personId,
    to: to.name,
    open: await openItems(turn, unitId),
    ...how,
  }
}

/** [转交]: asks for whom; sent as a form it shows what will be passed on. */
export async function onHandOver(turn: TapTurn): Promise<ActionResult> {
  const { viewer, event, p, now, today } = turn
  if (!mayReport(viewer)) return tapped(null, await refusal(turn, 'report'))
  const people = await successors(turn)
  const to = people.find((c) => String(c.personId) === fieldOf(event, 'to'))
  if (to === undefined) return tapped(null, successorForm(people, null, viewer.unit ?? '贵单位'))
  const reason = fieldOf(event, 'reason') || null
  const from = dayIn(fieldOf(event, 'from'))
  const body = await passingBody(turn, to, { said: [], from, reason })
  const draft = await p.drafts.start(ownerOf(event), viewer.personId!, body, now)
  await p.drafts.shown(draft.id, event.messageId)
  return tapped(null, passingCard(draft, body, today))
}

/** The one who goes has confirmed: the successor is asked. Nothing has moved yet. */
export async function confirmPassing(turn: Turn, draft: Draft<HandOverDraft>): Promise<Confirmed> {
  const { p, viewer, today, now } = turn
  const { unitId, toId, reason, from, open } = draft.body
  if (!mayReport(viewer) || viewer.unitId !== unitId)
    return { message: await refusal(turn, 'report'), toast: TOASTS.notYours, ok: false }
  const asked = { unitId, fromId: viewer.personId!, toId, reason, startsOn: from }
  const first = await p.drafts.settle(draft.id, 'confirmed', now)
  if (!first) return { message: passingCard(draft, draft.body, today), toast: TOASTS.done, ok: true }
  const passing = await p.handOvers.ask(asked, handOf(turn, `draft:${draft.id}`))
  const told = await tellPeople(turn, [toId], `handOver:${passing.id}`, passingAsked(passing, open, today))
  return { message: passingSent(passing, told > 0), toast: TOASTS.done, ok: told > 0 }
}

/** [接手] [不接], by the successor alone. The first word holds. */
export async function onRuleHandOver(
  { handOver, verdict }: Extract<DecisionAction, { do: 'ruleHandOver' }>,
  turn: TapTurn,
): Promise<ActionResult> {
  const { p, viewer, today, event } = turn
  const passing = await p.handOvers.find(handOver)
  if (passing === null) return warn(TOASTS.gone)
  if (passing.toId !== viewer.personId) return warn(TOASTS.notYours)
  const ruled = await p.handOvers.decide(handOver, verdict, handOf(turn, `tap:${event.id}`))
  if (ruled === null) return warn(TOASTS.gone)
  const message: Message = passingDecided(ruled.passing, today)
  const supervisors = await p.roll.withRole('supervisor')
  const others = ruled.passing.state === 'confirmed' ? supervisors.map((s) => s.personId) : []
  await tellPeople(turn, [passing.fromId, ...others], `handOver:${passing.id}:decided`, message)
  return done(TOASTS.done, message)
}
