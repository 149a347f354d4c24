import type { PlanDocument } from './document.ts'

/** A title longer than this was misread; an index entry must stay small. */
const LONGEST = 200

/**
 * What makes two documents versions of one: the document number, else issuer and title. Writing does not matter
 * (武政办[2022]41 号 = 武政办〔2022〕41号).
 */
export function seriesOf(document: Pick<PlanDocument, 'number' | 'title' | 'issuer'>): string {
  const fold = (text: string): string =>
    text
      .slice(0, LONGEST)
      .normalize('NFKC')
      .replace(/[\s\p{P}\p{S}]/gu, '')
      .toLowerCase()
  return document.number === null
    ? `title:${fold(document.issuer ?? '')}:${fold(document.title)}`
    : `number:${fold(document.number)}`
}

/** The same for all documents of a file: a second one of a series (an annex under one number) counts on its own. */
export function seriesWithin(
  documents: readonly Pick<PlanDocument, 'number' | 'title' | 'issuer'>[],
): readonly string[] {
  const seen = new Map<string, number>()
  return documents.map((document) => {
    const series = seriesOf(document)
    const nth = (seen.get(series) ?? 0) + 1
    seen.set(series, nth)
    return nth === 1 ? series : `${series}#${nth}`
  })
}
