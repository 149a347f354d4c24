import { z } from 'zod'

/** A set's figure by name: `documents.tasks`, `questions.none`, `retrieval.cmrc2018.words.hit@1`. Percent. */
export type Figures = Readonly<Record<string, number | null>>

/** What must at least be reached, by the same names. */
export const FLOORS = z.record(z.string(), z.number().min(0).max(100))
export type Floors = z.infer<typeof FLOORS>

export interface BelowFloor {
  readonly name: string
  readonly floor: number
  /** null: it was not measured, and what is not measured has not held. */
  readonly figure: number | null
}

/** Floors of the `parts` that ran (the word before the first dot) that their figures do not reach. */
export function belowFloors(figures: Figures, floors: Floors, parts: readonly string[]): BelowFloor[] {
  return Object.entries(floors)
    .filter(([name]) => parts.includes(name.split('.')[0] ?? ''))
    .map(([name, floor]) => ({ name, floor, figure: figures[name] ?? null }))
    .filter(({ figure, floor }) => figure === null || figure < floor)
}
