import type { Role, Viewer } from './person.ts'

/**
 * What a person may be shown, or do. content: what documents in force say. review: drafts, reading warnings, unit names
 * to be decided, corrections. feedback: questions without an answer, and badly rated ones. ingest: bring documents in.
 * report: say how the own unit's tasks stand. decide: review, return, press, close, reopen, rule on 不归我们. progress: how tasks
 * stand by confirmed reports. concern: reports before review, difficulties, who owes what; beside supervisors open to those whom
 * it concerns (`seesReports`), each for their own.
 */
export const MATTERS = [
  'content',
  'review',
  'feedback',
  'ingest',
  'report',
  'decide',
  'progress',
  'concern',
] as const
export type Matter = (typeof MATTERS)[number]

/** Why something is not shown or done. Closed: `cards/answer` has a sentence for each. */
export type RefusalReason =
  | 'operators-keep-the-machine'
  | 'supervisors-only'
  | 'liaisons-only'
  | 'concerned-only'

export interface Refusal {
  readonly reason: RefusalReason
  /** People of this role can help. */
  readonly ask: Role
}

/** null: may see it. */
type Verdict = Refusal | null

const YES: Verdict = null
const MACHINE: Verdict = { reason: 'operators-keep-the-machine', ask: 'supervisor' }
const REPORTED: Verdict = { reason: 'liaisons-only', ask: 'supervisor' }
const SUPERVISED: Verdict = { reason: 'supervisors-only', ask: 'supervisor' }

const CONCERNED: Verdict = { reason: 'concerned-only', ask: 'supervisor' }

const SUPERVISED_ONLY = {
  review: SUPERVISED,
  feedback: SUPERVISED,
  ingest: SUPERVISED,
  decide: SUPERVISED,
} as const

/**
 * DESIGN §11 as one table: who sees or does what. What documents in force say is open to all who work by them, whatever their
 * unit; what is still to be judged is the supervisors'. A matter that belongs to units gets its row with the flow that shows it.
 */
const TABLE: Readonly<Record<Role, Readonly<Record<Matter, Verdict>>>> = {
  official: { content: YES, progress: YES, concern: CONCERNED, ...SUPERVISED_ONLY, report: REPORTED },
  liaison: { content: YES, progress: YES, concern: CONCERNED, ...SUPERVISED_ONLY, report: YES },
  leader: { content: YES, progress: YES, concern: CONCERNED, ...SUPERVISED_ONLY, report: REPORTED },
  supervisor: {
    content: YES,
    progress: YES,
    concern: YES,
    review: YES,
    feedback: YES,
    ingest: YES,
    report: REPORTED,
    decide: YES,
  },
  operator: {
    content: MACHINE,
    progress: MACHINE,
    concern: MACHINE,
    review: MACHINE,
    feedback: MACHINE,
    ingest: MACHINE,
    report: MACHINE,
    decide: MACHINE,
  },
}

/** Why this person may not see or do it; null: they may, by any of their roles. Pure. */
export function refusalFor(viewer: Viewer, matter: Matter): Refusal | null {
  const verdicts = viewer.roles.map((role) => TABLE[role][matter])
  return verdicts.includes(YES) ? null : (verdicts[0] ?? SUPERVISED)
}

/** What a group may hear: only what its least-entitled member, an official of no unit, may see. */
export const isGroupSafe = (matter: Matter): boolean => TABLE.official[matter] === YES

/** A report and whose task it is about; units by the bodies that answer for them today. */
export interface ReportPlace {
  /** Whose report it is. */
  readonly unitId: number
  /** Who leads the task. */
  readonly leads: readonly number[]
}

/**
 * Whether a person may see what a unit says before it is reviewed, and the difficulties and help it names at any time: the unit
 * itself, the lead unit of the task, whoever has one of these under them, and supervisors. All others who may see content see
 * confirmed reports without them.
 */
export function seesReports(
  { roles, unitId, oversees }: Viewer,
  { unitId: by, leads }: ReportPlace,
): boolean {
  if (roles.includes('supervisor')) return true
  const own = [by, ...leads]
  if (unitId !== null && own.includes(unitId) && roles.some((role) => role !== 'operator')) return true
  return roles.includes('leader') && own.some((unit) => oversees.includes(unit))
}
