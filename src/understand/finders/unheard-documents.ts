import type { LexiconDocument } from '../lexicon.ts'
import type { Marked } from '../marks.ts'

/** 武政办〔2021〕18号, 60号文, 3号议案; 第3号线 and 8号楼 are none, nor is 5号 of a month. */
const NUMBERED =
  /(?:\p{Script=Han}{2,4})?[〔[(（]20\d{2}[〕\])）]\s*\d+号(?:文件?)?|(?<![\d年月第])(?<n>\d{1,3})号(?:文件|文(?![化旅体物创])|议案|建议案)/gu

/**
 * Numbers of documents that are not here: a question about one is not answered from the others. `known` are the
 * documents that were found.
 */
export function unheardDocuments(
  text: string,
  known: readonly Marked[],
  documents: readonly LexiconDocument[],
): Marked[] {
  return [...text.matchAll(NUMBERED)].flatMap((m) => {
    const place = { start: m.index, end: m.index + m[0].length, text: m[0] }
    const isKnown =
      known.some((k) => k.start < place.end && place.start < k.end) ||
      documents.some(({ title }) => m.groups?.n !== undefined && numberIn(title) === m.groups.n)
    if (isKnown) return []
    return [
      {
        ...place,
        value: { kind: 'document', documents: [], every: false },
        rule: `unheard document: ${m[0]}`,
      },
    ]
  })
}

/** 1号议案, 1号建议案: people mix them up, and the number tells which is meant. */
const numberIn = (title: string): string | undefined => /(\d+)号(?:议案|建议案|提案)/.exec(title)?.[1]
