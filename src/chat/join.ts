import { welcome } from '../cards/welcome.ts'
import type { JoinEvent } from '../domain/chat.ts'
import type { ChatDeps } from './deps.ts'
import { identify } from './identity.ts'

/** Greets a chat once: the platform tells of every opening of a private chat, not of the first alone. */
export async function onJoin(event: JoinEvent, deps: ChatDeps): Promise<void> {
  try {
    const { chat } = event
    const first = await deps.intake.claim(chat.channel, [`greeted:${chat.id}`], deps.now())
    if (!first) return
    const message = welcome(chat.type, await identify(event.sender, deps))
    await deps.channel.say(chat, { message, turn: null, page: 0 })
  } catch (error) {
    deps.log.error({ err: error, id: event.id }, 'welcome could not be sent')
  }
}
