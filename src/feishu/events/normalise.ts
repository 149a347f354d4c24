import { type Normalised, type Normaliser, openEnvelope, type Self } from './envelope.ts'
import { addedToGroup, privateCreated, privateOpened } from './join.ts'
import { menu, message } from './message.ts'
import { messageRead, personChanged, personDeleted } from './notice.ts'
import { tap } from './tap.ts'

/** One normaliser per kind of event we live on. */
const NORMALISERS: Readonly<Record<string, Normaliser>> = {
  'im.message.receive_v1': message,
  'application.bot.menu_v6': menu,
  'card.action.trigger': tap,
  'im.chat.member.bot.added_v1': addedToGroup,
  'im.chat.access_event.bot_p2p_chat_entered_v1': privateOpened,
  p2p_chat_create: privateCreated,
  'im.message.message_read_v1': messageRead,
  'contact.user.created_v3': personChanged,
  'contact.user.updated_v3': personChanged,
  'contact.user.deleted_v3': personDeleted,
}

/** A raw event of the platform in our own words; what we do not live on is ignored by name. Never throws. */
export function normalise(raw: unknown, self: Self): Normalised {
  const envelope = openEnvelope(raw)
  if (!envelope) return { ignored: 'no envelope' }
  const normaliser = Object.hasOwn(NORMALISERS, envelope.type) ? NORMALISERS[envelope.type] : undefined
  return normaliser ? normaliser(envelope, self) : { ignored: envelope.type }
}
