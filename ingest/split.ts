import type { Span } from '../src/domain/span.ts'
import { sourceOf } from '../src/text/mapped.ts'
import { tighten } from '../src/text/normalise.ts'
import type { CleanFile, DocumentLines, Line } from './types.ts'

/** 武政办〔2025〕39号 on a line of its own. */
export const NUMBER_LINE = /^[\u3400-\u9fff]{1,12}[〔[（【][12]\d{3}[〕\]）】]第?\d{1,5}号$/
/** 武汉市人民政府办公厅文件 */
const RED_HEAD = /^[\u3400-\u9fff（）]{3,40}文件$/

/** Lines a red head may stand above its number. */
const HEAD_REACH = 3

/** Stage 3 of reading: one part per document; a gazette holds several, each opening with a number of its own. */
export function splitDocuments(clean: CleanFile): DocumentLines[] {
  const starts = documentStarts(clean.lines)
  const bounds = starts.length === 0 ? [0] : [0, ...starts.slice(1)]
  return bounds.map((from, i) => {
    const to = bounds[i + 1] ?? clean.lines.length
    const lines = clean.lines.slice(from, to)
    const source = spanOf(lines, clean.file.text.length)
    return {
      file: clean.file,
      lines,
      footnotes: clean.footnotes.filter((f) => within(source, f.anchor ?? f.text.starts[0] ?? 0)),
      source,
      warnings: clean.warnings.filter((w) => bounds.length === 1 || within(source, w.at)),
    }
  })
}

const within = (span: Span, at: number): boolean => at >= span.start && at < span.end

/** A number that differs from the last one seen opens a document; a number repeated is the page's own echo. */
function documentStarts(lines: readonly Line[]): number[] {
  const starts: number[] = []
  let last: string | null = null
  lines.forEach((line, i) => {
    const text = tightText(line)
    if (text === null || !NUMBER_LINE.test(text) || text === last) return
    last = text
    starts.push(headOf(lines, i, starts.at(-1) ?? -1))
  })
  return starts
}

function headOf(lines: readonly Line[], number: number, after: number): number {
  for (let i = number - 1; i > Math.max(after, number - 1 - HEAD_REACH); i--) {
    if (RED_HEAD.test(tightText(lines[i]) ?? '')) return i
  }
  return number
}

function tightText(line: Line | undefined): string | null {
  if (line === undefined || line.text.text.length > 60) return null
  return tighten(line.text).text
}

function spanOf(lines: readonly Line[], length: number): Span {
  const first = lines[0]
  const last = lines.at(-1)
  if (!first || !last) return { start: 0, end: length }
  return { start: sourceOf(first.text).start, end: sourceOf(last.text).end }
}
