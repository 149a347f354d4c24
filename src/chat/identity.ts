import type { Sender } from '../domain/chat.ts'
import { STRANGER, type Viewer } from '../domain/person.ts'
import type { ChatDeps, Contact } from './deps.ts'

type IdentityDeps = Pick<ChatDeps, 'accounts' | 'contacts' | 'desk' | 'log'>

/**
 * The person behind an account. An account met for the first time is looked up in the platform's address book and tied
 * to the person of the same mobile or e-mail; names alone tie nobody, for rights hang on it. Whoever stays unknown asks as an
 * official, of the unit the address book puts them in.
 */
export async function identify(sender: Sender, deps: IdentityDeps): Promise<Viewer> {
  const known = await deps.accounts.findViewer(sender)
  if (known) return known
  const contact = await lookUp(sender, deps)
  const tied = contact ? await deps.accounts.tie(sender, contact) : null
  return tied ?? { ...STRANGER, name: contact?.name ?? sender.name ?? '', ...(await unitOf(contact, deps)) }
}

/** The first department that is a unit of the registry: 我们单位 of someone who is not on any list. */
async function unitOf(contact: Contact | null, { desk }: IdentityDeps) {
  for (const department of contact?.departments ?? []) {
    const unit = await desk?.unitNamed(department)
    if (unit) return { unitId: unit.id, unit: unit.name }
  }
  return {}
}

/** Null: the channel has no address book, or it does not show this person. */
async function lookUp(sender: Sender, { contacts, log }: IdentityDeps) {
  try {
    return (await contacts?.(sender)) ?? null
  } catch (err) {
    log.warn({ err, account: sender.account }, 'address book does not answer')
    return null
  }
}
