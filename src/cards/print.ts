import type { Reply } from '../domain/chat.ts'
import type { Message, Source, Tone } from '../domain/message.ts'
import { askedElements } from './asked.ts'
import { piecesOf } from './blocks.ts'
import type { Card, HeaderColour } from './card.ts'
import { words } from './elements.ts'
import { foot, type PageOf } from './foot.ts'
import { sizeOf } from './limits.ts'
import { paginate } from './page.ts'
import type { Piece } from './piece.ts'

/** Where a clause can be seen; '' where the channel has no address to link to. */
export type Links = (source: Source) => string

const COLOURS: Readonly<Record<Tone, HeaderColour>> = {
  plain: 'blue',
  good: 'green',
  warn: 'orange',
  bad: 'red',
}

/**
 * The card of one page of a reply (`reply.page`, from 0, brought into range). Every page is within the platform's
 * limits; what does not fit stands on further pages, reached by buttons when the turn is known.
 */
export function cardOf(reply: Reply, links: Links): Card {
  const pages = pagesOf(reply, links)
  const page = Math.min(Math.max(0, Math.trunc(reply.page) || 0), pages.length - 1)
  const at: PageOf = { page, pages: pages.length, entries: entriesOf(reply.message, pages.flat()) }
  const elements = (pages[page] ?? []).flatMap((p) => p.elements)
  return {
    ...frame(reply.message),
    body: {
      direction: 'vertical',
      vertical_spacing: '8px',
      elements: [
        ...askedElements(reply.asked),
        ...elements,
        ...foot(reply, sourcesOf(reply.message, pages, page), at, links),
      ],
    },
  }
}

/** Into how many cards a reply falls; at least 1. */
export function pageCount(reply: Reply, links: Links): number {
  return pagesOf(reply, links).length
}

function pagesOf(reply: Reply, links: Links): readonly (readonly Piece[])[] {
  const { message } = reply
  const pieces = message.blocks.flatMap((b) => piecesOf(b, { sources: message.sources, links }))
  const longest = foot(
    reply,
    message.sources,
    { page: 1, pages: 99, entries: entriesOf(message, pieces) },
    links,
  )
  return paginate(pieces, sizeOf([...askedElements(reply.asked), ...longest]))
}

/** How many entries there are on all pages; 0, and not told, where some are folded away: what is left would be no sum. */
const entriesOf = ({ blocks }: Message, pieces: readonly Piece[]): number =>
  blocks.some((b) => b.kind === 'fold' && b.blocks.some((inner) => inner.kind === 'rows'))
    ? 0
    : pieces.filter((p) => p.pageSize !== null).length

/** The sources this page speaks of; those nothing points at belong to the first page. */
function sourcesOf(message: Message, pages: readonly (readonly Piece[])[], page: number): readonly Source[] {
  const here = new Set((pages[page] ?? []).flatMap((p) => p.sources))
  const pointed = new Set(pages.flat().flatMap((p) => p.sources))
  return message.sources.filter((_, i) => here.has(i) || (page === 0 && !pointed.has(i)))
}

function frame(message: Message): Omit<Card, 'body'> {
  const title = message.title.trim() === '' ? '督办助手' : message.title
  return {
    schema: '2.0',
    config: {
      update_multi: true,
      enable_forward: true,
      width_mode: 'default',
      summary: { content: words(title, 100).content },
    },
    header: {
      title: words(title, 100),
      ...(message.subtitle ? { subtitle: words(message.subtitle, 120) } : {}),
      template: COLOURS[message.tone],
    },
  }
}
