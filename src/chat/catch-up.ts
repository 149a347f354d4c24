import type { Chat } from '../domain/chat.ts'
import type { ChatDeps, Question } from './deps.ts'
import { settleQuestion } from './message.ts'

/** A question worked on for longer than this was left by a process that died or a failure. */
const ABANDONED_AFTER_MS = 60_000
/** An answer a day late helps nobody. */
const GIVEN_UP_AFTER_MS = 24 * 3_600_000

/** Answers what was promised: first what only the spool knows, then what was stored and never answered. */
export async function catchUp(channel: Chat['channel'], deps: ChatDeps): Promise<void> {
  await deps.intake.alive()
  for (const question of await deps.spool.all(channel)) await unspool(question, deps)
  const at = deps.now()
  const window = {
    channel,
    at,
    before: new Date(at.getTime() - ABANDONED_AFTER_MS),
    since: new Date(at.getTime() - GIVEN_UP_AFTER_MS),
  }
  const left = await deps.intake.takeUnanswered(window)
  await Promise.all(left.map((question) => settleQuestion(question, deps, true)))
}

async function unspool(question: Question, deps: ChatDeps): Promise<void> {
  const { event, key } = question
  await deps.intake.claim(event.chat.channel, [key], event.at, question)
  await deps.intake.excuse(question, deps.now())
  await deps.spool.remove(key)
  await settleQuestion(question, deps, true)
}
