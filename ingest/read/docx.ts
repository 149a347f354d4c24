import type { RawFile, ReadFile } from '../types.ts'
import { ownWords, type Spread, squared, type TextBuilder, textBuilder } from './build.ts'
import { type Numberer, numberer } from './docx-number.ts'
import { readRuns } from './docx-run.ts'
import { type DocxStyle, numberingOf, readStyles } from './docx-style.ts'
import type { ReadLimits } from './limits.ts'
import { child, childrenOf, descendants, elements, type Markup, parseXml, words } from './markup.ts'
import { broken, type Parts, partText, unpack } from './zip.ts'

const PARTS = /^word[\\/](document\d*|numbering|styles|footnotes|endnotes|header\d*)\.xml$/i
/** Tables of contents repeat every heading with a page number. */
const CONTENTS_STYLE = /^(toc|目录)\s*\d|^TOC/i

interface Docx {
  readonly raw: RawFile
  readonly styles: ReadonlyMap<string, DocxStyle>
  readonly number: Numberer
  readonly out: TextBuilder
  readonly hidden: string[]
}

/** A Word file: one line a paragraph with its automatic number, tables squared, page heads returned apart. */
export function readDocx(
  raw: RawFile,
  limits: ReadLimits,
): { readonly file: ReadFile; readonly header: string } {
  const parts = unpack(raw, PARTS, limits)
  const xml = (name: RegExp) => partNamed(raw, parts, name, limits)
  const body = descendantBody(xml(/document\d*\.xml$/i))
  if (!body) throw broken(raw)
  const styles = readStyles(xml(/styles\.xml$/i))
  const docx: Docx = {
    raw,
    styles,
    number: numberer(xml(/numbering\.xml$/i)),
    out: textBuilder(),
    hidden: [],
  }
  readBlocks(body, docx)
  readNotes(xml(/footnotes\.xml$/i), docx)
  if (docx.hidden.length > 0) {
    docx.out.warn(
      `已去掉${docx.hidden.length}处隐藏文字（首处：${docx.hidden[0]!.slice(0, 20)}），请核对原文`,
    )
  }
  const header = [...parts.keys()]
    .filter((n) => /header\d*\.xml$/i.test(n))
    .map((n) => words(parseXml(raw, partText(parts, n) ?? '', limits)))
  return { file: docx.out.finish(raw.name, 'docx'), header: header.join('\n') }
}

function partNamed(raw: RawFile, parts: Parts, name: RegExp, limits: ReadLimits): Markup | null {
  const found = [...parts.keys()].find((n) => name.test(n))
  return found ? parseXml(raw, partText(parts, found) ?? '', limits) : null
}

const descendantBody = (root: Markup | null) => child(child(root ?? undefined, 'document'), 'body')

function readBlocks(parent: Markup, docx: Docx): void {
  for (const block of elements(parent)) {
    if (block.tag === 'p') readParagraph(block, docx)
    else if (block.tag === 'tbl') readTable(block, docx)
    else if (block.tag === 'sdt') {
      if (!isContents(block)) readBlocks(child(block, 'sdtContent') ?? block, docx)
    } else if (['ins', 'moveTo', 'customXml', 'smartTag'].includes(block.tag)) readBlocks(block, docx)
  }
}

function isContents(block: Markup): boolean {
  return descendants(child(block, 'sdtPr') ?? block, 'docPartGallery').some((g) =>
    /contents/i.test(g.attributes.val ?? ''),
  )
}

function readParagraph(paragraph: Markup, docx: Docx): void {
  const style = docx.styles.get(child(child(paragraph, 'pPr'), 'pStyle')?.attributes.val ?? '')
  if (style && CONTENTS_STYLE.test(style.name)) return
  const text = paragraphText(paragraph, docx)
  for (const line of text.split('\n')) docx.out.line(line)
}

