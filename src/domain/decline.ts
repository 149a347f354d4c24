import type { Hand } from './progress.ts'

/** 不归我们: a unit says that a task is not its own. Not asked for meanwhile; a supervisor rules. */
export interface NewDecline {
  readonly taskId: number
  readonly unitId: number
  readonly reason: string
  /** The unit said to answer for it: as said, and as the registry knows it. */
  readonly owner: string | null
  readonly ownerId: number | null
}

/** accepted: it need not report it any more; kept: it must; withdrawn by the unit itself. */
export type DeclineVerdict = 'accepted' | 'kept' | 'withdrawn'

export interface Decline extends NewDecline {
  readonly id: number
  readonly unit: string
  readonly personId: number | null
  readonly person: string | null
  readonly askedAt: Date
  readonly verdict: DeclineVerdict | null
  readonly ruledBy: string | null
  readonly note: string | null
}

/** A unit freed of a task, and who has it now; null: nobody was named. */
export interface Reassignment {
  readonly taskId: number
  readonly unitId: number
  readonly toUnitId: number | null
}

export interface Declines {
  /** Marks the unit's open requests for the task too. Said again while one is open it gives back the open one. */
  ask(decline: NewDecline, hand: Hand): Promise<Decline>
  find(id: number): Promise<Decline | null>
  open(): Promise<readonly Decline[]>
  /** The first word holds. `done`: this call ruled. `toUnitId`: who is to have it, where accepted. */
  rule(
    id: number,
    ruling: {
      readonly verdict: DeclineVerdict
      readonly note: string | null
      readonly toUnitId: number | null
    },
    hand: Hand,
  ): Promise<{ readonly decline: Decline; readonly done: boolean } | null>
  /** Accepted ones: these tasks are the unit's no more. */
  reassigned(): Promise<readonly Reassignment[]>
}
