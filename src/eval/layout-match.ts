import type { ExtractedTask } from './extracted.ts'
import { foldText, foldWords } from './fold.ts'
import type { LayoutTask } from './layout-labels.ts'

/** Index of a label → index of the task read for it. */
export type Pairs = ReadonlyMap<number, number>

/** How far into a text its key may stand, after the title. */
const WINDOW = 60
const NUMERAL_AT_MOST = /^[0-9一二三四五六七八九十是第项]{0,6}$/u
const SHORTEST_LOOSE_KEY = 6
const SHORTEST_INNER_KEY = 8

interface Candidate {
  readonly cost: number
  readonly label: number
  readonly task: number
}

interface Reading {
  readonly fold: (text: string | null | undefined) => string
  readonly penalty: number
}

const LOWER = (text: string | null | undefined): string => foldText(text).toLowerCase()
const READINGS: readonly Reading[] = [
  { fold: LOWER, penalty: 0 },
  { fold: foldWords, penalty: 2 },
]

/** Each label gets the cheapest task whose text its key opens; figures and Latin letters are forgiven last. */
export function matchTasks(labels: readonly LayoutTask[], tasks: readonly ExtractedTask[]): Pairs {
  const pairs = new Map<number, number>()
  const taken = new Set<number>()
  for (const reading of READINGS) {
    const candidates = labels.flatMap((label, l) =>
      pairs.has(l) ? [] : tasks.flatMap((task, t) => candidate({ label, l, task, t }, reading)),
    )
    for (const { label, task } of candidates.sort((a, b) => a.cost - b.cost)) {
      if (pairs.has(label) || taken.has(task)) continue
      pairs.set(label, task)
      taken.add(task)
    }
  }
  return pairs
}

interface Couple {
  readonly label: LayoutTask
  readonly l: number
  readonly task: ExtractedTask
  readonly t: number
}

function candidate({ label, l, task, t }: Couple, reading: Reading): Candidate[] {
  const cost = costOf(label, task, reading)
  return cost === null ? [] : [{ cost, label: l, task: t }]
}

/** The lower the better; null: the key does not stand near the beginning. */
function costOf(label: LayoutTask, task: ExtractedTask, { fold, penalty }: Reading): number | null {
  const [text, key, title] = [fold(task.text), fold(label.key), fold(label.title)]
  if (key === '' || (penalty > 0 && key.length < SHORTEST_LOOSE_KEY)) return null
  const at = text.indexOf(key)
  if (at < 0 || at > WINDOW + title.length) return null
  const before = text.slice(0, at)
  const afterTitle = title !== '' && before.endsWith(title)
  const opens = afterTitle || NUMERAL_AT_MOST.test(before)
  if (!opens && key.length < SHORTEST_INNER_KEY) return null
  const otherLong = label.keyLong !== undefined && !text.startsWith(fold(label.keyLong), at)
  const sameTitle = title !== '' && (fold(task.title) === title || afterTitle)
  const samePath = LOWER(label.path.join('')) === LOWER(task.path.join(''))
  return (
    penalty +
    (opens ? 0 : 1 + at / 100) +
    (otherLong ? 0.5 : 0) +
    lengthCost(label.chars, task.text.replace(/\s/g, '').length - at) -
    (sameTitle ? 0.05 : 0) -
    (samePath ? 0.05 : 0) +
    (label.uncertain ? 0.02 : 0)
  )
}

const lengthCost = (chars: number | undefined, has: number): number =>
  chars ? 0.3 * Math.min(1, Math.abs(has - chars) / chars) : 0
