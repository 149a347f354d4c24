import type { Contact } from '../chat/deps.ts'
import type { Sender } from '../domain/chat.ts'
import type { FeishuClient } from './client.ts'
import { failureVerdict } from './failure.ts'

/** People are asked for again after an hour: they may have been added to the app's range meanwhile. */
const KEPT_MS = 3_600_000
const KEPT_MOST = 5_000

type AddressBook = Pick<FeishuClient, 'user' | 'department'>

export interface Contacts {
  readonly find: (sender: Sender) => Promise<Contact | null>
  /** The platform told of a change: the next question about the person is asked anew. */
  readonly forget: (account: string) => void
}

/** The address book of Feishu, each person asked for once an hour. What the app may not see is null, not a failure. */
export function createContacts(client: AddressBook, now: () => Date): Contacts {
  const kept = new Map<string, { readonly contact: Promise<Contact | null>; readonly until: number }>()
  const find: Contacts['find'] = ({ account }) => {
    const at = now().getTime()
    const before = kept.get(account)
    if (before && before.until > at) return before.contact
    if (kept.size >= KEPT_MOST) kept.clear()
    const contact = personOf(account, client).catch((error: unknown) => {
      if (failureVerdict(error) === 'admin') return null
      kept.delete(account)
      throw error
    })
    kept.set(account, { contact, until: at + KEPT_MS })
    return contact
  }
  return { find, forget: (account) => void kept.delete(account) }
}

/** With the names of the person's departments; one we may not see is left out. */
async function personOf(account: string, client: AddressBook): Promise<Contact> {
  const { name, mobile, email, departments } = await client.user(account)
  const named = departments.map((id) => client.department(id).catch(notShown))
  return { name, mobile, email, departments: (await Promise.all(named)).filter((d) => d !== null) }
}

function notShown(error: unknown): null {
  if (failureVerdict(error) === 'wait') throw error
  return null
}
