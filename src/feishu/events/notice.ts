import { z } from 'zod'
import type { Normaliser, Notice } from './envelope.ts'

const READ = z.looseObject({
  reader: z.looseObject({ read_time: z.coerce.string().default('0') }),
  message_id_list: z.array(z.string()),
})

/** im.message.message_read_v1: messages of ours that a person read, in private chats alone. */
export const messageRead: Normaliser = ({ at, event }) => {
  const read = READ.safeParse(event).data
  return read
    ? told({ kind: 'read', messageIds: read.message_id_list, at })
    : { ignored: 'read event of unknown shape' }
}

const PERSON = z.looseObject({
  object: z.looseObject({
    open_id: z.string().min(1),
    status: z.looseObject({ is_resigned: z.boolean().nullish(), is_exited: z.boolean().nullish() }).nullish(),
  }),
})

/** contact.user.created_v3, updated_v3. */
export const personChanged: Normaliser = (envelope) => {
  const person = PERSON.safeParse(envelope.event).data?.object
  if (!person) return { ignored: 'contact event of unknown shape' }
  const gone = person.status?.is_resigned === true || person.status?.is_exited === true
  return told({ kind: 'contact', account: person.open_id, gone, at: envelope.at })
}

/** contact.user.deleted_v3: left the organisation, or the range of the app. */
export const personDeleted: Normaliser = (envelope) => {
  const person = PERSON.safeParse(envelope.event).data?.object
  if (!person) return { ignored: 'contact event of unknown shape' }
  return told({ kind: 'contact', account: person.open_id, gone: true, at: envelope.at })
}

function told(notice: Notice) {
  return { notice }
}
