import type { Addressee, LineReason, Staff } from '../domain/reminding.ts'
import type { Day } from '../domain/span.ts'

export type Found =
  | { readonly person: Addressee; readonly missing: null }
  | { readonly person: null; readonly missing: LineReason }

/**
 * Who is asked for a unit: its first liaison; on leave, the substitute, else another liaison. Who has no account cannot be
 * asked; the next who has one is.
 */
export function liaisonOf(unitId: number, staff: Staff, today: Day): Found {
  const own = staff.liaisons.filter((person) => person.unitId === unitId)
  if (own.length === 0) return { person: null, missing: { why: 'noLiaison' } }
  const substitutes = own.flatMap((person) => {
    const leave = leaveOf(person.personId, staff, today)
    const id = leave?.substituteId
    return staff.people.filter((other) => other.personId === id && !leaveOf(other.personId, staff, today))
  })
  const present = own.filter((person) => !leaveOf(person.personId, staff, today))
  const first = leaveOf(own[0]?.personId ?? 0, staff, today)
    ? [...substitutes, ...present]
    : [...present, ...substitutes]
  const person = first.find(({ to }) => to !== null)
  if (person) return { person, missing: null }
  const name = (first[0] ?? own[0])?.name ?? ''
  return { person: null, missing: { why: first.length > 0 ? 'noAccount' : 'onLeave', name } }
}

function leaveOf(personId: number, { leaves }: Staff, today: Day) {
  return leaves.find(
    (leave) =>
      leave.personId === personId && leave.from <= today && (leave.until === null || leave.until >= today),
  )
}

/** The leader a unit's delay is told: the head of the unit itself before who has it under them (分管). */
export function leaderOf(unitId: number, { leaders }: Staff): Addressee | null {
  const reachable = leaders.filter(({ to }) => to !== null)
  const own = reachable.find((person) => person.unitId === unitId)
  return own ?? reachable.find(({ oversees }) => oversees.includes(unitId)) ?? null
}
