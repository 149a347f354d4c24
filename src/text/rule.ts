/**
 * The engine under every reading of words: finders turn text into found values with their place, `dropOverlaps`
 * settles who wins. A rule is one constant with the phrase it reads in its name; a list of rules is a visible array.
 */
export interface Rule<T, C = undefined> {
  /** The phrases it reads: 'year end: 年底前, 今年年底前'. Shown by --trace. */
  readonly name: string
  /** Must carry the g flag; named groups are handed to `read`. */
  readonly pattern: RegExp
  /** null: not mine after all. */
  readonly read: (match: Match, context: C) => T | null
}

export interface Match {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly groups: Readonly<Record<string, string | undefined>>
  /** The whole text searched, for a look at the neighbourhood. */
  readonly input: string
}

export interface Found<T> {
  readonly value: T
  readonly start: number
  readonly end: number
  readonly text: string
  readonly rule: string
}

/** Runs every rule over the text, in order of the list; overlaps are kept. */
export function findAll<T, C>(text: string, rules: readonly Rule<T, C>[], context: C): Found<T>[] {
  return rules.flatMap((rule) => findOne(text, rule, context))
}

function findOne<T, C>(text: string, rule: Rule<T, C>, context: C): Found<T>[] {
  const found: Found<T>[] = []
  for (const m of text.matchAll(rule.pattern)) {
    if (m[0].length === 0) continue
    const place = { text: m[0], start: m.index, end: m.index + m[0].length }
    const value = rule.read({ ...place, groups: m.groups ?? {}, input: text }, context)
    if (value !== null) found.push({ value, ...place, rule: rule.name })
  }
  return found
}

/** Keeps the longest of overlapping finds, the earlier rule on a tie; result in reading order. */
export function dropOverlaps<T>(found: readonly Found<T>[]): Found<T>[] {
  const ranked = found.map((f, rank) => ({ f, rank }))
  return clusters(ranked.sort((a, b) => a.f.start - b.f.start || a.rank - b.rank)).flatMap(best)
}

interface Ranked<T> {
  readonly f: Found<T>
  readonly rank: number
}

/** Finds that touch none outside their cluster: only within one must all be compared. */
function clusters<T>(sorted: readonly Ranked<T>[]): Ranked<T>[][] {
  const groups: Ranked<T>[][] = []
  let end = -1
  for (const one of sorted) {
    if (one.f.start >= end) groups.push([])
    groups.at(-1)?.push(one)
    end = Math.max(end, one.f.end)
  }
  return groups
}

function best<T>(cluster: readonly Ranked<T>[]): Found<T>[] {
  const kept: Found<T>[] = []
  const length = ({ f }: Ranked<T>): number => f.end - f.start
  const ranked = [...cluster].sort((a, b) => length(b) - length(a) || a.rank - b.rank)
  for (const { f } of ranked) if (!kept.some((k) => f.start < k.end && k.start < f.end)) kept.push(f)
  return kept.sort((a, b) => a.start - b.start)
}
