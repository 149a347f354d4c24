import type { Block } from '../domain/message.ts'
import * as e from './elements.ts'
import { escapeMarkdown, strong } from './markup.ts'
import { type Piece, type Printing, piece, sourceLink, TEXT_MAX } from './piece.ts'
import { cutLong } from './split.ts'

/** A clause in a grey box, its source under it; a long one in several boxes. */
export function quotePieces(block: Extract<Block, { kind: 'quote' }>, p: Printing): readonly Piece[] {
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
