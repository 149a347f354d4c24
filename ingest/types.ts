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

export interface CleanFile {
  readonly file: ReadFile
  readonly lines: readonly Line[]
  readonly warnings: readonly Warning[]
}

/** The lines of one document of the file (a gazette holds several). */
export interface DocumentLines {
  readonly file: ReadFile
  readonly lines: readonly Line[]
  readonly source: Span
  readonly warnings: readonly Warning[]
}
