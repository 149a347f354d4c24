/** What a person may be; one person can be several. DESIGN: official 工作人员, liaison 联络员, leader 领导, supervisor 督查室, operator 运维. */
export const ROLES = ['official', 'liaison', 'leader', 'supervisor', 'operator'] as const
export type Role = (typeof ROLES)[number]

/** The person on whose behalf something is read or done. Every answer and every write passes one. */
export interface Viewer {
  readonly personId: number | null
  readonly name: string
  readonly title: string | null
  readonly unitId: number | null
  /** The unit as people call it, for 我们单位. */
  readonly unit: string | null
  readonly roles: readonly Role[]
  /** Units a leader has under them (分管); empty for others. */
  readonly oversees: readonly number[]
}

/** Someone we do not know: may ask, as an official without a unit. */
export const STRANGER: Viewer = {
  personId: null,
  name: '',
  title: null,
  unitId: null,
  unit: null,
  roles: ['official'],
  oversees: [],
}
