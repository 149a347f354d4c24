import { dutyListCard, whichDuty } from '../../cards/progress/duties.ts'
import { dutyDone } from '../../cards/progress/duty-change.ts'
import { dutyForm } from '../../cards/progress/duty-form.ts'
import { TOASTS } from '../../cards/progress/toasts.ts'
import type { Draft, DutyDraft } from '../../domain/draft.ts'
import type { NewDutyChange } from '../../domain/duty-change.ts'
import type { Message } from '../../domain/message.ts'
import type { DutyOrder } from '../../domain/order.ts'
import type { Day } from '../../domain/span.ts'
import { dutyBefore, type ListedDuty } from '../../remind/list-duties.ts'
import { shiftOf } from '../../remind/shift.ts'
import { begin } from './begin.ts'
import type { Confirmed } from './confirm.ts'
import type { Turn, WordsTurn } from './deps.ts'
import { addedDuty } from './duty-added.ts'
import { dutyFace, dutyView } from './duty-face.ts'
import { areOne, dutiesMeant, isOnce, newDate } from './duty-match.ts'
import { answer, showDraft } from './show.ts'
import { handOf, mayDecide, ownerOf, refusal } from './tools.ts'

/** 把41号文的季度报送改到每季度第1个月25日前: shows what would change; where several duties fit, asks which. */
export async function dutyWords(turn: WordsTurn, order: DutyOrder): Promise<boolean> {
  if (!mayDecide(turn.viewer)) {
    await answer(turn, await refusal(turn, 'decide'))
    return true
  }
  const found = order.change === 'added' ? await addedDuty(turn, order) : await changesIn(turn, order)
  if ('message' in found) {
    await answer(turn, found.message)
    return true
  }
  const { question, text } = turn
  const body: DutyDraft = { kind: 'duty', said: [{ key: question.key, text }], ...found }
  const draft = await begin(turn, ownerOf(question.event), body)
  return showDraft(turn, draft, await dutyFace(turn, draft))
}

export type FoundChanges = Pick<DutyDraft, 'changes' | 'notes'> | { readonly message: Message }

async function changesIn(turn: Turn, order: DutyOrder): Promise<FoundChanges> {
  const listed = await turn.p.duties.list(turn.today)
  const meant = dutiesMeant(order, listed)
  if (meant.length === 0)
    return { message: dutyListCard(listed, 0, turn.today, '没有对上这样的报送要求，现有这些：') }
  if (meant.length > 1 && !areOne(meant)) {
    const { text } = turn as WordsTurn
    return { message: whichDuty(meant, { change: order.change, when: order.date && text }, turn.today) }
  }
  return changesOf(order, meant, turn)
}

type Wanted = Pick<DutyOrder, 'change' | 'date' | 'from' | 'once'>

/** The same word on each of these duties. */
export function changesOf(
  wanted: Wanted,
  duties: readonly ListedDuty[],
  { today }: Pick<Turn, 'today'>,
): FoundChanges {
  const { change } = wanted
  const from = wanted.from !== null && wanted.from > today ? wanted.from : today
  if (change !== 'moved')
    return { changes: duties.map(({ duty }) => changed(change, duty.key, from)), notes: [] }
  const changes = duties.flatMap((one) => dated(wanted, one, { from, today }) ?? [])
  if (changes.length < duties.length) return { message: dutyForm(duties[0]!, '没看懂改到什么时候，请写全。') }
  const once = changes.some((one) => one.change === 'shifted')
  return { changes, notes: once ? [ONCE] : [] }
}

const ONCE = '只改这一次。要以后每期都改，请写成“每季度第1个月25日前”这样，或写明从哪天起。'

/** Moved for all times to come, or shifted for one. Null: the date says too little. */
function dated(
  wanted: Wanted,
  one: ListedDuty,
  { from, today }: { readonly from: Day; readonly today: Day },
): NewDutyChange | null {
  if (wanted.date === null) return null
  const { key } = one.duty
  if (isOnce(wanted, one.date)) {
    const body = shiftOf(wanted.date, one, today)
    return body && { change: 'shifted', duty: key, body }
  }
  const date = newDate(wanted.date, one.date)
  return date && { change: 'moved', duty: key, body: { from, date } }
}

const changed = (change: DutyOrder['change'], duty: string, from: string): NewDutyChange => ({
  change: change === 'resumed' ? 'resumed' : change === 'ended' ? 'ended' : 'paused',
  ...{ duty, body: { from } },
})

/** Written as it was shown, each word with its audit row; the draft's key writes it once. */
export async function confirmDuty(turn: Turn, draft: Draft<DutyDraft>): Promise<Confirmed> {
  if (!mayDecide(turn.viewer))
    return { message: await refusal(turn, 'decide'), toast: TOASTS.notYours, ok: false }
  const view = await dutyView(turn, draft.body)
  for (const [n, { change, before }] of view.rows.entries()) {
    const hand = handOf(turn, `draft:${draft.id}${n === 0 ? '' : `:${n}`}`)
    await turn.p.duties.write({ change, before: dutyBefore(before) }, hand)
  }
  await turn.p.drafts.settle(draft.id, 'confirmed', turn.now)
  return { message: dutyDone(view, turn.viewer.name, turn.today), toast: TOASTS.done, ok: true }
}
