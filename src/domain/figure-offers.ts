import { type Checked, doubtsOf } from './progress-check.ts'

type Slip = (r: Checked) => number | null

/** Slips of the hand, the likelier first: a nought too many or too few, the new ones said for all of them; 万 taken along or left out; more noughts. */
const SLIPS: readonly (readonly Slip[])[] = [
  [(r) => r.value / 10, (r) => r.value * 10, (r) => (r.last === null ? null : r.last + r.value)],
  [(r) => r.value / 10_000, (r) => r.value * 10_000],
  [(r) => r.value / 100, (r) => r.value / 1000],
]
const MOST = 2
/** Beyond its target by more than this no value is offered, though it may be said. */
const BEYOND = 1.5

/** Values that may have been meant by a doubtful one, likelier first; in its metric's unit. Pure. */
export function figureOffers(said: Checked): number[] {
  const fits = (value: number): boolean =>
    value !== said.value &&
    value > 0 &&
    (said.target <= 0 || value <= said.target * BEYOND) &&
    (Number.isInteger(value) || !Number.isInteger(said.value)) &&
    doubtsOf({ ...said, value, saidUnit: null }).length === 0
  // Half a person is 万 left out, not a point gone astray.
  const tiers = Number.isInteger(said.value) ? SLIPS : [...SLIPS.slice(1, 2), ...SLIPS]
  for (const slips of tiers) {
    const meant = slips.flatMap((slip) => {
      const value = slip(said)
      return value === null ? [] : [Number(value.toPrecision(12))]
    })
    const found = [...new Set(meant.filter(fits))]
    if (found.length > 0) return found.slice(0, MOST)
  }
  return []
}
