import type { Chat } from '../domain/chat.ts'
import { onAction } from './action.ts'
import { catchUp } from './catch-up.ts'
import type { ChatDeps, ChatFlows } from './deps.ts'
import { onJoin } from './join.ts'
import { acceptMessage, settleQuestion } from './message.ts'
import { onLeft } from './register.ts'

/** The flows of one channel, bound to its deps. */
export function createFlows(channel: Chat['channel'], deps: ChatDeps): ChatFlows {
  const accept: ChatFlows['accept'] = (event) => acceptMessage(event, deps)
  const answer: ChatFlows['answer'] = (question) => settleQuestion(question, deps)
  return {
    accept,
    answer,
    message: async (event) => {
      const question = await accept(event)
      if (question) await answer(question)
    },
    action: (event) => onAction(event, deps),
    join: (event) => onJoin(event, deps),
    left: (account) => onLeft({ channel, account }, deps),
    remind: async () => {
      await deps.progress
        ?.remind(channel, deps)
        .catch((err: unknown) => deps.log.warn({ err }, 'drafts could not be reminded of'))
    },
    catchUp: () => catchUp(channel, deps).catch((err) => deps.log.warn({ err }, 'catching up failed')),
  }
}
