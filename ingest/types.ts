import type { Warning } from '../src/domain/document.ts'
import type { Span } from '../src/domain/span.ts'
import type { Mapped } from '../src/text/mapped.ts'

/** The shapes between the stages: read → clean → split → structure → extract → chunk → write. */

export interface RawFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export type Format = 'txt' | 'md' | 'html' | 'docx' | 'pdf' | 'xlsx' | 'ofd' | 'doc' | 'wps'

/** A file as read. All spans of everything derived later are ranges of `text`. */
export interface ReadFile {
  readonly name: string
  readonly format: Format
  /** docx, html, md, xlsx: a line is a whole paragraph. pdf, ofd: a line is a printed line. txt: either. */
  readonly text: string
  /** Tables the format itself marks, cells as ranges of `text`, merged cells repeated. Plain text has none. */
  readonly tables: readonly ReadTable[]
  /** Ranges the format marks as page furniture, hidden or struck out; cleaning drops them. */
  readonly drop: readonly Span[]
  readonly warnings: readonly Warning[]
}

export interface ReadTable {
  readonly rows: readonly (readonly Span[])[]
  readonly source: Span
}

/** A line after cleaning: simplified, half-width, no furniture; wrapped lines are still apart. */
export interface Line {
  readonly text: Mapped
  /** Blank lines before it in the file: a paragraph break where wrapping would not leave one. */
  readonly gap: number
  /** Columns of indentation (ideographic space = 2). */
  readonly indent: number
}

/** A footnote taken out of the text; `anchor` is the source place of the number that was glued to a word. */
export interface Footnote {
  readonly number: number
  readonly text: Mapped
  readonly anchor: number | null
}

export interface CleanFile {
  readonly file: ReadFile
  readonly lines: readonly Line[]
  readonly footnotes: readonly Footnote[]
  readonly warnings: readonly Warning[]
}

/** The lines of one document of the file (a gazette holds several). */
export interface DocumentLines {
  readonly file: ReadFile
  readonly lines: readonly Line[]
  readonly footnotes: readonly Footnote[]
  readonly source: Span
  readonly warnings: readonly Warning[]
}

/**
 * A part of a document between headings, with text that still knows its place. `SectionNode` of the domain is this
 * without the mapping. A run-in heading (1. 强化统筹。建立…) also opens the first paragraph, whose text is whole.
 */
export interface TreeNode {
  /** The numeral as printed, normalised, without its stop: 一 （一） 1 第三条; null for the root and unnumbered heads. */
  readonly label: string | null
  /** Labels from the root down: ['二', '（一）', '1']. */
  readonly path: readonly string[]
  /** Words of the heading without its numeral. A run-in heading is its first sentence without the stop. */
  readonly heading: Mapped | null
  /** True where the heading is the first sentence of `paragraphs[0]` rather than a line of its own. */
  readonly runIn: boolean
  /** Wrapped lines joined, spaces and numeral removed, directly under this heading (not those of children). */
  readonly paragraphs: readonly Mapped[]
  /** The same as printed lines, spaces kept: rosters and flattened tables are read from these. */
  readonly lines: readonly Line[]
  readonly children: readonly TreeNode[]
  readonly source: Span
}

/** A document cut where its letter ends and the plan begins; annexes follow. Each has a numbering of its own. */
export interface DocumentParts {
  /** Red head, notice and sign-off; null where the text starts with the plan itself. */
  readonly letter: TreeNode | null
  readonly body: TreeNode
  readonly annexes: readonly TreeNode[]
}
