import { asset } from '../assets.ts'
import { type Content, type Html, html } from '../html.ts'

export interface Page {
  readonly title: string
  /** Class of the body: which page it is. */
  readonly look: string
  readonly body: Content
  /** Style sheets of src/web/static beside the base. */
  readonly styles: readonly string[]
  /** Scripts of src/web/static, after htmx where `live`. */
  readonly scripts?: readonly string[]
  readonly live?: boolean
}

/** htmx is told not to add styles or history of its own, and to run no code out of attributes. */
const HTMX_CONFIG = JSON.stringify({ includeIndicatorCSS: false, history: false, extensions: 'upsert' })

export function page({ title, look, body, styles, scripts = [], live = false }: Page): Html {
  const sources = [...(live ? ['htmx.js', 'htmx-upsert.js'] : []), ...scripts]
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="theme-color" content="#ffffff">
<title>${title} · 督办助手</title>
${live ? html`<meta name="htmx-config" content="${HTMX_CONFIG}">` : null}
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
${['base.css', ...styles].map((s) => html`<link rel="stylesheet" href="${asset(s)}">`)}
${sources.map((s) => html`<script src="${asset(s)}" defer></script>`)}
</head>
<body class="${look}">
${body}
</body>
</html>
`
}

/** The bar of pages that are no chat. */
export function topBar(here: 'documents' | 'people' | 'other'): Html {
  const to = (href: string, words: string, current: boolean) =>
    html`<a class="top-link" href="${href}"${current ? html` aria-current="page"` : null}>${words}</a>`
  return html`<header class="top-bar">
    <a class="brand" href="/"><img src="/favicon.svg" alt="" width="28" height="28"><b>督办助手</b></a>
    <nav>${to('/', '对话', false)}${to('/documents', '文件库', here === 'documents')}${to('/people', '换身份', here === 'people')}</nav>
  </header>`
}
