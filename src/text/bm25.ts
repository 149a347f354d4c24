/** Usual weights: how soon a repeated word stops counting, and how much a long text is held against it. */
const K1 = 1.2
const B = 0.75

/** BM25 of each text among the others, 0 where it holds none of the tokens. What a question says twice counts twice. */
export function bm25(question: readonly string[], texts: readonly (readonly string[])[]): number[] {
  const asked = new Set(question)
  const counts = texts.map((tokens) => countsOf(tokens, asked))
  const mean = texts.reduce((sum, tokens) => sum + tokens.length, 0) / Math.max(texts.length, 1)
  const rarity = new Map([...asked].map((token) => [token, rarityOf(token, counts)]))
  return texts.map((tokens, i) => {
    const room = K1 * (1 - B + (B * tokens.length) / mean)
    return question.reduce((sum, token) => {
      const n = counts[i]?.get(token) ?? 0
      return sum + ((rarity.get(token) ?? 0) * n * (K1 + 1)) / (n + room)
    }, 0)
  })
}

function countsOf(tokens: readonly string[], asked: ReadonlySet<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const token of tokens) if (asked.has(token)) counts.set(token, (counts.get(token) ?? 0) + 1)
  return counts
}

function rarityOf(token: string, counts: readonly ReadonlyMap<string, number>[]): number {
  const holding = counts.filter((own) => own.has(token)).length
  return Math.log(1 + (counts.length - holding + 0.5) / (holding + 0.5))
}
