import type { Sender } from '../domain/chat.ts'
import { STRANGER, type Viewer } from '../domain/person.ts'
import type { ChatDeps } from './deps.ts'

/** The person behind an account. One we do not know asks as an official without a unit, under the channel's name. */
export async function identify(sender: Sender, deps: Pick<ChatDeps, 'accounts'>): Promise<Viewer> {
  const known = await deps.accounts.findViewer(sender)
  return known ?? { ...STRANGER, name: sender.name ?? '' }
}
