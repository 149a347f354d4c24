import type { Span } from '../../domain/span.ts'
import type { DocumentText } from '../deps.ts'
import { type Html, html } from '../html.ts'
import { documentText, LABEL_MAX } from './document-text.ts'
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
        <div class="text">${documentText(d, inside ? hit : null)}</div>
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
