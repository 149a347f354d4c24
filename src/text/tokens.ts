import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { TRADE_WORDS } from './trade-words.ts'

/**
 * What full-text search sees of Chinese: character bigrams (they find what no dictionary knows), dictionary words of
 * two characters and more as tokens of their own (they rank: a bigram that is a word counts twice), and runs of other
 * letters and digits whole (5G, 2700, eVTOL, ヴァ). Measured by `duban eval --only retrieval`: bigrams alone hit the right
 * law article first in .593 of questions, with words of three and more .575, with all words .603.
 */

let jieba: Jieba | null = null

/** The segmenter, loaded once (about 90 ms): the general dictionary and our trade's words. */
function segmenter(): Jieba {
  if (jieba === null) {
    jieba = Jieba.withDict(dict)
    jieba.loadDict(Buffer.from(TRADE_WORDS.map((word) => `${word} 100000 n`).join('\n')))
  }
  return jieba
}

const HAN_RUN = /\p{Script=Han}+/gu
const OTHER_RUN = /[a-z0-9]+(?:\.[0-9]+)?|[^\P{L}\p{Script=Han}a-z]+/gu

/** Keeps 公路 the word apart from 公路 the bigram; a letter, for Postgres' parser would cut any mark off. */
const WORD = 'w'

/** Tokens of a text for storing or searching, repeats kept (BM25 counts them). */
export function tokensOf(text: string): string[] {
  const folded = fold(text)
  const others = folded.match(OTHER_RUN) ?? []
  const bigrams = (folded.match(HAN_RUN) ?? []).flatMap(bigramsOf)
  const words = wordsOf(folded).filter((word) => /^\p{Script=Han}{2,}$/u.test(word))
  return [...others, ...bigrams, ...words.map((word) => WORD + word)]
}

/** Dictionary words of a text in reading order, one-character words and punctuation included. */
export function wordsOf(text: string): string[] {
  return segmenter().cut(fold(text), true)
}

/** Dictionary words with their part of speech (v 动词, d 副词, n 名词 …); words it does not know fall to characters. */
export function taggedWordsOf(text: string): readonly { readonly word: string; readonly tag: string }[] {
  return segmenter().tag(fold(text), false)
}

/** Half-width, lower case: how text is compared. Length may change for compatibility ligatures only. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/** By code points: half of a rare character (𧈢) is no text a database takes. */
function bigramsOf(run: string): string[] {
  const chars = [...run]
  if (chars.length < 2) return chars
  return chars.slice(1).map((char, i) => `${chars[i]}${char}`)
}
