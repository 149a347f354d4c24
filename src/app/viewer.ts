import { ROLES, STRANGER, type Viewer } from '../domain/person.ts'
import { AppError } from '../errors.ts'
import type { Db } from '../store/db.ts'
import { readViewers } from '../store/people.ts'
import { readLexicon } from '../store/read-lexicon.ts'
import { readUnitRegistry } from '../store/units.ts'
import { unitsNamed } from './unit-named.ts'

/**
 * Whom a command line means by `--as`: a person's name or id, or ROLE or ROLE@UNIT standing for such a person
 * (liaison@市交通运输局). No name: an official without a unit. Throws `bad-request`.
 */
export async function viewerNamed(db: Db, user: string | undefined): Promise<Viewer> {
  if (!user) return STRANGER
  const [role, unit] = user.split('@')
  const known = ROLES.find((r) => r === role)
  if (known) return { ...STRANGER, roles: [known], ...(unit ? await unitNamed(db, unit) : {}) }
  const people = await readViewers(db)
  const found = people.find((p) => p.name === user || String(p.personId) === user)
  if (found) return found
  throw new AppError(
    'bad-request',
    `没有叫“${user}”的人。可以写姓名、编号，或 official、liaison@单位名 这样的身份。`,
  )
}

async function unitNamed(db: Db, name: string): Promise<Pick<Viewer, 'unitId' | 'unit'>> {
  const registry = await readUnitRegistry(db)
  const known = new Set((await readLexicon(db)).units.map((u) => u.id))
  const unit = unitsNamed(registry, name).find((u) => known.has(u.id))
  if (unit) return { unitId: unit.id, unit: unit.short }
  throw new AppError('bad-request', `名录里没有单位“${name}”。`)
}
