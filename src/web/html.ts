/** A piece of page that is safe to send: made by `html` alone, which escapes whatever is put into it. */
export interface Html {
  readonly markup: string
}

export type Content = Html | string | number | null | false | readonly Content[]

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (c) => ESCAPES[c] ?? c)

/** Tagged template: html`<p title="${title}">${words}</p>`. Attributes must stand in double quotes. */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Html {
  return { markup: strings.reduce((out, s, i) => out + markupOf(values[i - 1] ?? null) + s) }
}

/** For markup that is already safe: what `html` made, printed and stored, or a constant of the code. */
export const raw = (markup: string): Html => ({ markup })

function markupOf(content: Content): string {
  if (content === null || content === false) return ''
  if (Array.isArray(content)) return content.map(markupOf).join('')
  return typeof content === 'object' ? (content as Html).markup : escapeHtml(String(content))
}
