import type { Block, Light, Row, Source } from '../domain/message.ts'
import type { Element } from './card.ts'
import * as e from './elements.ts'
import { clip, escapeMarkdown, grey, link, markdownOf, plainOf, strong } from './markup.ts'
import { chunksOf, cutLong } from './split.ts'

/** The least that stays together on one page of a card. */
export interface Piece {
  readonly elements: readonly Element[]
  /** Set for an entry of a list: how many such a page takes. */
  readonly pageSize: number | null
  /** The words of a heading: never the last of a page, repeated where its list goes on overleaf. */
  readonly heading: string | null
  /** Indexes of the sources it rests on. */
  readonly sources: readonly number[]
}

export interface Printing {
  readonly sources: readonly Source[]
  readonly links: (source: Source) => string
}

export const LIGHTS: Readonly<Record<Light, string>> = { green: '🟢', amber: '🟡', red: '🔴', none: '⚪' }

/** Longest text of one element; a page takes several. */
const TEXT_MAX = 1500
const ROWS_OF_TABLE = 40

/** A block as pieces, in reading order. Pure; none of the pieces is over the limits of a card. */
export function piecesOf(block: Block, p: Printing): readonly Piece[] {
  switch (block.kind) {
    case 'text':
      return cutLong(block.text, TEXT_MAX).map((t) => piece([e.markdown(markdownOf(t))]))
    case 'heading':
      return [headingPiece(block.text)]
    case 'note':
      return cutLong(block.text, TEXT_MAX).map((t) => piece([small(t)]))
    case 'rows':
      return block.rows.map((r, i) => rowPiece(r, { ...p, ...entryOf(block, i) }))
    case 'quote':
      return quotePieces(block, p)
    case 'table':
      return tablePieces(block.columns, block.rows)
    case 'figures':
      return chunksOf(block.figures, figuresPerLine(block.figures.length)).map((f) => piece([figureLine(f)]))
    case 'chart':
      return [chartPiece(block)]
    case 'form':
      return [piece([e.form(block.name, [...block.fields.flatMap(e.field), e.submit(block.submit)])])]
    case 'buttons':
      return chunksOf(block.buttons, 12).map((b) => piece([e.buttonRow(b.map((x) => e.button(x)))]))
    case 'fold':
      return foldPieces(block, p)
  }
}

const piece = (elements: readonly Element[], sources: readonly number[] = []): Piece => ({
  elements,
  pageSize: null,
  heading: null,
  sources,
})

export function headingPiece(text: string): Piece {
  return { ...piece([e.markdown(strong(clip(plainOf(text), 200)), { text_size: 'heading' })]), heading: text }
}

const small = (text: string) => e.markdown(greyLines(text), { text_size: 'notation' })
const greyLines = (text: string) => markdownOf(text).split('\n').map(grey).join('\n')

/** An entry's place in its list: numbered, so that one can ask for 第3项; a list of one is not. */
interface Entry {
  readonly pageSize: number
  readonly number: string
}

const entryOf = (block: Extract<Block, { kind: 'rows' }>, i: number): Entry => ({
  pageSize: Math.max(1, block.pageSize),
  number: block.rows.length > 1 ? `${i + 1}. ` : '',
})

function rowPiece(row: Row, p: Printing & Entry): Piece {
  const sources = row.source === undefined ? [] : [row.source]
  return { ...piece([e.markdown(rowMarkdown(row, p))], sources), pageSize: p.pageSize }
}

/** Longest lead and words that share a line of a phone. */
const ONE_LINE = 24

function rowMarkdown(row: Row, p: Printing & Entry): string {
  const [text = '', ...more] = cutLong(row.text, TEXT_MAX)
  const light = row.light === undefined ? '' : `${LIGHTS[row.light]} `
  const lead = strong(p.number + clip(plainOf(row.lead), 200))
  const body = inline(more.length > 0 ? `${text}…` : text)
  const gap = row.lead.length + text.length > ONE_LINE ? '\n' : '　'
  const head = `${light}${lead}${lead !== '' && body !== '' ? gap : ''}${body}`
  const tail = [row.small ? greyLines(clip(row.small, 500)) : '', sourceLink(row.source, p)].filter(
    (t) => t !== '',
  )
  return [head, tail.join(' ')].filter((t) => t !== '').join('\n')
}

/** Blanks before the words would make them code. */
const inline = (text: string) => markdownOf(text.replace(/^\s+/, ''))

