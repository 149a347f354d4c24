import type { Span } from '../domain/span.ts'

/**
 * A paragraph as it is shown: the lines of the file it is made of, each a range of the file's text. `furniture` is a
 * page number or the like; `row` is a row of a table, its lines being the cells.
 */
export interface Paragraph {
  readonly kind: 'words' | 'furniture' | 'row'
  readonly lines: readonly Span[]
}

interface TextLine extends Span {
  readonly words: string
  readonly indent: number
  /** Readers part the cells of a table's row by tabs. Empty cells count; fewer than two with words make no row. */
  readonly cells: readonly Span[]
}

const FURNITURE = /^[-—–－\s]*[\d０-９]{1,4}[-—–－\s]*$/
const NEW_PARAGRAPH =
  /^(?:第?[一二三四五六七八九十百]+[、章节条]|[（(〔][一二三四五六七八九十百\d０-９]+[）)〕]|[\d０-９]{1,3}[.．、](?![\d０-９])|[—●■▪·]|附件|附：)/
const ENDS = /[。！？：；.!?]["”』）)]?$/

/**
 * Text wrapped at a fixed width → paragraphs to read; text that has a paragraph a line stays as it is. Words are
 * never changed, only where a line of the file ends is: every offset still holds. `offset` is where `text` stands in
 * the file.
 */
export function reflow(text: string, offset = 0): readonly Paragraph[] {
  const lines = linesOf(text, offset)
  const full = fullWidth(lines)
  const paragraphs: { kind: Paragraph['kind']; lines: TextLine[] }[] = []
  for (const [i, line] of lines.entries()) {
    const last = paragraphs.at(-1)
    const before = last?.lines.at(-1)
    const kind = kindOf(line, lines[i - 1], lines[i + 1])
    const goesOn = last && before && kind === 'words' && last.kind === 'words'
    if (goesOn && isWrapped(before, line, full)) last.lines.push(line)
    else paragraphs.push({ kind, lines: [line] })
  }
  return paragraphs.map(({ kind, lines }) => ({
    kind,
    lines: (kind === 'row' ? (lines[0]?.cells ?? []) : lines).map(({ start, end }) => ({ start, end })),
  }))
}

/** A single line with tabs is a line with tabs: it takes two to make a table. */
function kindOf(line: TextLine, before?: TextLine, after?: TextLine): Paragraph['kind'] {
  if (line.cells.length > 0 && (before?.cells.length || after?.cells.length)) return 'row'
  return FURNITURE.test(line.words) ? 'furniture' : 'words'
}

/** Lines with words, without the blanks around them. */
function linesOf(text: string, offset: number): readonly TextLine[] {
  return [...text.matchAll(/[^\r\n]+/g)].flatMap((m) => {
    const words = m[0].trim()
    if (words === '') return []
    const indent = m[0].length - m[0].trimStart().length
    const start = offset + m.index + indent
    return [{ words, indent, start, end: start + words.length, cells: cellsOf(m[0], offset + m.index) }]
  })
}

function cellsOf(line: string, offset: number): readonly Span[] {
  let end = offset - 1
  const cells = line.split('\t').map((cell) => {
    const start = end + 1
    end = start + cell.length
    return { start, end }
  })
  const filled = cells.filter((c) => line.slice(c.start - offset, c.end - offset).trim() !== '')
  return filled.length > 1 ? cells : []
}

/** How much short of the margin a wrapped line may end: punctuation and Latin words are not broken. */
const RAGGED = 0.82
/** Of wrapped text this share of lines ends near the margin; paragraphs of their own lengths do not. */
const SHARE = 0.3

/** The width lines are wrapped at, in half-width columns; 0 where they are not. */
function fullWidth(lines: readonly TextLine[]): number {
  const running = lines.filter((l) => l.cells.length === 0)
  const widths = running.map((l) => widthOf(l.words)).sort((a, b) => a - b)
  const margin = widths[Math.floor(widths.length * 0.9)] ?? 0
  const near = widths.filter((w) => w >= margin * RAGGED && w <= margin * 1.1)
  return margin <= 120 && near.length >= Math.max(3, running.length * SHARE) ? margin : 0
}

const widthOf = (words: string) => [...words].reduce((n, c) => n + (c > '\u2e7f' ? 2 : 1), 0)

/** A line that reaches the margin goes on in the next, unless it ends a sentence or the next begins something. */
function isWrapped(line: TextLine, next: TextLine, full: number): boolean {
  if (full === 0) return false
  const width = widthOf(line.words) + line.indent
  if (width < full * RAGGED || width > full * 1.2) return false
  return !ENDS.test(line.words) && next.indent <= line.indent + 1 && !NEW_PARAGRAPH.test(next.words)
}
