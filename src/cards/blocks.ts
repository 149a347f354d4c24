import type { Block } from '../domain/message.ts'
import type { Element } from './card.ts'
import * as e from './elements.ts'
import { fits, sizeOf } from './limits.ts'
import { clip, escapeMarkdown, grey, markdownOf, plainOf, strong } from './markup.ts'
import { headingPiece, type Piece, type Printing, piece, small, TEXT_MAX } from './piece.ts'
import { quotePieces } from './quote-piece.ts'
import { rowPieces } from './row-piece.ts'
import { chunksOf, cutLong } from './split.ts'

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
      return rowPieces(block, p)
    case 'quote':
      return quotePieces(block, p)
    case 'table':
      return tablePieces(block.columns, block.rows)
    case 'figures':
      return chunksOf(block.figures, figuresPerLine(block.figures.length)).map((f) => piece([figureLine(f)]))
    case 'chart':
      return [chartPiece(block)]
    case 'form':
      return [formPiece(block)]
    case 'buttons':
      return chunksOf(block.buttons, 12).map((b) => piece([e.buttonRow(b.map((x) => e.button(x)))]))
    case 'fold':
      return foldPieces(block, p)
  }
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

/** A form goes out whole or not at all: half a form would lose what was filled in. */
function formPiece(block: Extract<Block, { kind: 'form' }>): Piece {
  const form = e.form(block.name, [...block.fields.flatMap(e.field), e.submit(block.submit)])
  return fits(sizeOf([form]))
    ? piece([form])
    : piece([small('这张表太长，一张卡片放不下，请直接回复文字，或分几次填写。')])
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
