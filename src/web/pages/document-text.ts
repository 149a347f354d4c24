import type { Span } from '../../domain/span.ts'
import type { DocumentText } from '../deps.ts'
import { type Content, type Html, html } from '../html.ts'
import { type Paragraph, reflow } from '../reflow.ts'

/** Longest label of a heading, blanks and all: （十二）, 第十二条. */
export const LABEL_MAX = 8

/** The words of a document as paragraphs, headings and tables, `hit` marked. */
export function documentText(d: DocumentText, hit: Span | null): readonly Html[] {
  const mark: Mark = { hit, marked: { done: false } }
  const blocks: Paragraph[][] = []
  for (const p of reflow(d.text, d.start)) {
    const last = blocks.at(-1)
    if (p.kind === 'row' && last?.[0]?.kind === 'row') last.push(p)
    else blocks.push([p])
  }
  return blocks.map((b) => (b[0]?.kind === 'row' ? tableHtml(b, d, mark) : paragraphHtml(b[0]!, d, mark)))
}

function paragraphHtml(p: Paragraph, d: DocumentText, mark: Mark): Html {
  const heads = d.headings.filter((h) => within(p, h.start))
  const words = html`${heads.map(anchor)}${lines(p, d, mark)}`
  const level = heads[0] && standsAlone(p, heads[0].heading) ? heads[0].depth : null
  if (level !== null) return html`<h${Math.min(level + 1, 5)}>${words}</h${Math.min(level + 1, 5)}>`
  return html`<p${p.kind === 'furniture' && html` class="furniture"`}>${words}</p>`
}

function tableHtml(rows: readonly Paragraph[], d: DocumentText, mark: Mark): Html {
  const cells = (p: Paragraph) => p.lines.map((cell) => html`<td>${markedLine(cell, d, mark)}</td>`)
  return html`<div class="table-scroll"><table>${rows.map((p) => html`<tr>${cells(p)}</tr>`)}</table></div>`
}

const anchor = (h: { readonly start: number }) => html`<a id="at-${h.start}" class="anchor"></a>`

const said = (d: DocumentText, from: number, to: number) => d.text.slice(from - d.start, to - d.start)

const within = (p: Paragraph, at: number) => at >= (p.lines[0]?.start ?? 0) && at < (p.lines.at(-1)?.end ?? 0)
/** Not a run-in heading, with its sentence after it. */
const standsAlone = (p: Paragraph, heading: string) => lengthOf(p) <= heading.length + LABEL_MAX + 4
const lengthOf = (p: Paragraph) => p.lines.reduce((n, l) => n + l.end - l.start, 0)

interface Mark {
  readonly hit: Span | null
  /** The first marked range carries the id the link jumps to. */
  readonly marked: { done: boolean }
}

function lines(p: Paragraph, d: DocumentText, mark: Mark): Content {
  return p.lines.map((line, i) => {
    const before = p.lines[i - 1]
    // Latin words that were wrapped keep the blank between them.
    const latin =
      before &&
      /[A-Za-z]$/.test(said(d, before.start, before.end)) &&
      /^[A-Za-z]/.test(said(d, line.start, line.end))
    return [latin ? ' ' : null, ...markedLine(line, d, mark)]
  })
}

function markedLine(line: Span, d: DocumentText, { hit, marked }: Mark): Content[] {
  const from = Math.max(line.start, hit?.start ?? Number.POSITIVE_INFINITY)
  const to = Math.min(line.end, hit?.end ?? 0)
  if (from >= to) return [said(d, line.start, line.end)]
  const id = marked.done ? null : html` id="hit"`
  marked.done = true
  return [said(d, line.start, from), html`<mark${id}>${said(d, from, to)}</mark>`, said(d, to, line.end)]
}
