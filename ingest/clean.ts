import type { Warning } from '../src/domain/document.ts'
import type { Span } from '../src/domain/span.ts'
import { type Edit, edit, type Mapped, mapped, slice, sourceOf, trim } from '../src/text/mapped.ts'
import { foldForms, simplify, widenMarks } from '../src/text/normalise.ts'
import { restoreDisplaced } from './clean/displaced.ts'
import { takeFootnotes } from './clean/footnotes.ts'
import { furniture } from './clean/furniture.ts'
import { repairMojibake } from './clean/mojibake.ts'
import { dropPinyin } from './clean/pinyin.ts'
import { splitRunOn } from './clean/run-on.ts'
import type { CleanFile, Line, ReadFile } from './types.ts'

/** Stage 2 of reading: the file's text as simplified, half-width lines without page furniture and footnotes. */
export function cleanFile(file: ReadFile): CleanFile {
  const shown = edit(mapped(file.text), holes(file.drop))
  const repair = repairMojibake(shown)
  const text = simplify(widenMarks(foldForms(dropPinyin(repair.text))))
  const printed = printedLines(text)
  const dropped = furniture(printed.map((p) => p.text.text))
  const { lines, starts } = keptLines(printed, dropped)
  const restored = restoreDisplaced(lines)
  const warnings = [...file.warnings, ...repairWarnings(shown, repair), ...restored.warnings]
  return { file, ...takeFootnotes(restored.lines, starts), warnings }
}

function holes(drop: readonly Span[]): Edit[] {
  const ordered = [...drop].sort((a, b) => a.start - b.start)
  const out: Edit[] = []
  for (const { start, end } of ordered) {
    const from = Math.max(start, out.at(-1)?.to ?? 0)
    if (end > from) out.push({ from, to: end, text: '' })
  }
  return out
}

interface Printed {
  readonly text: Mapped
  readonly indent: number
  /** The line opens with a space or follows a form feed: where pages were joined, that is a page's first line. */
  readonly pageStart: boolean
}

function printedLines(m: Mapped): Printed[] {
  const out: Printed[] = []
  let from = 0
  let fed = false
  for (const stop of m.text.matchAll(/\r\n|[\n\r\f\v\u2028\u2029\u0085]|$/g)) {
    const line = slice(m, from, stop.index)
    const indent = /^[ \t]*/.exec(line.text)?.[0].length ?? 0
    out.push({ text: trim(line), indent, pageStart: fed || indent > 0 })
    fed = stop[0] === '\f'
    from = stop.index + stop[0].length
  }
  return out
}

function keptLines(printed: readonly Printed[], dropped: ReadonlySet<number>) {
  const lines: Line[] = []
  const starts = new Set<Line>()
  let gap = 0
  let newPage = false
  printed.forEach((p, i) => {
    newPage ||= p.pageStart || dropped.has(i)
    if (p.text.text === '' || dropped.has(i)) {
      if (!dropped.has(i)) gap++
      return
    }
    for (const piece of splitRunOn(p.text)) {
      const line = { text: piece, gap, indent: p.indent }
      lines.push(line)
      if (newPage) starts.add(line)
      newPage = false
      gap = 0
    }
  })
  return { lines, starts }
}

function repairWarnings(before: Mapped, repair: ReturnType<typeof repairMojibake>): Warning[] {
  const fixed = repair.repaired.map((e) => ({
    at: sourceOf(before, e.from, e.to).start,
    message: `此处原为乱码“${before.text.slice(e.from, e.to)}”，已按字节还原为“${e.text}”，请核对`,
  }))
  const open = repair.unproved.map((at) => ({
    at: sourceOf(before, at, at + 1).start,
    message: '此处有乱码，无法还原，请核对原文',
  }))
  return [...fixed, ...open]
}
