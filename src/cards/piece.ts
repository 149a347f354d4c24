import type { Source } from '../domain/message.ts'
import type { Element } from './card.ts'
import * as e from './elements.ts'
import { clip, grey, link, markdownOf, plainOf, strong } from './markup.ts'

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

/** Longest text of one element; a page takes several. */
export const TEXT_MAX = 1500
export const piece = (elements: readonly Element[], sources: readonly number[] = []): Piece => ({
  elements,
  pageSize: null,
  heading: null,
  sources,
})

export function headingPiece(text: string): Piece {
  return { ...piece([e.markdown(strong(clip(plainOf(text), 200)), { text_size: 'heading' })]), heading: text }
}

export const small = (text: string) => e.markdown(greyLines(text), { text_size: 'notation' })
export const greyLines = (text: string) => markdownOf(text).split('\n').map(grey).join('\n')

/** 原文, linked to the page that shows the clause; '' where there is no source or no address. */
export function sourceLink(at: number | undefined, p: Printing): string {
  const source = at === undefined ? undefined : p.sources[at]
  const url = source ? p.links(source) : ''
  return url === '' ? '' : link('原文', url)
}
