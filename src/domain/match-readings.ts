import { unitFactor } from '../text/unit-scale.ts'
import type { Reading } from './heard.ts'
import type { Metric } from './task.ts'
import { bigrams, dice } from './task-match.ts'

type Target = Pick<Metric, 'name' | 'unit' | 'by'>

/** Names so alike are one measure under an old and a new name: 商业航线, 低空飞行商业航线. */
const ALIKE = 0.5

const folded = (name: string): string => name.replace(/[\s\p{P}]/gu, '').toLowerCase()

/**
 * The reading that speaks of a target, of those one report gives for its task. The same name, of several the one in the
 * target's own unit; where a new version of the document words the target anew, the most alike name in a unit that fits,
 * as long as no other target claims it. A district's part needs the district's name. Null: none does, and none is guessed.
 */
export function readingOf<R extends Reading>(
  target: Target,
  readings: readonly R[],
  targets: readonly Target[],
): R | null {
  const name = folded(target.name)
  const fitting = readings.filter((reading) => isOfPart(reading, target, targets))
  const same = fitting.filter((reading) => nameOf(reading, target) === name)
  if (same.length > 0)
    return (
      same.find(({ unit }) => unit === target.unit) ??
      same.find(({ unit }) => unitFactor(unit, target.unit) !== null) ??
      claimed(same, target, targets)
    )
  const [best] = fitting
    .filter((reading) => unitFactor(reading.unit, target.unit) !== null && isFree(reading, target, targets))
    .map((reading) => ({ reading, score: likeness(nameOf(reading, target), name) }))
    .filter(({ score }) => score >= ALIKE)
    .sort((a, b) => b.score - a.score)
  return best?.reading ?? null
}

/** In another measure: given as it is, unless a target of the same name has that measure. */
const claimed = <R extends Reading>(
  [reading]: readonly R[],
  target: Target,
  targets: readonly Target[],
): R | null =>
  reading !== undefined &&
  !targets.some((t) => t.name === target.name && unitFactor(reading.unit, t.unit) !== null)
    ? reading
    : null

/** Names a district exactly where the target is one's. */
function isOfPart({ metric }: Reading, { by }: Target, targets: readonly Target[]): boolean {
  if (by !== null) return metric.includes(by)
  return !targets.some((target) => target.by !== null && metric.includes(target.by))
}

const nameOf = ({ metric }: Reading, { by }: Target): string =>
  folded(by === null ? metric : metric.replace(by, ''))

/** No other target is called so, or is more like it. */
function isFree(reading: Reading, target: Target, targets: readonly Target[]): boolean {
  const said = nameOf(reading, target)
  const own = likeness(said, folded(target.name))
  return targets
    .filter((t) => t.name !== target.name && unitFactor(reading.unit, t.unit) !== null)
    .every((t) => likeness(said, folded(t.name)) < own)
}

/** 1 for the same, near it where one holds the other, else shared pairs of letters. */
function likeness(a: string, b: string): number {
  if (a === b) return 1
  if (a.length >= 2 && b.length >= 2 && (a.includes(b) || b.includes(a))) return 0.9
  return dice(bigrams(a), bigrams(b))
}
