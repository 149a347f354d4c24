import type { Block } from '../../domain/message.ts'

/** Entries of a list a phone screen shows before the rest is folded away. */
const SHOWN = 5
/** Fewer than these are not worth a fold. */
const SPARED = 3

/** A long list shows its first entries; the rest goes under a fold, counted, numbered on. */
export function firstEntries(block: Block): readonly Block[] {
  if (block.kind !== 'rows' || block.rows.length < SHOWN + SPARED) return [block]
  const [shown, rest] = [block.rows.slice(0, SHOWN), block.rows.slice(SHOWN)]
  return [
    { ...block, rows: shown },
    { kind: 'fold', title: `其余${rest.length}项`, blocks: [{ ...block, rows: rest, first: SHOWN + 1 }] },
  ]
}

/** So do paragraphs that come one after another. */
export function cutTexts(blocks: readonly Block[]): readonly Block[] {
  const isText = (block: Block | undefined) => block?.kind === 'text'
  const from = blocks.findIndex(
    (b, i) => isText(b) && !isText(blocks[i - 1]) && textsFrom(blocks, i) >= SHOWN + SPARED,
  )
  if (from < 0) return blocks
  const to = from + textsFrom(blocks, from)
  const rest = blocks.slice(from + SHOWN, to)
  return [
    ...blocks.slice(0, from + SHOWN),
    { kind: 'fold', title: `其余${rest.length}条`, blocks: rest },
    ...cutTexts(blocks.slice(to)),
  ]
}

function textsFrom(blocks: readonly Block[], from: number): number {
  const length = blocks.slice(from).findIndex((b) => b.kind !== 'text')
  return length < 0 ? blocks.length - from : length
}
