import { type Mapped, slice } from '../../src/text/mapped.ts'
import type { TreeNode } from '../types.ts'

/** Sentences of a paragraph with their full stop; marks within quotes and brackets do not end one. */
export function sentencesOf(paragraph: Mapped): Mapped[] {
  return cut(paragraph, '。；！？')
}

/** Clauses of a sentence, the comma left to the one before it. */
export function clausesOf(sentence: Mapped): Mapped[] {
  return cut(sentence, '，。；！？')
}

function cut(m: Mapped, stops: string): Mapped[] {
  const parts: Mapped[] = []
  let from = 0
  let depth = 0
  for (let i = 0; i < m.text.length; i++) {
    const c = m.text[i] ?? ''
    if ('“《（〈'.includes(c)) depth++
    if ('”》）〉'.includes(c)) depth = Math.max(0, depth - 1)
    if (depth > 0 && i - from < 400) continue
    if (stops.includes(c)) {
      parts.push(slice(m, from, i + 1))
      from = i + 1
    }
  }
  return from < m.text.length ? [...parts, slice(m, from)] : parts
}

/** A node and all below it, in reading order. */
export function* walk(node: TreeNode): Generator<TreeNode> {
  yield node
  for (const child of node.children) yield* walk(child)
}

/** Nodes with the headings above them, outermost first, their own included. */
export function* walkWithHeadings(
  node: TreeNode,
  above: readonly string[] = [],
): Generator<{ readonly node: TreeNode; readonly headings: readonly string[] }> {
  const headings = node.heading ? [...above, node.heading.text] : above
  yield { node, headings }
  for (const child of node.children) yield* walkWithHeadings(child, headings)
}
