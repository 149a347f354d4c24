import { marked } from 'marked'
import type { Format, RawFile, ReadFile } from '../types.ts'
import { ownWords, type Spread, squared, type TextBuilder, textBuilder } from './build.ts'
import { isBoilerplate, isHidden } from './html-main.ts'
import type { ReadLimits } from './limits.ts'
import { printNumber } from './list-number.ts'
import { descendants, elements, type Markup, parseHtml, words } from './markup.ts'
import { damageWarnings, decodeText } from './text.ts'

const BLOCKS = new Set(
  'root,html,body,div,p,section,article,main,h1,h2,h3,h4,h5,h6,ul,ol,li,dl,dt,dd,blockquote,pre,center,figure,figcaption,address,header,footer,aside,nav,form,fieldset,details,summary,hr,table,thead,tbody,tfoot,tr,td,th,caption'.split(
    ',',
  ),
)

const CHARSET = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i

interface Page {
  readonly out: TextBuilder
  readonly hidden: string[]
  /** Inline words waiting for the end of their block. */
  inline: string
}

/** A web page: its main text, a line a paragraph, list numbers printed, tables squared, hidden words removed. */
export function readHtml(raw: RawFile, limits: ReadLimits): ReadFile {
  const stated = CHARSET.exec(Buffer.from(raw.bytes.subarray(0, 4096)).toString('latin1'))?.[1]
  const decoded = decodeText(raw, stated)
  const file = readMarkup(raw, decoded.text, { limits, format: 'html' })
  return { ...file, warnings: [...damageWarnings(decoded), ...file.warnings] }
}

/** Markdown, by way of the HTML it stands for. Line breaks are kept: offices break lines where they mean it. */
export function readMarkdown(raw: RawFile, limits: ReadLimits): ReadFile {
  const html = marked.parse(decodeText(raw).text, { async: false, gfm: true, breaks: true })
  return readMarkup(raw, html, { limits, format: 'md' })
}

function readMarkup(
  raw: RawFile,
  html: string,
  how: { readonly limits: ReadLimits; readonly format: Format },
): ReadFile {
  const page: Page = { out: textBuilder(), hidden: [], inline: '' }
  walk(parseHtml(raw, html, how.limits), page)
  endLine(page)
  if (page.hidden.length > 0) {
    page.out.warn(
      `已去掉网页中${page.hidden.length}处隐藏文字（首处：${page.hidden[0]!.slice(0, 20)}），请核对原文`,
    )
  }
  return page.out.finish(raw.name, how.format)
}

function walk(node: Markup, page: Page): void {
  for (const part of node.children) {
    if (typeof part === 'string') page.inline += part.replace(/[ \t\r\n\f]+/g, ' ')
    else if (isHidden(part)) noteHidden(part, page)
    else if (isBoilerplate(part)) endLine(page)
    else if (part.tag === 'br') endLine(page)
    else if (part.tag === 'table' && isData(part)) readTable(part, page)
    else if (part.tag === 'ol') readList(part, page)
    else if (BLOCKS.has(part.tag)) readBlock(part, page)
    else walk(part, page)
  }
}

function readBlock(block: Markup, page: Page): void {
  endLine(page)
  if (block.tag === 'pre') for (const line of words(block).split('\n')) page.out.line(line)
  else walk(block, page)
  endLine(page)
}

function endLine(page: Page): void {
  if (page.inline.trim() !== '') page.out.line(page.inline.trim())
  page.inline = ''
}

function noteHidden(part: Markup, page: Page): void {
  const text = words(part).trim()
  if (text !== '' && !['script', 'style', 'noscript', 'template'].includes(part.tag)) page.hidden.push(text)
}

const LIST_TYPES: Readonly<Record<string, string>> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
}

/** A browser prints the numbers of <ol>; so do we. */
function readList(list: Markup, page: Page): void {
  endLine(page)
  let next = Number(list.attributes.start ?? 1) || 1
  for (const item of elements(list).filter((e) => e.tag === 'li')) {
    next = Number(item.attributes.value ?? next) || next
    const number = printNumber(next, LIST_TYPES[list.attributes.type ?? ''] ?? 'decimal')
    page.inline = /^\s*\d/.test(words(item)) ? `${number}、` : `${number}.`
    walk(item, page)
    endLine(page)
    next++
  }
}

/** Pages use tables for layout, too: one that holds another, or has one column, only places text. */
function isData(table: Markup): boolean {
  const rows = descendants(table, 'tr')
  return descendants(table, 'table').length === 0 && rows.filter((r) => cellsOf(r).length > 1).length > 1
}

function readTable(table: Markup, page: Page): void {
  endLine(page)
  const rows = descendants(table, 'tr').filter((row) => !isHidden(row))
  for (const caption of descendants(table, 'caption')) page.out.line(words(caption).trim())
  const grid = squared(rows.map((row) => cellsOf(row).map((cell) => spread(cell, page))))
  const first = grid.findIndex((row) => ownWords(row).length > 1)
  for (const row of grid.slice(0, Math.max(first, 0))) for (const text of ownWords(row)) page.out.line(text)
  page.out.table(squaredFrom(grid, first))
}

/** Rows before the first with two cells are titles; references into the rest move up with it. */
function squaredFrom(grid: ReturnType<typeof squared>, first: number): ReturnType<typeof squared> {
  if (first <= 0) return grid
  return grid.slice(first).map((row) =>
    row.map((c) => ({
      ...c,
      origin: c.origin && c.origin[0] >= first ? ([c.origin[0] - first, c.origin[1]] as const) : null,
    })),
  )
}

const cellsOf = (row: Markup): Markup[] =>
  elements(row).filter((e) => (e.tag === 'td' || e.tag === 'th') && !isHidden(e))

function spread(cell: Markup, page: Page): Spread {
  const inside: Page = { out: textBuilder(), hidden: page.hidden, inline: '' }
  walk(cell, inside)
  endLine(inside)
  return {
    text: inside.out.finish('', 'html').text,
    columns: Math.max(1, Number(cell.attributes.colspan ?? 1) || 1),
    rows: Math.max(1, Number(cell.attributes.rowspan ?? 1) || 1),
  }
}
