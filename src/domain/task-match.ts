import type { Task } from './task.ts'

export interface Pair<Old, New> {
  readonly old: Old
  readonly now: New
}

export interface Matched<Old, New> {
  readonly pairs: readonly Pair<Old, New>[]
  readonly added: readonly New[]
  readonly withdrawn: readonly Old[]
}

type Shape = Pick<Task, 'no' | 'part' | 'path' | 'text'>

/** Half the words must be the same for two clauses of one number to be one task. */
const SAME_PLACE = 0.5
/** Four fifths for clauses that stand elsewhere. */
const ELSEWHERE = 0.8

/**
 * Which task of a new reading is which of the old one. Sure pairs first: the same words, then the same number or
 * place with mostly the same words, last the most alike that are left. Every task is paired once.
 */
export function matchTasks<Old extends Shape, New extends Shape>(
  olds: readonly Old[],
  news: readonly New[],
): Matched<Old, New> {
  const left = new Set(olds)
  const open = new Set(news)
  const pairs: Pair<Old, New>[] = []
  const take = (old: Old, now: New): void => {
    left.delete(old)
    open.delete(now)
    pairs.push({ old, now })
  }
  pairEqual(left, open, take, (task) => `${placeKey(task)}\n${task.text}`)
  pairEqual(left, open, take, (task) => task.text)
  const grams = new Map([...left, ...open].map((task) => [task, bigrams(task.text)] as const))
  const alike = (a: Old, b: New) => dice(grams.get(a) ?? EMPTY, grams.get(b) ?? EMPTY)
  pairAlike(left, open, take, (a, b) => (samePlace(a, b) && alike(a, b) >= SAME_PLACE ? alike(a, b) + 1 : 0))
  pairAlike(left, open, take, (a, b) => (alike(a, b) >= ELSEWHERE ? alike(a, b) : 0))
  return { pairs, added: news.filter((n) => open.has(n)), withdrawn: olds.filter((o) => left.has(o)) }
}

const EMPTY: ReadonlySet<string> = new Set()

const placeKey = (task: Shape): string => JSON.stringify([task.no, task.part, task.path])

function samePlace(a: Shape, b: Shape): boolean {
  if (a.no !== null || b.no !== null) return a.no === b.no && a.part === b.part
  return a.part === b.part && a.path.join('/') === b.path.join('/')
}

/** Pairs tasks with equal keys, in reading order. */
function pairEqual<Old extends Shape, New extends Shape>(
  left: ReadonlySet<Old>,
  open: ReadonlySet<New>,
  take: (old: Old, now: New) => void,
  key: (task: Shape) => string,
): void {
  const waiting = new Map<string, Old[]>()
  for (const old of left) waiting.set(key(old), [...(waiting.get(key(old)) ?? []), old])
  for (const now of [...open]) {
    const old = waiting.get(key(now))?.shift()
    if (old !== undefined) take(old, now)
  }
}

/** Pairs the most alike first; a score of 0 is no pair. */
function pairAlike<Old, New>(
  left: ReadonlySet<Old>,
  open: ReadonlySet<New>,
  take: (old: Old, now: New) => void,
  score: (old: Old, now: New) => number,
): void {
  const scored = [...left].flatMap((old) => [...open].map((now) => ({ old, now, score: score(old, now) })))
  for (const s of scored.filter((c) => c.score > 0).sort((a, b) => b.score - a.score)) {
    if (left.has(s.old) && open.has(s.now)) take(s.old, s.now)
  }
}

/** Pairs of neighbouring letters, spaces and punctuation aside. */
export function bigrams(text: string): ReadonlySet<string> {
  const bare = text.replace(/[\s\p{P}]/gu, '')
  return new Set(Array.from({ length: Math.max(0, bare.length - 1) }, (_, i) => bare.slice(i, i + 2)))
}

/** How alike two sets are, 0–1. */
export function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0
  let shared = 0
  for (const gram of a) if (b.has(gram)) shared++
  return (2 * shared) / (a.size + b.size)
}
