import type { Sender } from './chat.ts'
import type { Role } from './person.ts'

/** A person as colleagues are listed. */
export interface Colleague {
  readonly personId: number
  readonly name: string
  readonly title: string | null
  readonly unitId: number | null
  readonly roles: readonly Role[]
}

export interface PersonAccount extends Sender {
  readonly personId: number
}

/** Who is who, and where they can be reached. */
export interface Roll {
  /** Open accounts of these people, on every channel. */
  accounts(personIds: readonly number[]): Promise<readonly PersonAccount[]>
  colleagues(unitId: number): Promise<readonly Colleague[]>
  liaisons(unitIds: readonly number[]): Promise<readonly Colleague[]>
  /** Everybody of a role, in the order they were registered. */
  withRole(role: Role): Promise<readonly Colleague[]>
}
