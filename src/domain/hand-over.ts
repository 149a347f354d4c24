import type { Hand } from './progress.ts'
import type { Day } from './span.ts'

/** A liaison passes on what is open. Nothing moves until the successor confirms. */
export interface NewPassing {
  readonly unitId: number
  readonly fromId: number
  readonly toId: number
  readonly reason: string | null
  /** First day of the successor; null: as soon as they confirm. */
  readonly startsOn: Day | null
}

export type PassingState = 'asked' | 'confirmed' | 'refused' | 'cancelled'

export interface Passing extends NewPassing {
  readonly id: number
  readonly unit: string
  readonly from: string
  readonly to: string
  readonly state: PassingState
  readonly decidedAt: Date | null
}

export interface HandOvers {
  /** An earlier one still asked is cancelled. */
  ask(passing: NewPassing, hand: Hand): Promise<Passing>
  find(id: number): Promise<Passing | null>
  /**
   * The successor's word; the first holds. Confirmed, the role of liaison moves at once, or on its first day
   * (`moveDue`). `done`: this call decided it.
   */
  decide(
    id: number,
    verdict: 'confirmed' | 'refused',
    hand: Hand,
  ): Promise<{ readonly passing: Passing; readonly done: boolean } | null>
  /** Moves roles whose first day has come; returns what was moved. */
  moveDue(today: Day, at: Date): Promise<readonly Passing[]>
}
