import { TOASTS } from '../../cards/progress/toasts.ts'
import type { ProgressAction } from '../../domain/action.ts'
import type { ActionEvent } from '../../domain/chat.ts'
import type { ActionResult, ChatDeps } from '../deps.ts'
import { onAdopt } from './adopt.ts'
import { onDecline, onRuleDecline, onWithdrawDecline } from './decline.ts'
import type { ProgressDeps } from './deps.ts'
import { onDraftTap } from './draft-taps.ts'
import { onAddDuty, onDuties, onDuty } from './duty-taps.ts'
import { onEvidence, onFill, onUnchanged } from './fill.ts'
import { onHandOver, onRuleHandOver } from './hand-over.ts'
import { onLater } from './later.ts'
import { onPress } from './press.ts'
import { onReview, onReviews } from './review.ts'
import { onAttachEvidence } from './sent-evidence.ts'
import { mayReport, refusal, type TapTurn, tapped, turnOfTap, warn } from './tools.ts'

type Doer<K extends ProgressAction['do']> = (
  action: Extract<ProgressAction, { do: K }>,
  turn: TapTurn,
) => Promise<ActionResult>

/** One doer per kind of button. */
const DOERS: { readonly [K in ProgressAction['do']]: Doer<K> } = {
  fill: onFill,
  unchanged: onUnchanged,
  decline: onDecline,
  later: onLater,
  handOver: (_, turn) => onHandOver(turn),
  owing: onOwing,
  evidence: (_, turn) => onEvidence(turn),
  confirmDraft: onDraftTap,
  dropDraft: onDraftTap,
  editDraft: onDraftTap,
  saveTask: onDraftTap,
  saveContacts: onDraftTap,
  showDraft: onDraftTap,
  figure: onDraftTap,
  insist: onDraftTap,
  choose: onDraftTap,
  placeEvidence: onDraftTap,
  attachEvidence: onAttachEvidence,
  adopt: onAdopt,
  review: onReview,
  reviews: onReviews,
  press: onPress,
  ruleDecline: onRuleDecline,
  withdrawDecline: onWithdrawDecline,
  ruleHandOver: onRuleHandOver,
  duties: onDuties,
  duty: onDuty,
  addDuty: (_, turn) => onAddDuty(turn),
}

/** A tap on a card of reporting. Who taps is looked up anew each time: rights may have moved since the card was sent. */
export async function onProgressAction<K extends ProgressAction['do']>(
  action: Extract<ProgressAction, { do: K }>,
  event: ActionEvent,
  { p, deps }: { readonly p: ProgressDeps; readonly deps: ChatDeps },
): Promise<ActionResult> {
  const turn = await turnOfTap(event, deps, p)
  const doer = DOERS[action.do as K]
  return doer(action, turn)
}

/** Another page of the reminder card. */
async function onOwing(
  { page }: Extract<ProgressAction, { do: 'owing' }>,
  turn: TapTurn,
): Promise<ActionResult> {
  if (!mayReport(turn.viewer)) return tapped(null, await refusal(turn, 'report'))
  const card = await turn.p.reminding.card(turn.viewer.personId!, page)
  return card === null ? warn(TOASTS.owesNothing) : tapped(null, card)
}
