import { hasSubject, type Slots } from '../slots.ts'
import { withLastYear } from './last-year.ts'
import {
  narrowed,
  ofLastDocuments,
  ofLastNumbers,
  ofLastPath,
  ofLastTasks,
  ofLastUnits,
  ofNextHeading,
  ofOtherParts,
} from './lean.ts'
import { besideLastNumber, besideLastStage, besideLastTask, ofCountedTargets } from './next-one.ts'
import { asksDistricts, asksWhether, leansBack, startsAfresh } from './pointing.ts'
import { ofAnotherYear, swapOne } from './swap.ts'
import type { Refined, Turn } from './turn.ts'
import { ofYearsAfter } from './years-after.ts'

/** Fills what a short question leaves out from the turn before: 那它当责任单位的呢, 配合单位呢, 第二块是谁牵头, 3号的呢. */
export function refine(slots: Slots, history: readonly Turn[]): Refined {
  const last = history.at(-1)
  if (last === undefined || startsAfresh(slots)) return { slots, rule: null }
  const before = withLastYear(slots, last)
  if (before !== null) return before
  const again =
    besideLastNumber(slots, last) ??
    besideLastStage(slots, last) ??
    besideLastTask(slots, last) ??
    ofCountedTargets(slots, last) ??
    ofLastPath(slots, last) ??
    ofAnotherYear(slots, last) ??
    ofYearsAfter(slots, last) ??
    ofOtherParts(slots, last) ??
    ofNextHeading(slots, last) ??
    swapOne(slots, last)
  if (again !== null) return again
  if (asksWhether(slots, last) || asksDistricts(slots, last))
    return ofLastTasks(slots, last) ?? { slots, rule: null }
  if (slots.pointer === null && hasSubject(slots) && !leansBack(slots, last)) return narrowed(slots, last)
  return (
    ofLastUnits(slots, last) ??
    ofLastNumbers(slots, last) ??
    ofLastTasks(slots, last) ??
    ofLastDocuments(slots, last)
  )
}
