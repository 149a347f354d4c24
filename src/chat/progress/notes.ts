import type { ItemView } from '../../domain/draft-view.ts'
import type { Heard } from '../../domain/heard.ts'

/** A doubt in words: the card asks about these figures itself, with buttons. */
const OF_FIGURE = /^“(?<metric>[^”]+)”报的是/

/** What the reader asked or took for granted, without what the figures of the card say better. */
export function openNotes(
  heard: Pick<Heard, 'unread' | 'assumptions'>,
  items: readonly ItemView[],
): { readonly unread: readonly string[]; readonly notes: readonly string[] } {
  const shown = new Set(items.flatMap((i) => i.figures.map((f) => f.target.name)))
  const metricOf = (note: string): string => OF_FIGURE.exec(note)?.groups?.metric ?? ''
  return {
    unread: [...new Set(heard.unread)],
    notes: [...new Set(heard.assumptions)].filter((note) => !shown.has(metricOf(note))),
  }
}
