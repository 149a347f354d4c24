import type { DocumentRef } from '../../answer/ledger.ts'
import type { Source } from '../../domain/message.ts'
import type { Span } from '../../domain/span.ts'
import { documentLabel } from '../../understand/names/documents.ts'

/** A row that can be cited: where it stands and its words. */
export interface Citable {
  readonly document: DocumentRef
  readonly source: Span
  readonly path?: readonly string[]
}

/** Collects the clauses an answer rests on, each once; `add` gives the number blocks refer to. */
export interface SourceBook {
  readonly add: (row: Citable, quote: string) => number
  readonly list: () => readonly Source[]
}

export function sourceBook(): SourceBook {
  const sources: Source[] = []
  const seen = new Map<string, number>()
  return {
    add: (row, quote) => {
      const key = `${row.document.id}:${row.source.start}:${row.source.end}`
      const known = seen.get(key)
      if (known !== undefined) return known
      seen.set(key, sources.length)
      sources.push({
        documentId: row.document.id,
        document: documentLabel(row.document),
        title: row.document.title,
        path: row.path ?? [],
        quote,
        start: row.source.start,
        end: row.source.end,
      })
      return sources.length - 1
    },
    list: () => sources,
  }
}
