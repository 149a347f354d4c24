import type { Chunk } from '../src/domain/document.ts'
import { type Mapped, slice, sourceOf } from '../src/text/mapped.ts'
import type { TreeNode } from './types.ts'

/** A clause longer than this is cut at sentence ends, so that a passage fits a card and an embedding. */
const LONGEST = 600

/** Stage 6 of reading: one retrieval unit per clause, with the title and headings above it. */
export function chunkTree(title: string, nodes: readonly TreeNode[]): Chunk[] {
  return nodes.flatMap((node) => chunksOf(node, title === '' ? [] : [`《${title}》`]))
}

function chunksOf(node: TreeNode, above: readonly string[]): Chunk[] {
  const heading = node.heading === null ? null : numbered(node)
  const trail = heading === null ? above : [...above, heading]
  const own = node.paragraphs.flatMap(pieces).map((text) => ({
    path: node.path,
    heading: (node.runIn ? above : trail).join(' > '),
    text: text.text,
    source: sourceOf(text),
  }))
  return [...own, ...node.children.flatMap((child) => chunksOf(child, trail))]
}

/** 二、工作任务; （一）夯实数字新基建; 1.强化统筹 */
export function numbered(node: TreeNode): string {
  const words = node.heading?.text ?? ''
  if (node.label === null) return words
  if (/）$|^第/.test(node.label)) return `${node.label}${words}`
  return /^\d/.test(node.label) ? `${node.label}.${words}` : `${node.label}、${words}`
}

function pieces(m: Mapped): Mapped[] {
  if (m.text.length <= LONGEST) return m.text.trim() === '' ? [] : [m]
  const out: Mapped[] = []
  let from = 0
  for (const stop of m.text.matchAll(/[。；]|$/g)) {
    const end = stop.index + stop[0].length
    const last = end >= m.text.length
    if (end - from < LONGEST / 2 && !last) continue
    if (end > from) out.push(slice(m, from, end))
    from = end
  }
  return out
}
