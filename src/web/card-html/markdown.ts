import { Marked, type Tokens } from 'marked'
import { isLinkable } from '../../cards/markup.ts'
import { escapeHtml, type Html, raw } from '../html.ts'

/**
 * The platform's markdown as the client shows it: no HTML save its own few tags, no pictures, links to http(s) and to
 * our own pages. A line break is a line break.
 */
const COLOURS: ReadonlySet<string> = new Set(['grey', 'red', 'green', 'orange', 'blue'])
const OWN_TAG = /^<(\/?)font(?:\s+color=(['"])([a-z]+)\2)?\s*>$/

const reader = new Marked({
  gfm: true,
  breaks: true,
  tokenizer: {
    // The client knows no HTML blocks: what looks like one is a paragraph with inline tags.
    html: () => undefined,
  },
  renderer: {
    html: ({ text }: Tokens.HTML | Tokens.Tag) => ownTag(text),
    image: ({ text }: Tokens.Image) => escapeHtml(text),
    link({ href, tokens }: Tokens.Link) {
      const words = this.parser.parseInline(tokens)
      return isLinkable(href) ? anchor(href, words) : words
    },
  },
})

function ownTag(text: string): string {
  if (/^<br\s*\/?>$/.test(text)) return '<br>'
  const [, end, , colour] = OWN_TAG.exec(text) ?? []
  if (end === undefined) return escapeHtml(text)
  return end === '/' ? '</span>' : `<span class="c-${COLOURS.has(colour ?? '') ? colour : 'grey'}">`
}

/** No character of an address is ever taken for a light. */
const anchor = (href: string, words: string) =>
  `<a href="${escapeHtml(href.toWellFormed().replace(/[^\x21-\x7e]/gu, encodeURIComponent))}" target="_blank" rel="noopener noreferrer">${words}</a>`

/** Drawn, not typed: not every system has these characters in its fonts, and they differ in size. */
const LIGHTS: Readonly<Record<string, readonly [string, string]>> = {
  '🟢': ['green', '绿灯'],
  '🟡': ['amber', '黄灯'],
  '🔴': ['red', '红灯'],
  '⚪': ['none', '未到报送期'],
}

const light = (sign: string) => {
  const [colour, words] = LIGHTS[sign] ?? ['none', '']
  return `<span class="light light-${colour}" role="img" aria-label="${words}" title="${words}"></span>`
}

export function markdownHtml(content: string): Html {
  return raw(reader.parse(content, { async: false }).replace(/[🟢🟡🔴⚪]/gu, light))
}
