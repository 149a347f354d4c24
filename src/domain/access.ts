import type { Role, Viewer } from './person.ts'

/** Kinds of things an answer may show. */
export type Matter = 'content' | 'progress' | 'reported' | 'difficulty' | 'unanswered' | 'settings'

/** Whose a thing is: the units that carry it. Content of documents is nobody's. */
export interface Owned {
  readonly matter: Matter
  readonly units?: readonly number[]
}

type Rule = 'all' | 'own' | 'overseen' | 'none'

/**
 * DESIGN §11 as one table: who sees which matter of whose. `progress` is confirmed progress, `reported` what waits for
 * review, `difficulty` what a unit said in confidence. A person with several roles may what any of them may.
 */
const TABLE: Readonly<Record<Role, Readonly<Record<Matter, Rule>>>> = {
  official: {
    content: 'all',
    progress: 'all',
    reported: 'none',
    difficulty: 'own',
    unanswered: 'none',
    settings: 'none',
  },
  liaison: {
    content: 'all',
    progress: 'all',
    reported: 'own',
    difficulty: 'own',
    unanswered: 'none',
    settings: 'none',
  },
  leader: {
    content: 'all',
    progress: 'all',
    reported: 'overseen',
    difficulty: 'overseen',
    unanswered: 'none',
    settings: 'none',
  },
  supervisor: {
    content: 'all',
    progress: 'all',
    reported: 'all',
    difficulty: 'all',
    unanswered: 'all',
    settings: 'none',
  },
  operator: {
    content: 'none',
    progress: 'none',
    reported: 'none',
    difficulty: 'none',
    unanswered: 'none',
    settings: 'all',
  },
}

/** Pure; applied between loading and showing. */
export function canSee(viewer: Viewer, owned: Owned): boolean {
  return viewer.roles.some((role) => allows(TABLE[role][owned.matter], viewer, owned.units ?? []))
}

function allows(rule: Rule, viewer: Viewer, units: readonly number[]): boolean {
  if (rule === 'all' || rule === 'none') return rule === 'all'
  const own = viewer.unitId !== null && units.includes(viewer.unitId)
  return rule === 'own' ? own : own || units.some((unit) => viewer.oversees.includes(unit))
}

/** What a group may be told: only what its least-entitled member, an official of no unit, may see. */
export const groupSafe = (owned: Owned): boolean => TABLE.official[owned.matter] === 'all'
