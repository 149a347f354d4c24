import type { MessageEvent } from '../domain/chat.ts'

/** Why a message is not answered. Closed: the log and the metrics count by it. */
export type Refusal = 'bot' | 'unmentioned' | 'stale' | 'duplicate'

/** Feishu redelivers for the last time about 6 h after the first try; what is older is history, not a question. */
export const STALE_AFTER_MS = 8 * 3_600_000

type Guard = (event: MessageEvent, now: Date) => boolean

/** In this order; the first that holds names the refusal. `duplicate` comes last, for it alone asks the database. */
const GUARDS: readonly (readonly [Refusal, Guard])[] = [
  ['bot', (event) => event.sender.bot === true],
  ['unmentioned', (event) => event.chat.type === 'group' && !event.mentioned],
  ['stale', (event, now) => now.getTime() - event.at.getTime() > STALE_AFTER_MS],
]

/** Null: pass on. Pure. */
export function refusalOf(event: MessageEvent, now: Date): Refusal | null {
  return GUARDS.find(([, holds]) => holds(event, now))?.[0] ?? null
}

/** Under these names an event counts as seen: the platform may redeliver under a new event id. */
export function keysOf(event: MessageEvent): readonly string[] {
  return [`event:${event.id}`, messageKey(event)]
}

export function messageKey(event: MessageEvent): string {
  return `message:${event.messageId}`
}
