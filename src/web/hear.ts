import type { MessageEvent } from '../domain/chat.ts'
import { legible } from '../text/legible.ts'
import type { WebDeps, WebPerson } from './deps.ts'
import type { Room } from './pages/rail.ts'
import { BOT_NAME } from './talk.ts'
import { chatOf } from './visit.ts'

export interface Spoken {
  readonly person: WebPerson
  readonly room: Room
  readonly text: string
  /** The mention beside the input was on. */
  readonly mention: boolean
}

/** Puts what a person said into the chat and hands it to the flows, without waiting for their answer. */
export async function hearMessage(spoken: Spoken, deps: WebDeps): Promise<void> {
  const { person, room } = spoken
  const text = legible(spoken.text).replaceAll(`@${BOT_NAME}`, ' ').trim()
  const called = spoken.mention || spoken.text.includes(`@${BOT_NAME}`)
  const mentioned = room.type === 'private' || called
  const shown = room.type === 'group' && called ? `@${BOT_NAME} ${text}` : text
  const said = await deps.talk.hear({
    chat: room.id,
    author: person.account,
    name: person.name,
    body: { text: shown },
    repliesTo: null,
  })
  const event: MessageEvent = {
    kind: 'message',
    id: said.id,
    messageId: said.id,
    chat: chatOf(room),
    sender: { channel: 'web', account: person.account, name: person.name },
    text,
    mentioned,
    repliesTo: null,
    form: 'text',
    files: [],
    at: said.at,
  }
  const work = mentioned
    ? deps.talk.during(room.id, () => deps.flows.message(event))
    : deps.flows.message(event)
  void work.catch((err: unknown) => deps.log.error({ err, id: event.id }, 'message flow failed'))
}
