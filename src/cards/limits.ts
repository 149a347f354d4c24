import type { Element } from './card.ts'

/**
 * What the platform refuses (a card over one of these is lost whole), with some room left: the size is counted by
 * the platform after its own wrapping, and clients were seen to fail from the fourth table on.
 */
export const PLATFORM = { bytes: 30 * 1024, elements: 200, tables: 5, depth: 5 } as const
export const ROOM = { bytes: 24 * 1024, elements: 160, tables: 3 } as const

export interface Size {
  /** UTF-8 bytes of the JSON. */
  readonly bytes: number
  readonly elements: number
  readonly tables: number
  /** Elements inside elements; a card's own elements stand at 1. */
  readonly depth: number
}

export const NOTHING: Size = { bytes: 0, elements: 0, tables: 0, depth: 0 }

export function sizeOf(elements: readonly Element[]): Size {
  const bytes = Buffer.byteLength(JSON.stringify(elements))
  return { bytes, ...elements.map(countOf).reduce(sum, { elements: 0, tables: 0, depth: 0 }) }
}

type Count = Omit<Size, 'bytes'>

/** Columns are counted too: whether the platform does is not written down. */
function countOf(element: Element): Count {
  const inner = childrenOf(element).map(countOf).reduce(sum, { elements: 0, tables: 0, depth: 0 })
  const columns = element.tag === 'column_set' ? element.columns.length : 0
  const tables = element.tag === 'table' || isTableMarkdown(element) ? 1 : 0
  return { elements: 1 + columns + inner.elements, tables: tables + inner.tables, depth: 1 + inner.depth }
}

function sum(a: Count, b: Count): Count {
  return {
    elements: a.elements + b.elements,
    tables: a.tables + b.tables,
    depth: Math.max(a.depth, b.depth),
  }
}

/** A markdown table counts as a table. */
function isTableMarkdown(element: Element): boolean {
  return element.tag === 'markdown' && /^\s*\|?\s*:?-{3,}:?\s*\|/m.test(element.content)
}

export function childrenOf(element: Element): readonly Element[] {
  if (element.tag === 'column_set') return element.columns.flatMap((c) => c.elements)
  return element.tag === 'form' || element.tag === 'collapsible_panel' ? element.elements : []
}

export function add(a: Size, b: Size): Size {
  return { bytes: a.bytes + b.bytes, ...sum(a, b) }
}

export function fits(size: Size, reserved: Size = NOTHING): boolean {
  const all = add(size, reserved)
  return all.bytes <= ROOM.bytes && all.elements <= ROOM.elements && all.tables <= ROOM.tables
}
