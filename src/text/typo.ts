import { shapeOf } from './lookalike.ts'
import { soundOf } from './pinyin.ts'

/** Words that may be meant, by sound: 高薪技术企业 → 高新技术企业. */
export interface SoundIndex {
  readonly bySound: ReadonlyMap<string, string>
  readonly words: ReadonlySet<string>
  readonly longest: number
}

export interface Correction {
  readonly said: string
  readonly meant: string
}

/** Shorter words have too many namesakes to be corrected without being asked. */
const SHORTEST = 3
const LONGEST = 14

/** The first of words that sound alike wins: hand in the weightier lists first. */
export function soundIndex(words: Iterable<string>): SoundIndex {
  const bySound = new Map<string, string>()
  const kept = new Set<string>()
  let longest = 0
  for (const word of words) {
    if (word.length < SHORTEST || word.length > LONGEST || !/^[\p{Script=Han}\d]+$/u.test(word)) continue
    kept.add(word)
    const sound = soundOf(shapeOf(word))
    if (!bySound.has(sound)) bySound.set(sound, word)
    longest = Math.max(longest, word.length)
  }
  return { bySound, words: kept, longest }
}

/** Replaces what only sounds like a known word; longest first, left to right. Known words are never touched. */
export function correctSounds(
  text: string,
  index: SoundIndex,
): { readonly text: string; readonly corrections: readonly Correction[] } {
  const corrections: Correction[] = []
  let out = ''
  let at = 0
  while (at < text.length) {
    const step = wordAt(text, at, index)
    if (step.meant !== step.said) corrections.push({ said: step.said, meant: step.meant })
    out += step.meant
    at += step.said.length
  }
  return { text: out, corrections }
}

function wordAt(text: string, start: number, index: SoundIndex): Correction {
  for (let end = Math.min(text.length, start + index.longest); end >= start + SHORTEST; end--) {
    const said = text.slice(start, end)
    if (index.words.has(said)) return { said, meant: said }
    if (!/^[\p{Script=Han}\d]/u.test(said)) continue
    const meant = index.bySound.get(soundOf(shapeOf(said)))
    if (meant !== undefined && sharesMost(said, meant) && !runsOn(said, meant, index)) return { said, meant }
  }
  const said = text.slice(start, start + 1)
  return { said, meant: said }
}

/** 东江区危桥: a known name and the next word's first character are no slip for 东江区委. */
const runsOn = (said: string, meant: string, { words }: SoundIndex): boolean =>
  said.slice(0, -1) === meant.slice(0, -1) && words.has(said.slice(0, -1))

/** Characters a sentence is built with: 个部门 is no slip for 各部门. */
const GRAMMAR = /[个各的地得是在有几哪那这和与要把被为年月日号第一二三四五六七八九十两\d]/

/** At most one wrong character in three: 市发该委 is 市发改委, but 诗意 is not 适宜. */
function sharesMost(said: string, meant: string): boolean {
  const wrong = Array.from(said).filter((char, i) => char !== meant[i])
  return wrong.length * 3 <= meant.length && !wrong.some((char) => GRAMMAR.test(char))
}

/** Levenshtein distance, given up (returning limit + 1) once it exceeds `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(swap, row[j]! + 1, next[j - 1]! + 1))
    }
    if (Math.min(...next) > limit) return limit + 1
    row = next
  }
  return row[b.length]!
}

/** The one candidate nearest to `said` within `limit` edits; null when none is, or two are equally near. */
export function nearest(said: string, candidates: Iterable<string>, limit: number): string | null {
  let best: string | null = null
  let bestDistance = limit + 1
  let tie = false
  for (const candidate of candidates) {
    const distance = editDistance(said, candidate, limit)
    tie = distance === bestDistance && candidate !== best ? true : distance < bestDistance ? false : tie
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance]
  }
  return tie || bestDistance > limit ? null : best
}
