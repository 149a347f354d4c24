/** A figure with what it counts: 182个, 增长20%以上, 4500P, 1000亿. */
const FIGURE =
  /(?:(?:说|写|讲|定|要|是|为|有|达到?|增长|突破|超过?)的?)?\d[\d.]*(?:[万亿]+元?|[家个条项件名人套处座场亩吨公]里?|%|P(?![A-Za-z]))(?:以上|左右|以内)?/g
const ASKS = /多少|几(?!年|号|月)/

/** 城中村182个，汉阳占几个: a figure told on the way to the question is no part of its matter; one that is all there is stays. */
export function withoutClaims(text: string): string {
  const clauses = text.split(/(?<=[，,；;])/)
  const last = clauses.findLastIndex((clause) => ASKS.test(clause))
  if (last < 1) return text
  return clauses
    .map((clause, at) => {
      if (at >= last || ASKS.test(clause) || /谁|哪/.test(clause)) return clause
      const bare = clause.replace(FIGURE, ' ')
      return /\p{Script=Han}{2}/u.test(bare) ? bare : clause
    })
    .join('')
}
