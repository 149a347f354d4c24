import { brief } from '../../cards/progress/say.ts'
import { type Matter, refusalFor } from '../../domain/access.ts'
import type { ActionEvent, MessageEvent, Reply, Sender } from '../../domain/chat.ts'
import type { DraftOwner } from '../../domain/draft.ts'
import type { Message } from '../../domain/message.ts'
import type { Viewer } from '../../domain/person.ts'
import type { Hand } from '../../domain/progress.ts'
import type { Day } from '../../domain/span.ts'
import type { ActionResult, ChatDeps, Toast } from '../deps.ts'
import { identify } from '../identity.ts'
import type { ProgressDeps, Sitting, Turn } from './deps.ts'

export const plain = (message: Message): Reply => ({ message, turn: null, page: 0 })

export const ownerOf = ({ sender }: { readonly sender: Sender }): DraftOwner => ({
  channel: sender.channel,
  account: sender.account,
})

/** What a tap brings: words beside it, the card's new face, or both. */
export const tapped = (toast: Toast | null, message: Message | null = null, page = 0): ActionResult => ({
  toast,
  update: message && { ...plain(message), page },
  later: null,
})
export const warn = (text: string, message: Message | null = null): ActionResult =>
  tapped({ type: 'warning', text }, message)
export const done = (text: string, message: Message | null = null): ActionResult =>
  tapped({ type: 'success', text }, message)

export interface TapTurn extends Turn {
  readonly event: ActionEvent
}

export async function turnOfTap(event: ActionEvent, deps: ChatDeps, p: ProgressDeps): Promise<TapTurn> {
  const viewer = await identify(event.sender, deps)
  const now = deps.now()
  return { p, deps, channel: event.sender.channel, chat: event.chat, viewer, now, today: p.dayOf(now), event }
}

export const handOf = ({ viewer, now, today }: Sitting, messageKey: string): Hand => ({
  personId: viewer.personId,
  at: now,
  today,
  messageKey,
})

export const mayReport = (viewer: Viewer): boolean =>
  viewer.unitId !== null && viewer.personId !== null && refusalFor(viewer, 'report') === null
export const mayDecide = (viewer: Viewer): boolean =>
  viewer.personId !== null && refusalFor(viewer, 'decide') === null

/** Why not, and whom to ask. */
export async function refusal(turn: Turn, matter: Extract<Matter, 'report' | 'decide'>): Promise<Message> {
  const supervisors = await turn.p.roll.withRole('supervisor')
  const names = supervisors.slice(0, 2).map((s) => s.name)
  const desk = names.length === 0 ? '请联系督查室。' : `可联系督查室 ${names.join('、')}。`
  if (matter === 'decide')
    return brief('这件事由督查室办理', `催办、审核、退回、销号由督查室办理。${desk}`, 'warn')
  const own = turn.viewer.unitId === null ? [] : await turn.p.roll.liaisons([turn.viewer.unitId])
  const who = own.slice(0, 2).map((l) => l.name)
  const ask = who.length === 0 ? desk : `请转告贵单位联络员 ${who.join('、')}。`
  return brief('报送由联络员办理', `进展由各单位联络员报送，您这条没有记下。${ask}`, 'warn')
}

/** The field of a sent form, trimmed; '' where it is empty. */
export const fieldOf = ({ form }: ActionEvent, name: string): string =>
  (form[name] ?? '').trim().slice(0, 1000)

export const isPrivate = (event: Pick<MessageEvent, 'chat'>): boolean => event.chat.type === 'private'

/** A day as a form brings it; one client adds its time zone (2026-12-31 +0800). */
export const dayIn = (field: string | null): Day | null =>
  /^\d{4}-\d\d-\d\d(?=$| )/.exec(field ?? '')?.[0] ?? null
