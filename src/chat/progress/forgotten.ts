import { forgottenCard } from '../../cards/progress/forgotten.ts'
import type { Chat } from '../../domain/chat.ts'
import type { Draft } from '../../domain/draft.ts'
import type { ChatDeps } from '../deps.ts'
import { identify } from '../identity.ts'
import type { ProgressDeps, Turn } from './deps.ts'
import { faceOf } from './face.ts'
import { plain } from './tools.ts'

export interface ForgottenDeps {
  readonly p: ProgressDeps
  readonly deps: ChatDeps
  readonly channel: Chat['channel']
}

/** What was shown and neither confirmed nor dropped: its card once more. Nothing is written by waiting. Returns how many. */
export async function remindForgotten({ p, deps, channel }: ForgottenDeps): Promise<number> {
  const now = deps.now()
  if (!p.forgotten || !(await p.forgotten.isOpen(now))) return 0
  const before = new Date(now.getTime() - p.forgotten.afterMs)
  const drafts = await p.drafts.takeForgotten(channel, before, now)
  for (const draft of drafts) await remindOne(draft, { p, deps, channel })
  return drafts.length
}

async function remindOne(draft: Draft, { p, deps, channel }: ForgottenDeps): Promise<void> {
  const { account } = draft.who
  const now = deps.now()
  const viewer = await identify({ channel, account, name: null }, deps)
  const chat = { channel, id: `private:${account}`, type: 'private', thread: null } as const
  const turn: Turn = { p, deps, channel, chat, viewer, now, today: p.dayOf(now) }
  const message = forgottenCard(await faceOf(turn, draft))
  const key = `draft:${draft.id}:${draft.revision}`
  await p.outbox.plan([{ key, to: { kind: 'person', channel, account }, reply: plain(message) }], now)
}
