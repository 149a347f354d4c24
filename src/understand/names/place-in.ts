import { parseNumber } from '../../text/numbers.ts'
import { wordsOf } from '../../text/tokens.ts'
import type { LexiconSection } from '../lexicon.ts'
import { type Marked, marksOf } from '../marks.ts'
import type { Lexicon } from '../prepare.ts'
import type { Slots } from '../slots.ts'
import type { ResolvedDocuments } from './resolve-documents.ts'

/** Headings that hold no tasks: 三、工作安排 is no 第三部分 of them. */
const AROUND = /(?:目标|安排|要求|保障|步骤|措施|组织领导)$/

/** 二（三）5, 第二块; 第五部分 of a document named is a heading of it, not a part of a number. */
export function placeIn(
  marks: readonly Marked[],
  documents: Pick<ResolvedDocuments, 'slot' | 'named'>,
  lexicon: Lexicon,
): Pick<Slots, 'path' | 'part'> {
  const path = marksOf(marks, 'path')[0]?.path ?? []
  const part = marksOf(marks, 'part')[0]?.part ?? null
  const numbered = marksOf(marks, 'no').length > 0
  if (part === null || path.length > 0 || numbered || !documents.named) return { path, part }
  const own = sectionsIn(documents, lexicon)
  // 二、工作任务 is the only heading with tasks: its own （二） is the second part of them.
  const tops = new Set(own.filter((section) => section.path.length === 1).map((section) => section.path[0]))
  const called = own.filter(
    ({ path: at }) => (tops.size !== 1 || at.length > 1) && parseNumber(bare(at.at(-1) ?? '')) === part,
  )
  const [first, ...others] = called.map((section) => section.path).sort((a, b) => a.length - b.length)
  // （三） under 一 and （三） under 二 are two: neither is meant.
  const alone = others.every((other) => other.length > (first?.length ?? 0) || other.join() === first?.join())
  return first === undefined || !alone ? { path, part } : { path: first, part: null }
}

/** The headings of a document that hold tasks: by count, else by what they are called. */
function sectionsIn({ slot }: Pick<ResolvedDocuments, 'slot'>, { rows }: Lexicon): LexiconSection[] {
  const own = rows.sections.filter((section) => slot?.ids.includes(section.documentId))
  const around = own.filter((section) => AROUND.test(section.heading)).map((section) => section.path.join())
  return own.filter(({ path, tasks }) =>
    tasks === undefined
      ? !path.some((_, depth) => around.includes(path.slice(0, depth + 1).join()))
      : tasks > 0,
  )
}

/** 第三部分拓展应用场景: whether the words are of the heading that stands at the place. */
export function namesHeadingAt(topic: string, path: readonly string[], { rows }: Lexicon): boolean {
  const words = wordsOf(topic).filter((word) => word.trim() !== '')
  return (
    path.length > 0 &&
    words.length > 0 &&
    rows.sections.some(
      (section) =>
        section.path.join() === path.join() && words.every((word) => section.heading.includes(word)),
    )
  )
}

/** （五） → 五 */
const bare = (step: string): string => step.replace(/[（）()、]/g, '')
