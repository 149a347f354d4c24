import type { UnitSlot } from './task-filter.ts'

/**
 * Who is who among the people who work with the assistant. liaison: who reports for a unit. overseer: under whom it is.
 * overseen: the units under a person.
 */
export type StaffQuery =
  | { readonly kind: 'staff'; readonly of: 'liaison' | 'overseer'; readonly unit: UnitSlot }
  | { readonly kind: 'staff'; readonly of: 'overseen'; readonly name: string }
