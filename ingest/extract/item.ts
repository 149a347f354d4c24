import { concat, type Mapped } from '../../src/text/mapped.ts'
import { TITLE_END } from '../structure/parts.ts'
import type { TreeNode } from '../types.ts'
import { asInherited } from './inherited.ts'
import { type Statement, statementsOf } from './statements.ts'

/** A node as the search for tasks sees it. */
export interface Item {
  readonly node: TreeNode
  readonly above: readonly TreeNode[]
  readonly statements: readonly Statement[]
}

/** Every node of a tree with what it says and who is named for it. */
export function flatten(node: TreeNode, above: readonly TreeNode[]): Item[] {
  const merged = lastChildSpeaks(node)
  const statements =
    node.label === null && above.length === 0 ? rootStatements(node) : statementsOf(merged ?? node.paragraphs)
  const below = merged ? [] : node.children.flatMap((child) => flatten(child, [...above, node]))
  const children = sharedBelow(node, below)
  return [
    { node: merged ? { ...node, paragraphs: merged, children: [] } : node, above, statements },
    ...children,
  ]
}

/** Words above the first heading are an introduction; only those with units of their own count. */
function rootStatements(node: TreeNode): Statement[] {
  return statementsOf(node.paragraphs).filter(
    (s) => s.assigned && s.text.text.length > 8 && !isTitle(s.text.text),
  )
}

/** The title of a table, over 牵头单位：…　填报日期：…. */
const isTitle = (text: string): boolean => TITLE_END.test(text) && !/[。；，]/.test(text)

/**
 * 1.… （1）…；（2）…。（责任单位：X）: units behind the last sub-item speak for the item. Read so when no other
 * sub-item has any and there are at least two.
 */
function lastChildSpeaks(node: TreeNode): Mapped[] | null {
  const leaves = node.children
  if (
    leaves.length < 2 ||
    leaves.some((c) => c.children.length > 0 || !/^(?:（\d+）|\d+）|[①-⑳])/.test(c.label ?? ''))
  )
    return null
  const speaking = leaves.map((c) => statementsOf(c.paragraphs).some((s) => s.assigned))
  if (!speaking.at(-1) || speaking.slice(0, -1).some((s) => s)) return null
  const lead = node.heading && !node.runIn ? [node.heading] : []
  return [concat([...lead, ...node.paragraphs, ...leaves.flatMap((c) => c.paragraphs)])]
}

/**
 * 1.… 2.… and then 牵头单位：X on a line of its own: units below the last item, where no other item has any, speak
 * for all of them.
 */
function sharedBelow(node: TreeNode, items: readonly Item[]): readonly Item[] {
  const last = items.at(-1)
  const spoken = last?.statements.find((s) => s.assigned)
  const areLeaves = items.length > 1 && items.length === node.children.length
  if (!areLeaves || !last || !spoken || last.statements.length > 1) return items
  const stands = !statementsOf(last.node.paragraphs.slice(0, 1)).some((s) => s.assigned)
  if (!stands || items.slice(0, -1).some((i) => i.statements.some((s) => s.assigned))) return items
  const units = spoken.units.map(asInherited)
  return items.map((item) =>
    item === last
      ? item
      : {
          ...item,
          statements: item.statements.map((s) => ({ ...s, units, time: spoken.time, assigned: true })),
        },
  )
}
