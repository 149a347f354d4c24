import { welcome } from '../cards/talk.ts'
import type { JoinEvent } from '../domain/chat.ts'
import type { ChatDeps } from './deps.ts'

/** Greets a chat once: the platform tells of every opening of a private chat, not of the first alone. */
export async function onJoin(event: JoinEvent, deps: ChatDeps): Promise<void> {
  try {
    const { chat } = event
    const first = await deps.intake.claim(chat.channel, [`greeted:${chat.id}`], deps.now())
    if (first) await deps.channel.say(chat, { message: welcome(chat.type), turn: null, page: 0 })
  } catch (error) {
    deps.log.error({ err: error, id: event.id }, 'welcome could not be sent')
  }
}
