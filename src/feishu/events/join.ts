import { z } from 'zod'
import type { Chat, JoinEvent } from '../../domain/chat.ts'
import type { Envelope, Normalised, Normaliser } from './envelope.ts'

const USER = z.looseObject({ open_id: z.string().nullish() }).nullish()
const ENTERED = z.looseObject({ chat_id: z.string().min(1), operator_id: USER })
const CREATED = z.looseObject({ chat_id: z.string().min(1), user: USER, operator: USER })

/** im.chat.member.bot.added_v1 */
export const addedToGroup: Normaliser = (envelope) => {
  const read = ENTERED.safeParse(envelope.event).data
  return joined(envelope, 'group', read && { chatId: read.chat_id, account: read.operator_id?.open_id })
}

/** im.chat.access_event.bot_p2p_chat_entered_v1: each time someone opens the private chat. */
export const privateOpened: Normaliser = (envelope) => {
  const read = ENTERED.safeParse(envelope.event).data
  return joined(envelope, 'private', read && { chatId: read.chat_id, account: read.operator_id?.open_id })
}

/** p2p_chat_create, an event of the old form: the first private chat with a person. */
export const privateCreated: Normaliser = (envelope) => {
  const read = CREATED.safeParse(envelope.event).data
  const account = read?.user?.open_id ?? read?.operator?.open_id
  return joined(envelope, 'private', read && { chatId: read.chat_id, account })
}

function joined(
  { id, at }: Envelope,
  type: Chat['type'],
  who: { readonly chatId: string; readonly account?: string | null | undefined } | undefined,
): Normalised {
  if (!who) return { ignored: 'join event of unknown shape' }
  const event: JoinEvent = {
    kind: 'join',
    id,
    chat: { channel: 'feishu', id: who.chatId, type, thread: null },
    sender: { channel: 'feishu', account: who.account ?? '', name: null },
    at,
  }
  return { event }
}
