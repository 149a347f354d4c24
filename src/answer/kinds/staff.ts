import type { StaffQuery } from '../../domain/staff-query.ts'
import type { Facts } from '../facts.ts'
import type { Finder } from '../find-tasks.ts'

/** From the register of people, not from documents: nobody found is told as not registered. */
export async function answerStaff(query: StaffQuery, { deps }: Finder): Promise<Facts> {
  const people =
    query.of === 'overseen'
      ? await deps.ledger.staff({ of: 'overseen', name: query.name })
      : await deps.ledger.staff({ of: query.of, units: query.unit.ids })
  const help = people.length > 0 ? [] : await deps.ledger.contacts('supervisor')
  const about = query.of === 'overseen' ? query.name : query.unit.name
  return { kind: 'staff', of: query.of, about, people, help }
}
