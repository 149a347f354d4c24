import type { UnitRole } from '../domain/task.ts'
import type { UnitSlot } from '../domain/task-filter.ts'
import type { TaskRow } from './ledger.ts'

export const hasWritten = (row: TaskRow, role: UnitRole): boolean =>
  row.units.some((unit) => unit.role === role)

/** How many units lead it, written so or by a document's rule. */
export const leadsOf = (row: TaskRow): number =>
  row.units.filter(({ role }) => role === (hasWritten(row, 'lead') ? 'lead' : 'effective_lead')).length

/** Every unit written beside the task is the one; where its lead is asked for (一家牵头的), every one that leads. */
export const isSole = (row: TaskRow, { ids }: UnitSlot, roles: readonly UnitRole[]): boolean => {
  const leads = roles.length === 1 && roles[0] === 'lead'
  return row.units
    .filter(({ role }) => !leads || role === 'lead' || role === 'effective_lead')
    .every((unit) => unit.unitId !== null && ids.includes(unit.unitId))
}

/** 牵头 counts a lead by rule too unless only written ones are asked; 配合 is any part but the lead. */
export function plays(
  row: TaskRow,
  unit: UnitSlot,
  roles: readonly UnitRole[],
  writtenOnly: boolean,
): boolean {
  const own = row.units
    .filter((u) => u.unitId !== null && unit.ids.includes(u.unitId) && u.written.includes(unit.written ?? ''))
    .map((u) => u.role)
  const leads = own.includes('lead') || (!writtenOnly && own.includes('effective_lead'))
  if (roles.length === 0) return own.length > 0
  if (roles.includes('supporting') && roles.includes('responsible')) {
    return own.includes('supporting') || (own.includes('responsible') && !leads)
  }
  return roles.some((role) => (role === 'lead' ? leads : own.includes(role)))
}
