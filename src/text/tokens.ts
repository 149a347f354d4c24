import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { TRADE_WORDS } from './trade-words.ts'

/**
 * What full-text search sees of Chinese: character bigrams (they find what no dictionary knows), dictionary words of
 * two characters and more (they rank), and runs of Latin letters and digits whole (5G, 2700, eVTOL).
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
const LATIN_RUN = /[a-z0-9]+(?:\.[0-9]+)?/g

/** Tokens of a text for storing or searching, in reading order, repeats kept (BM25 counts them). */
export function tokensOf(text: string): string[] {
  const folded = fold(text)
  const latin = folded.match(LATIN_RUN) ?? []
  const bigrams = (folded.match(HAN_RUN) ?? []).flatMap(bigramsOf)
  const words = wordsOf(folded).filter((word) => word.length > 2 && /\p{Script=Han}/u.test(word))
  return [...latin, ...bigrams, ...words]
}

/** Dictionary words of a text in reading order, one-character words and punctuation included. */
export function wordsOf(text: string): string[] {
  return segmenter().cut(fold(text), true)
}

/** Half-width, lower case: how text is compared. Length may change for compatibility ligatures only. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

function bigramsOf(run: string): string[] {
  if (run.length < 2) return [run]
  return Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2))
}
