import type { Marked } from '../marks.ts'
import type { Lexicon } from '../prepare.ts'
import type { ResolvedDocuments } from './resolve-documents.ts'

const AHEAD = /(?:除(?:了|去|开)?|不含|不算|不要|不看|刨去|撇开|去掉)(?:在)?$/
const BEHIND = /^(?:里的|里|的)?(?:不算|除外|以外|之外|不要|不看|撇开|就不用|外(?=[，,还]))/

/** 51号不算, 除了低空方案, 2号议案以外: a document named only to be left out. */
export function isLeftAside({ start, end, value }: Marked, text: string): boolean {
  if (value.kind !== 'document') return false
  const ahead = AHEAD.test(text.slice(0, start))
  return BEHIND.test(text.slice(end)) || (ahead && /还|别的|其他|其它|外|另/.test(text.slice(end)))
}

/** What is asked of, without the documents left out; all the others where none else is named. */
export function withoutLeftAside(
  documents: ResolvedDocuments,
  marks: readonly Marked[],
  { rows }: Lexicon,
): ResolvedDocuments {
  const out = new Set(
    marks.flatMap(({ value }) => (value.kind === 'document' ? value.documents.map((d) => d.id) : [])),
  )
  if (out.size === 0) return documents
  const ids = (documents.slot?.ids ?? rows.documents.map((d) => d.id)).filter((id) => !out.has(id))
  return { ...documents, slot: { ids, name: '其他文件', said: null } }
}
