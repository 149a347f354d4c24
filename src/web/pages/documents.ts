import type { DocumentHead } from '../deps.ts'
import { type Html, html } from '../html.ts'
import { page, topBar } from './layout.ts'

/** What was read in: current documents first, replaced versions folded away. */
export function documentsPage(documents: readonly DocumentHead[]): Html {
  const current = documents.filter((d) => d.replacedBy === null)
  const old = documents.filter((d) => d.replacedBy !== null)
  const none = html`<p class="empty">还没有文件。督查室可以用 <code>npm run -s duban -- ingest 文件</code> 导入。</p>`
  const body = html`${topBar('documents')}
    <main class="plain-page">
      <h1>文件库</h1>
      <p class="lead">${current.length > 0 ? `共 ${current.length} 份现行文件。回答里的每个数字都出自这里，点“原文”可以看到所在的条款。` : ''}</p>
      ${current.length === 0 ? none : html`<ul class="documents">${current.map(item)}</ul>`}
      ${old.length > 0 && html`<details class="old"><summary>旧版本（${old.length} 份）</summary><ul class="documents">${old.map(item)}</ul></details>`}
    </main>`
  return page({ title: '文件库', look: 'library', styles: ['page.css'], body })
}

function item(d: DocumentHead): Html {
  const facts = [
    d.number,
    d.issuer,
    d.issuedOn,
    `${d.tasks} 项任务`,
    d.version > 1 ? `第 ${d.version} 版` : null,
  ]
  return html`<li><a class="document-card" href="/documents/${d.id}">
    <b class="document-title">${d.title}</b>
    <small class="document-facts">${facts.filter((f) => f !== null).join(' · ')}</small>
  </a></li>`
}
