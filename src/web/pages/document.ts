import type { Span } from '../../domain/span.ts'
import type { DocumentText } from '../deps.ts'
import { type Content, type Html, html } from '../html.ts'
import { type Paragraph, reflow } from '../reflow.ts'
import { page, topBar } from './layout.ts'

/** The whole text of a document, the clause at `hit` marked. NaN in `hit`: nothing was asked for. */
export function documentPage(d: DocumentText, hit: Span): Html {
  const asked = !Number.isNaN(hit.start) && !Number.isNaN(hit.end)
  const inside = asked && hit.start < hit.end && hit.start >= d.start && hit.end <= d.end
  const body = html`${topBar('documents')}
    <div class="reader">
      ${contents(d)}
      <main class="paper">
        <header>
          <h1>${d.title}</h1>
          <p class="facts">${[d.number, d.issuer, d.issuedOn, d.fileName].filter((f) => f !== null).join(' · ')}</p>
        </header>
        ${d.replacedBy !== null && html`<p class="notice warn">这是第 ${d.version} 版，已被新版本取代。<a href="/documents/${d.replacedBy}">看新版本</a></p>`}
        ${asked && !inside && html`<p class="notice warn">没有找到所指的条款，下面是全文。</p>`}
        ${inside && html`<p class="notice">已标出所引的条款。<a href="#hit">跳到条款</a></p>`}
        <div class="text">${paragraphs(d, inside ? hit : null)}</div>
      </main>
    </div>`
  return page({
    title: d.title,
    look: 'document',
    styles: ['page.css', 'document.css'],
    body,
    scripts: ['document.js'],
  })
}

function contents(d: DocumentText): Html | null {
  if (d.headings.length === 0) return null
  const top = Math.min(...d.headings.map((h) => h.depth))
  const items = d.headings
    .filter((h) => h.depth < top + 3)
    .map(
      (h) => html`<li class="depth-${h.depth - top + 1}"><a href="#at-${h.start}">${labelled(d, h)}</a></li>`,
    )
  return html`<nav class="contents" aria-label="目录"><details open><summary>目录</summary><ol>${items}</ol></details></nav>`
}

/** 一、总体要求: the heading with the label it has in the text. */
function labelled(d: DocumentText, { heading, start }: DocumentText['headings'][number]): string {
  const line = d.text.slice(start - d.start, start - d.start + LABEL_MAX + heading.length)
  const at = line.indexOf(heading)
  return at > 0 && at <= LABEL_MAX ? line.slice(0, at + heading.length).replace(/\s+/g, '') : heading
}

/** Longest label, blanks and all: （十二）, 第十二条. */
const LABEL_MAX = 8

function paragraphs(d: DocumentText, hit: Span | null): readonly Html[] {
  const marked = { done: false }
  return reflow(d.text, d.start).map((p) => {
    const heads = d.headings.filter((h) => within(p, h.start))
    const anchors = heads.map((h) => html`<a id="at-${h.start}" class="anchor"></a>`)
    const words = html`${anchors}${lines(p, d, { hit, marked })}`
    const level = heads[0] && standsAlone(p, heads[0].heading) ? heads[0].depth : null
    if (level !== null) return html`<h${Math.min(level + 1, 5)}>${words}</h${Math.min(level + 1, 5)}>`
    return html`<p${p.furniture ? html` class="furniture"` : null}>${words}</p>`
  })
}

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
  const said = (from: number, to: number) => d.text.slice(from - d.start, to - d.start)
  return p.lines.map((line, i) => {
    const before = p.lines[i - 1]
    // Latin words that were wrapped keep the blank between them.
    const latin =
      before &&
      /[A-Za-z]$/.test(said(before.start, before.end)) &&
      /^[A-Za-z]/.test(said(line.start, line.end))
    return [latin ? ' ' : null, ...markedLine(line, said, mark)]
  })
}

function markedLine(
  line: Span,
  said: (from: number, to: number) => string,
  { hit, marked }: Mark,
): Content[] {
  const from = Math.max(line.start, hit?.start ?? Number.POSITIVE_INFINITY)
  const to = Math.min(line.end, hit?.end ?? 0)
  if (from >= to) return [said(line.start, line.end)]
  const id = marked.done ? null : html` id="hit"`
  marked.done = true
  return [said(line.start, from), html`<mark${id}>${said(from, to)}</mark>`, said(to, line.end)]
}
