import { type Html, html } from '../html.ts'
import { page, topBar } from './layout.ts'

/** What went wrong and where to go from here. */
export function errorPage({ title, message }: { readonly title: string; readonly message: string }): Html {
  const body = html`${topBar('other')}
    <main class="plain-page error-page">
      <h1>${title}</h1>
      <p>${message}</p>
      <p class="ways"><a class="btn btn-primary btn-medium" href="/">回到对话</a> <a class="btn btn-default btn-medium" href="/documents">看文件库</a></p>
    </main>`
  return page({ title, look: 'error', styles: ['page.css'], body })
}
