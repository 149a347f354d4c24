import { comparable } from '../text/comparable.ts'
import { wordsOf } from '../text/tokens.ts'
import { sayings } from './synonyms.ts'

/** How rare words are: how many clauses hold a token, and of how many. */
export interface Rarity {
  readonly counts: ReadonlyMap<string, number>
  readonly total: number
}

/** A piece of a topic that a text can hold, and how much finding it says. */
interface Piece {
  readonly text: string
  readonly weight: number
}

/** Two characters across the border of two words are half chance: 大学生|留汉 makes 生留. */
const CROSSING = 0.25

export interface TopicMatcher {
  readonly topic: string
  /** Share of the topic's weight found in a text, 0…1; 1.2 where the words stand together as said. */
  readonly score: (text: string) => number
  /** The words stand in the text just as said, in one of their sayings. */
  readonly exact: (text: string) => boolean
  /** A name that is the topic, in one of its sayings, and no more. */
  readonly called: (name: string) => boolean
  /** Every word of the topic stands somewhere in the text. */
  readonly all: (text: string) => boolean
  /** Words worth asking the database for: rarest first. */
  readonly words: readonly string[]
}

/** Made once a topic; `score` then runs over hundreds of texts. */
export function topicMatcher(topic: string, rarity: Rarity): TopicMatcher {
  const said = sayings(topic).map((saying, i) => ({
    head: headOf(saying, rarity, i > 0),
    phrases: saying
      .split(' ')
      .map(comparable)
      .filter((p) => p.length > 1 || topic.length === 1),
    words: saying.split(' ').flatMap(contentWords),
    pieces: saying.split(' ').flatMap((part) => piecesOf(part, rarity)),
  }))
  const exactIn = (plain: string) =>
    said.some((s) => s.phrases.length > 0 && s.phrases.every((p) => saidIn(plain, p)))
  return {
    topic,
    score: (text) => {
      const plain = comparable(text)
      const best = Math.max(
        ...said.map(
          (s) => (s.head === null || plain.includes(s.head) ? 1 : HEADLESS) * shareOf(s.pieces, plain),
        ),
      )
      return exactIn(plain) ? 1.2 : best
    },
    exact: (text) => exactIn(comparable(text)),
    called: (name) => {
      const plain = comparable(name)
      return said.some((s) => s.phrases.length > 0 && s.phrases.join('') === plain)
    },
    all: (text) => {
      const plain = comparable(text)
      return said.some((s) => s.words.length > 0 && s.words.every((word) => holds(plain, word)))
    },
    words: askable(
      said.flatMap((s) => [...s.phrases, ...s.words, ...s.pieces.map((p) => p.text)]),
      rarity,
    ),
  }
}

/** What is left of a fit where the matter itself is missing: 大学生住房 is not told by a clause on 大学生. */
const HEADLESS = 0.8

/**
 * The last word of several, where the documents know it: a word they never use may be another way of saying it. Not so
 * in another saying, whose words are more and would outweigh it (低空航线票价 → 低空商业航线票价).
 */
function headOf(saying: string, rarity: Rarity, rephrased: boolean): string | null {
  const words = saying.split(' ').flatMap(contentWords)
  const last = words.at(-1)
  return words.length > 1 && last !== undefined && (rephrased || (rarity.counts.get(last) ?? 0) > 0)
    ? last
    : null
}

function contentWords(part: string): string[] {
  return wordsOf(part)
    .map(comparable)
    .filter((word) => word.length > 1 || /\d/.test(word))
}

function piecesOf(part: string, rarity: Rarity): Piece[] {
  const words = wordsOf(part)
    .map(comparable)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
  const pieces: Piece[] = []
  words.forEach((word, i) => {
    within(word).forEach((text, at) => {
      // 人才培养 is two words, whatever the dictionary says: 才培 is half chance.
      const share = word.length === 4 && at === 1 ? CROSSING : 1
      pieces.push({ text, weight: share * rareness(text, rarity) })
    })
    const next = words[i + 1]
    if (next === undefined || !HAN.test(word) || !HAN.test(next)) return
    const text = `${word.at(-1)}${next[0]}`
    pieces.push({ text, weight: CROSSING * rareness(text, rarity) })
  })
  return pieces
}

const HAN = /^\p{Script=Han}+$/u

function within(word: string): string[] {
  if (!HAN.test(word)) return [word]
  if (word.length < 2) return []
  return Array.from({ length: word.length - 1 }, (_, i) => word.slice(i, i + 2))
}

export function rareness(token: string, rarity: Rarity): number {
  const n = rarity.counts.get(token) ?? 0
  return Math.log(1 + Math.max(rarity.total, 20) / (1 + n))
}

function shareOf(pieces: readonly Piece[], plain: string): number {
  const all = pieces.reduce((sum, p) => sum + p.weight, 0)
  if (all === 0) return 0
  return pieces.reduce((sum, p) => sum + (holds(plain, p.text) ? p.weight : 0), 0) / all
}

/** 35 is not in 3500: a phrase that begins or ends in a figure has it whole. */
const saidIn = (plain: string, phrase: string): boolean =>
  /^\d|\d$/.test(phrase) ? holds(plain, phrase) : plain.includes(phrase)

/** 10 is not in 100, and 5 not in 5g. */
function holds(plain: string, piece: string): boolean {
  if (HAN.test(piece)) return plain.includes(piece)
  let at = plain.indexOf(piece)
  while (at >= 0) {
    const around = `${plain[at - 1] ?? ' '}${plain[at + piece.length] ?? ' '}`
    const cut =
      (/^\d/.test(piece) && /[\d.]/.test(around[0]!)) ||
      (/\d$/.test(piece) && /\d/.test(around[1]!)) ||
      (/(?<!\d)\d$/.test(piece) && /[a-z]/.test(around[1]!))
    if (!cut) return true
    at = plain.indexOf(piece, at + 1)
  }
  return false
}

/** Stores of this many clauses are asked for few words: each costs a look at every task's text. */
const LARGE = 5_000

/** Rarest first. In a large store the rarest that are known to stand there, and two that may be too rare to be known. */
function askable(words: readonly string[], rarity: Rarity): string[] {
  const unique = [...new Set(words)].filter((word) => word.length > 1)
  const ranked = unique.sort((a, b) => rareness(b, rarity) - rareness(a, rarity))
  if (rarity.total < LARGE) return ranked.slice(0, 12)
  const known = ranked.filter((word) => rarity.counts.has(word))
  const unknown = ranked.filter((word) => !rarity.counts.has(word))
  return [...known.slice(0, 3), ...unknown.slice(0, 2)]
}
