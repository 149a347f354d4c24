import type { TopicMatcher } from './match.ts'

/** Sentences of a clause with their ends; a clause cut by ； is one sentence unless it is long. */
export function sentencesOf(text: string): string[] {
  const sentences = text.match(/[^。！？\n]+[。！？]?/g) ?? []
  return sentences.flatMap((s) => (s.length > 90 ? (s.match(/[^；]+；?/g) ?? [s]) : [s])).map((s) => s.trim())
}

export const hasFigure = (text: string): boolean =>
  /\d/.test(text.replace(/[0-9A-Za-z]*[A-Za-z][0-9A-Za-z]*|\d{4}年|第\d+|\d+号/g, '')) ||
  text.includes('百分之')

/** A figure stands with the topic: in the words that say most of it or right after them. */
export function figureNear(text: string, matcher: TopicMatcher): boolean {
  return sentencesOf(text).some((sentence) => {
    const pieces = sentence.split(/[，,：:]/)
    const scores = pieces.map((piece) => matcher.score(piece))
    const best = Math.max(...scores)
    if (best < 0.25 || matcher.score(sentence) < 0.42) return false
    if (scores.some((score, at) => score >= best * 0.9 && hasFigure(pieces.slice(at, at + 2).join('，'))))
      return true
    // 打造“江城百臻”供应链，…实现品牌价值300亿元: the matter ahead, its measure with the figure behind.
    return matcher.all(sentence) && pieces.some((piece, at) => (scores[at] ?? 0) >= 0.3 && hasFigure(piece))
  })
}

/** The sentence that says most of the topic; one with a figure is preferred where figures are asked for. */
export function bestSentence(text: string, matcher: TopicMatcher | null, wantsFigure = false): string {
  const sentences = sentencesOf(text)
  if (matcher === null) return (wantsFigure ? sentences.find(hasFigure) : undefined) ?? sentences[0] ?? text
  const scored = sentences.map((s) => ({
    s,
    score: matcher.score(s) + (wantsFigure && hasFigure(s) ? 0.25 : 0),
  }))
  return scored.reduce((best, next) => (next.score > best.score ? next : best), { s: text, score: -1 }).s
}
