import { fold } from './tokens.ts'

export interface Sayable {
  readonly heading: string
  readonly text: string
}

const SENTENCE_END = /[。！？；\n]/

/**
 * How much of the question each text says in its best sentence read under its heading, 0 to 1. A word counts by how few of
 * these texts have it; what none has counts for none. A long text that holds the words here and there says less than a
 * short one that says them together.
 */
export function saidAtOnce(tokens: readonly string[], texts: readonly Sayable[]): number[] {
  const asked = [...new Set(tokens.map(written))]
  const plain = texts.map(({ heading, text }) => ({ heading: fold(heading), text: fold(text) }))
  const weights = asked.map((word) => rarity(word, plain))
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  if (all === 0) return plain.map(() => 0)
  const weightIn = (text: string) =>
    asked.reduce((sum, word, i) => sum + (text.includes(word) ? (weights[i] ?? 0) : 0), 0)
  return plain.map(({ heading, text }) => {
    const sentences = text.split(SENTENCE_END).map((sentence) => weightIn(`${heading}\n${sentence}`))
    return Math.max(...sentences) / all
  })
}

/** The token of a dictionary word bears a mark the text does not. */
const written = (token: string): string => token.replace(/^w(?=\p{Script=Han})/u, '')

function rarity(word: string, texts: readonly Sayable[]): number {
  const held = texts.filter(({ heading, text }) => heading.includes(word) || text.includes(word)).length
  return held === 0 ? 0 : Math.log(1 + (texts.length - held + 0.5) / (held + 0.5))
}
