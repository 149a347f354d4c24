/**
 * Words of a Message are plain text with one mark: **…** for emphasis. Everything else that a markdown reader would
 * take for a mark is written as a character reference, the way the platform asks for, so no word of a document or of
 * a person can make a link, a mention, a table or a colour.
 */
const BOLD = /\*\*(?=\S)([^\n]+?)(?<=\S)\*\*/g
const MARKS = /[&<>*~[\]`_#!$\\|]/g
/** Marks only at the start of a line: lists, rules, underlined headings. */
const LINE_START = /^([ \t]*)(?:([-+=])|(\d+)([.)]))/gm
/** :OK: turns into a picture. */
const EMOJI_CODE = /:(?=[A-Za-z][A-Za-z0-9_]*:)/g
const PUNCTUATION = /[\p{P}\p{S}]/u

/** Plain words → markdown that shows exactly these words. Leading blanks go: four would make a code block. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(MARKS, reference)
    .replace(EMOJI_CODE, reference)
    .replace(LINE_START, (_, __, mark, digits, dot) =>
      mark ? reference(mark) : `${digits}${reference(dot)}`,
    )
    .replace(/^[ \t]+/gm, '')
}

const reference = (mark: string) => `&#${mark.charCodeAt(0)};`

/** Words of a Message → markdown: escaped, **…** kept as emphasis. */
export function markdownOf(text: string): string {
  let from = 0
  let out = ''
  for (const m of text.matchAll(BOLD)) {
    out += piece(text.slice(from, m.index), from === 0) + strong(m[1] ?? '')
    from = m.index + m[0].length
  }
  return out + piece(text.slice(from), from === 0)
}

/** Only the first piece, or what follows a line break, stands at the start of a line. */
function piece(text: string, first: boolean): string {
  if (first) return escapeMarkdown(text)
  const [head = '', ...lines] = text.split('\n')
  return [escapeMarkdown(`x${head}`).slice(1), ...lines.map((l) => escapeMarkdown(l))].join('\n')
}

/**
 * Emphasis that markdown readers see: by their rule ** beside a bracket or a per cent sign does not open or close
 * next to a Chinese character, so a blank of no width stands between.
 */
export function strong(text: string): string {
  const inner = piece(text, false)
  if (inner.trim() === '') return ''
  const before = PUNCTUATION.test(text.charAt(0)) ? '\u200b' : ''
  const after = PUNCTUATION.test(text.charAt(text.length - 1)) ? '\u200b' : ''
  return `**${before}${inner}${after}**`
}

/** The words alone, for places that know no markdown: titles, buttons, table cells. */
export function plainOf(text: string): string {
  return text.replace(BOLD, '$1')
}

/** `label` is plain words; '' or a foreign scheme as address gives the words without a link. */
export function link(label: string, url: string): string {
  const words = escapeMarkdown(label)
  return isLinkable(url) ? `[${words}](${encodeUrl(url)})` : words
}

/** http(s) addresses and paths of our own pages. */
export function isLinkable(url: string): boolean {
  return /^https?:\/\/[^\s]+$/i.test(url) || /^\/(?![/\\])/.test(url)
}

const encodeUrl = (url: string) =>
  url.replace(/[\s()<>"'\\]/g, (c) => `%${c.charCodeAt(0).toString(16).padStart(2, '0')}`)

/** Small print. */
export const grey = (markdown: string) => `<font color='grey'>${markdown}</font>`

/** At most `max` UTF-16 units, with … where cut; never half a surrogate pair. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text
  const cut = text.slice(0, max - 1)
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`
}
