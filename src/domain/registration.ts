import type { Chat, Sender } from './chat.ts'
import type { Send } from './send.ts'

/** Roles one may ask for oneself; a supervisor is made by import alone. */
export const OWN_ROLES = ['official', 'liaison', 'leader'] as const
export type OwnRole = (typeof OWN_ROLES)[number]

/** Someone who says who they are. */
export interface Application {
  readonly channel: Chat['channel']
  readonly account: string
  readonly name: string
  readonly unitId: number
  readonly unit: string
  readonly title: string | null
  readonly mobile: string | null
  readonly role: OwnRole
}

export type AdmitVerdict = 'approved' | 'refused'

/** Who may speak for whom: people apply, supervisors decide. */
export interface Desk {
  /** The unit meant by a name; null: none, or several alike. */
  unitNamed(name: string): Promise<{ readonly id: number; readonly name: string } | null>
  /** Null: an application of this account is still open. */
  apply(application: Application, at: Date): Promise<number | null>
  /** The first word holds, and is given back however often it is said; null: no such application. */
  decide(
    id: number,
    verdict: AdmitVerdict,
    by: { readonly personId: number | null; readonly at: Date },
  ): Promise<{ readonly application: Application; readonly verdict: AdmitVerdict } | null>
  /** Accounts of all supervisors, on every channel. */
  supervisors(): Promise<readonly Sender[]>
  /** The person of an account that left; null: nobody knew them, or it is closed already. */
  close(sender: Pick<Sender, 'channel' | 'account'>, at: Date): Promise<Leaver | null>
  tell(sends: readonly Send[], at: Date): Promise<number>
}

export interface Leaver {
  readonly personId: number
  readonly name: string
  readonly unit: string | null
  readonly liaison: boolean
}