/** A paragraph with its number; text boxes anchored in it follow on lines of their own. */
function paragraphText(paragraph: Markup, docx: Docx, inCell = false): string {
  const properties = child(paragraph, 'pPr')
  const style = docx.styles.get(child(properties, 'pStyle')?.attributes.val ?? '')
  const number = docx.number(numberingOf(properties) ?? style?.numbering ?? null)
  const runs = readRuns(paragraph, { styles: docx.styles, mayBeShaded: inCell })
  if (runs.hidden.trim() !== '') docx.hidden.push(runs.hidden.trim())
  const boxes = runs.boxes.flatMap((box) =>
    descendantParagraphs(box).map((p) => paragraphText(p, docx, true)),
  )
  const text = runs.shown.trim() === '' ? '' : numbered(number, runs.shown)
  return [text, ...boxes.filter((b) => b.trim() !== '')].join('\n')
}

/** 1. before 5G基站 would read 1.5G: there the number ends as 1、 does. */
export function numbered(number: string, text: string): string {
  if (number === '') return text
  const isGlued = /[\d０-９]$/.test(number) || (/[.．]$/.test(number) && /^\s*[\d０-９]/.test(text))
  return isGlued ? `${number.replace(/[.．]$/, '')}、${text.trimStart()}` : number + text
}

function descendantParagraphs(box: Markup): Markup[] {
  return elements(box).flatMap((e) => (e.tag === 'p' ? [e] : descendantParagraphs(e)))
}

function readTable(table: Markup, docx: Docx): void {
  const rows = rowsOf(table).filter((row) => child(child(row, 'trPr'), 'del') === undefined)
  const spreads = mergedDown(rows.map((row) => cellsOf(row).map((cell) => readCell(cell, docx))))
  const grid = squared(spreads)
  if ((grid[0]?.length ?? 0) > 1) docx.out.table(grid)
  else
    for (const row of grid)
      for (const text of ownWords(row)) for (const line of text.split('\n')) docx.out.line(line)
}

interface DocxCell extends Spread {
  readonly merge: 'restart' | 'continue' | null
}

function readCell(cell: Markup, docx: Docx): DocxCell {
  const properties = child(cell, 'tcPr')
  const merge = child(properties, 'vMerge')
  const text = descendantParagraphs(cell).map((p) => paragraphText(p, docx, true))
  return {
    text: text.filter((t) => t.trim() !== '').join('\n'),
    columns: Math.max(1, Number(child(properties, 'gridSpan')?.attributes.val ?? 1) || 1),
    rows: 1,
    merge: merge ? (merge.attributes.val === 'restart' ? 'restart' : 'continue') : null,
  }
}

const rowsOf = (table: Markup): Markup[] =>
  elements(table).flatMap((e) =>
    e.tag === 'tr' ? [e] : ['sdt', 'sdtContent', 'ins', 'customXml'].includes(e.tag) ? rowsOf(e) : [],
  )
const cellsOf = (row: Markup): Markup[] =>
  elements(row).flatMap((e) =>
    e.tag === 'tc' ? [e] : ['sdt', 'sdtContent', 'customXml'].includes(e.tag) ? cellsOf(e) : [],
  )

/** vMerge marks each continued cell; the grid wants one cell with its height. */
function mergedDown(rows: readonly (readonly DocxCell[])[]): Spread[][] {
  const placed = rows.map((cells) => {
    let column = 0
    return cells.map((cell) => {
      const at = column
      column += cell.columns
      return { ...cell, column: at }
    })
  })
  const heightOf = (r: number, column: number): number => {
    let bottom = r + 1
    while (placed[bottom]?.some((c) => c.column === column && c.merge === 'continue')) bottom++
    return bottom - r
  }
  return placed.map((cells, r) =>
    cells
      .filter((cell) => cell.merge !== 'continue' || r === 0)
      .map((cell) => ({ ...cell, rows: cell.merge === null ? 1 : heightOf(r, cell.column) })),
  )
}

/** Footnotes stand after the text and are dropped from it by cleaning: a clause must not end in its footnote. */
function readNotes(root: Markup | null, docx: Docx): void {
  for (const note of childrenOf(child(root ?? undefined, 'footnotes'), 'footnote')) {
    if (note.attributes.type !== undefined) continue
    const text = descendantParagraphs(note).map((p) => paragraphText(p, docx).trim())
    docx.out.droppedLine(`脚注${note.attributes.id ?? ''}：${text.join('')}`)
  }
}
