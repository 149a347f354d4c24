import { parseNumber } from '../../text/numbers.ts'
import { type Marked, marksOf } from '../marks.ts'
import type { Lexicon } from '../prepare.ts'
import type { Slots } from '../slots.ts'
import type { ResolvedDocuments } from './resolve-documents.ts'

/** Headings that hold no tasks: 三、工作安排 is no 第三部分 of them. */
const AROUND = /(?:目标|安排|要求|保障|步骤|措施|组织领导)$/

/** 二（三）5, 第二块; 第五部分 of a document named is a heading of it, not a part of a number. */
export function placeIn(
  marks: readonly Marked[],
  { slot, named }: Pick<ResolvedDocuments, 'slot' | 'named'>,
  { rows }: Lexicon,
): Pick<Slots, 'path' | 'part'> {
  const path = marksOf(marks, 'path')[0]?.path ?? []
  const part = marksOf(marks, 'part')[0]?.part ?? null
  const numbered = marksOf(marks, 'no').length > 0
  if (part === null || path.length > 0 || numbered || !named) return { path, part }
  const own = rows.sections.filter((section) => slot?.ids.includes(section.documentId))
  const around = own.filter((section) => AROUND.test(section.heading)).map((section) => section.path.join())
  // 二、工作任务 is the only heading with tasks: its own （二） is the second part of them.
  const tops = own.filter((section) => section.path.length === 1 && !AROUND.test(section.heading))
  const sections = own.filter(
    ({ path: at }) =>
      (tops.length !== 1 || at.length > 1) &&
      parseNumber(bare(at.at(-1) ?? '')) === part &&
      !at.some((_, depth) => around.includes(at.slice(0, depth + 1).join())),
  )
  const [shallowest] = sections.map((section) => section.path).sort((a, b) => a.length - b.length)
  return shallowest === undefined ? { path, part } : { path: shallowest, part: null }
}

/** （五） → 五 */
const bare = (step: string): string => step.replace(/[（）()、]/g, '')
