import { addDutyForm, dutyForm } from '../../cards/progress/duty-form.ts'
import { TOASTS } from '../../cards/progress/toasts.ts'
import type { DutyAction } from '../../domain/action.ts'
import type { Draft, DutyDraft } from '../../domain/draft.ts'
import { lastDutyDate } from '../../understand/orders/duty-date.ts'
import { readDutyOrder, saysOnce } from '../../understand/orders/duty-order.ts'
import type { ActionResult } from '../deps.ts'
import { changesOf, type FoundChanges } from './duties.ts'
import { addedDuty } from './duty-added.ts'
import { dutiesFace, dutyFace, unknownDuty } from './duty-face.ts'
import { dayIn, fieldOf, mayDecide, ownerOf, refusal, type TapTurn, tapped, warn } from './tools.ts'

/** [报送要求] and its pages. */
export async function onDuties(
  { page }: Extract<DutyAction, { do: 'duties' }>,
  turn: TapTurn,
): Promise<ActionResult> {
  if (!mayDecide(turn.viewer)) return tapped(null, await refusal(turn, 'decide'))
  return tapped(null, await dutiesFace(turn, page))
}

/** [改期] [暂停] [恢复] [结束] of one duty: shown back before anything is written. */
export async function onDuty(
  { duty, change, when }: Extract<DutyAction, { do: 'duty' }>,
  turn: TapTurn,
): Promise<ActionResult> {
  if (!mayDecide(turn.viewer)) return tapped(null, await refusal(turn, 'decide'))
  const { today, event } = turn
  const one = (await turn.p.duties.list(today)).find((listed) => listed.duty.key === duty)
  if (one === undefined) return warn(TOASTS.gone, unknownDuty())
  const words = fieldOf(event, 'when') || (when ?? '')
  const from = dayIn(fieldOf(event, 'from'))
  if (change === 'moved' && words === '') return tapped(null, dutyForm(one, null))
  const date = change === 'moved' ? (lastDutyDate(words, today)?.date ?? null) : null
  return shown(turn, changesOf({ change, date, from, once: saysOnce(words) }, [one], turn))
}

/** [新增]: asks who reports what by when; sent as a form it is read like a sentence. */
export async function onAddDuty(turn: TapTurn): Promise<ActionResult> {
  if (!mayDecide(turn.viewer)) return tapped(null, await refusal(turn, 'decide'))
  const [who, when, what] = ['who', 'when', 'what'].map((name) => fieldOf(turn.event, name).slice(0, 100))
  const said = { who: who ?? '', when: when ?? '', what: what ?? '' }
  if (said.who === '' && said.what === '') return tapped(null, addDutyForm(said, null))
  const { lexicon } = await turn.p.ear.ground()
  const order = readDutyOrder(`新增：${said.who}${said.when}报送${said.what}`, { ...turn, lexicon })
  if (order === null || order.date === null)
    return warn(
      TOASTS.unread,
      addDutyForm(said, '由谁报要写单位名称或“各牵头单位”，时间写成“每月5日前”这样。'),
    )
  return shown(turn, await addedDuty(turn, order))
}

async function shown(turn: TapTurn, found: FoundChanges): Promise<ActionResult> {
  if ('message' in found) return tapped(null, found.message)
  const { p, event, viewer, now } = turn
  const body: DutyDraft = { kind: 'duty', said: [], ...found }
  const draft = (await p.drafts.start(ownerOf(event), viewer.personId!, body, now)) as Draft<DutyDraft>
  await p.drafts.shown(draft.id, event.messageId)
  return tapped(null, await dutyFace(turn, draft))
}
