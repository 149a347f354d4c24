import type { Contact } from '../chat/deps.ts'
import type { Sender } from '../domain/chat.ts'
import type { FeishuClient } from './client.ts'
import { failureVerdict } from './failure.ts'

/** People are asked for again after an hour: they may have been added to the app's range meanwhile. */
const KEPT_MS = 3_600_000
const KEPT_MOST = 5_000

/** The address book of Feishu, each person asked for once an hour. What the app may not see is null, not a failure. */
export function createContacts(
  client: Pick<FeishuClient, 'user'>,
  now: () => Date,
): (sender: Sender) => Promise<Contact | null> {
  const kept = new Map<string, { readonly contact: Promise<Contact | null>; readonly until: number }>()
  return ({ account }) => {
    const at = now().getTime()
    const before = kept.get(account)
    if (before && before.until > at) return before.contact
    if (kept.size >= KEPT_MOST) kept.clear()
    const contact = client.user(account).catch((error: unknown) => {
      if (failureVerdict(error) === 'admin') return null
      kept.delete(account)
      throw error
    })
    kept.set(account, { contact, until: at + KEPT_MS })
    return contact
  }
}
