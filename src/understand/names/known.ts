import type { LexiconRows } from '../lexicon.ts'

/** Words every question is built with: beside a name they ask, even where some heading has them too. */
const ASKING =
  /^(?:目标|任务|事项|指标|单位|部门|牵头|责任|负责|情况|内容|要求|多少|工作|完成|方案|时限|期限|包括|今年|全市|每年|一年|和|与|及|的|是|有|要|要求|具体|主要|以上)$/

/** So much text is searched in no time; a store with more knows its names by its index alone. */
const MOST = 600_000

/** What the documents call things: titles, headings, metrics and tables, one after the other, without marks. */
export function namesOfThings({
  terms,
  sections,
  documents,
}: Pick<LexiconRows, 'terms' | 'sections' | 'documents'>): string {
  const said = [...terms, ...sections.map((s) => s.heading), ...documents.map((d) => d.title)]
  const text = [...new Set(said)].join('\n')
  return text.length > MOST
    ? ''
    : text.toLowerCase().replace(/[“”"《》〈〉·\s]+/g, (m) => (m.includes('\n') ? '\n' : ''))
}

/**
 * A word of asking that is here a part of a name: 未 in 离校未就业, 标准 in 产业标准体系, 在 in 保险在库. One character must stand
 * between the name's other words; two and more may close it.
 */
export function isPartOfName(words: readonly string[], i: number, names: string): boolean {
  const word = words[i] ?? ''
  if (names === '' || ASKING.test(word)) return false
  const [before, behind] = [(words[i - 1] ?? '').trim().slice(-2), (words[i + 1] ?? '').trim().slice(0, 2)]
  if (before === '') return false
  if (behind !== '' && names.includes(`${before}${word}${behind}`)) return true
  return word.length > 1 && before.length > 1 && names.includes(`${before}${word}`)
}
