import type { Indicator, Warning } from '../../../src/domain/document.ts'
import type { Span } from '../../../src/domain/span.ts'
import { tighten } from '../../../src/text/normalise.ts'
import type { DocumentLines, Footnote } from '../../types.ts'
import { freeLines, markedGrids } from './grid.ts'
import { readIndicatorGrid } from './indicator-grid.ts'
import { targetYear } from './indicator-head.ts'
import { flatTables } from './indicator-lines.ts'
import { separatedGrids } from './separated.ts'
import { findStrips, spanOf } from './strip.ts'
import { readStrip } from './strip-rows.ts'

export interface Indicators {
  readonly indicators: readonly Indicator[]
  /** Ranges of the file the tables take up: no prose is read from them. */
  readonly used: readonly Span[]
  readonly warnings: readonly Warning[]
}

/** Lines in which a plan says its term. */
const OPENING = 400

/**
 * Indicator tables of a document, a cell each: tables the format marks, tables flattened to lines (指标 单位 目标值),
 * annexes of districts by year cut into scraps. Footnotes that define an indicator become its note.
 */
export function readIndicators(doc: DocumentLines): Indicators {
  let texts: readonly string[] | null = null
  const yearOf = (caption: string) => {
    texts ??= doc.lines.slice(0, OPENING).map((l) => tighten(l.text).text)
    return targetYear(caption, texts)
  }
  const grids = [
    ...markedGrids(doc),
    ...separatedGrids(
      doc.file,
      freeLines(
        doc,
        doc.file.tables.map((t) => t.source),
      ),
      'indicator',
    ),
  ]
  const marked = grids.map((grid) => ({
    indicators: readIndicatorGrid(grid, yearOf(grid.caption ?? '')),
    source: grid.source,
  }))
  const lines = freeLines(
    doc,
    marked.map((m) => m.source),
  )
  const strips = findStrips(lines).flatMap((strip) => {
    const read = readStrip(strip)
    return read ? [{ ...read, source: spanOf(strip.pieces) }] : []
  })
  const flat = flatTables(
    freeLines(
      { ...doc, lines },
      strips.map((s) => s.source),
    ),
    yearOf,
  )
  const tables = [...marked.filter((m) => m.indicators.length > 0), ...strips, ...flat]
  return {
    indicators: tables.flatMap((t) => t.indicators).map((i) => withNote(i, doc)),
    used: tables.map((t) => t.source),
    warnings: strips.flatMap((s) => s.warnings),
  }
}

/** Characters before a footnote's number that can name what it explains. */
const REACH = 60

function withNote(indicator: Indicator, doc: DocumentLines): Indicator {
  const note = doc.footnotes.find((f) => explains(f, indicator, doc))
  if (!note) return indicator
  const words = tighten(note.text).text
  return { ...indicator, note: [indicator.note, words].filter((n) => n !== null).join('；') }
}

/** The number stands in the table's row, or behind the same name elsewhere in the document. */
function explains({ anchor }: Footnote, indicator: Indicator, doc: DocumentLines): boolean {
  if (anchor === null) return false
  const before = doc.file.text.slice(Math.max(0, anchor - REACH), anchor).replace(/\s/g, '')
  const name = indicator.name.replace(/（[^）]*）$/, '')
  return name.length >= 4 && before.endsWith(name)
}