function sourceLink(at: number | undefined, p: Printing): string {
  const source = at === undefined ? undefined : p.sources[at]
  const url = source ? p.links(source) : ''
  return url === '' ? '' : link('原文', url)
}

function quotePieces(block: Extract<Block, { kind: 'quote' }>, p: Printing): readonly Piece[] {
  const parts = cutLong(block.text, TEXT_MAX)
  return parts.map((text, i) => {
    const cite = i === parts.length - 1 ? sourceLink(block.source, p) : ''
    const body = [e.markdown(markedQuote(text, block.marked))]
    const foot = cite === '' ? [] : [e.markdown(cite, { text_size: 'notation' })]
    const box = e.column([...body, ...foot], { padding: '8px 12px 8px 12px' })
    return piece([e.columnSet([box], { background_style: 'grey' })], [block.source])
  })
}

/** Words of a document: no mark in them is ours, save the emphasis on what was asked for. */
function markedQuote(text: string, marked: string | null): string {
  const at = marked === null || marked === '' ? -1 : text.indexOf(marked)
  if (marked === null || at < 0) return escapeMarkdown(text)
  const after = escapeMarkdown(`x${text.slice(at + marked.length)}`).slice(1)
  return `${escapeMarkdown(text.slice(0, at))}${strong(marked)}${after}`
}

function tablePieces(columns: readonly string[], rows: readonly (readonly string[])[]): readonly Piece[] {
  if (columns.length === 0) return []
  if (rows.length === 0) return [piece([small('（没有数据）')])]
  return chunksOf(rows, ROWS_OF_TABLE, 6000).map((r) => piece([e.table(columns, r)]))
}

const figuresPerLine = (count: number) => (count % 3 === 0 || count === 5 ? 3 : Math.min(count, 4))

function figureLine(figures: Extract<Block, { kind: 'figures' }>['figures']): Element {
  const columns = figures.map((f) =>
    e.column(
      [
        e.markdown(strong(clip(plainOf(f.value) || '—', 40)), {
          text_size: 'heading-2',
          text_align: 'center',
        }),
        e.markdown(grey(escapeMarkdown(clip(plainOf(f.label), 60))), {
          text_size: 'notation',
          text_align: 'center',
        }),
      ],
      { background_style: 'grey', padding: '8px', vertical_align: 'center' },
    ),
  )
  return e.columnSet(columns, { flex_mode: figures.length === 3 ? 'trisect' : 'bisect' })
}

/** A chart too big for a card is named, not sent: the card would be lost whole. */
function chartPiece(block: Extract<Block, { kind: 'chart' }>): Piece {
  const caption = small(block.caption)
  if (Buffer.byteLength(JSON.stringify(block.spec)) > 12_000)
    return piece([small(`${block.caption}（图表数据较多，请在网页端或导出的文件里查看）`)])
  return piece([e.chart(block.spec), ...(block.caption === '' ? [] : [caption])])
}

/** Folds hold neither tables nor forms: tables become lines, forms follow the fold. */
function foldPieces(block: Extract<Block, { kind: 'fold' }>, p: Printing): readonly Piece[] {
  const inner = flat(block.blocks).filter((b) => b.kind !== 'form')
  const pieces = inner.flatMap((b) => piecesOf(b.kind === 'table' ? tableAsText(b) : b, p))
  const folds = chunksOf(pieces, 24, 6000).map((part, i) => ({
    ...piece([
      e.panel(
        i === 0 ? block.title : `${block.title}（续）`,
        part.flatMap((x) => x.elements),
      ),
    ]),
    sources: part.flatMap((x) => x.sources),
  }))
  return [
    ...folds,
    ...flat(block.blocks)
      .filter((b) => b.kind === 'form')
      .flatMap((b) => piecesOf(b, p)),
  ]
}

const flat = (blocks: readonly Block[]): readonly Block[] =>
  blocks.flatMap((b) => (b.kind === 'fold' ? [{ kind: 'heading', text: b.title }, ...flat(b.blocks)] : [b]))

function tableAsText(block: Extract<Block, { kind: 'table' }>): Block {
  const lines = block.rows.map((r) =>
    r.map((cell, i) => `${block.columns[i] ?? ''} ${cell}`.trim()).join(' · '),
  )
  return { kind: 'text', text: lines.join('\n') }
}
