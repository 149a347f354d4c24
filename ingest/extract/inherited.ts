import type { TreeNode } from '../types.ts'
import { statementsOf } from './statements.ts'
import { isUnitRun } from './unit-like.ts'
import { type RoledMention, readUnitList } from './unit-list.ts'

/** Units a heading names for all that stands under it: in a clause, or by being nothing but their name. */
export function inheritedUnits(above: readonly TreeNode[]): readonly RoledMention[] {
  for (let i = above.length - 1; i >= 0; i--) {
    const node = above[i]
    const units = node === undefined || node.label === null ? [] : unitsForChildren(node)
    if (units.length > 0) return units
  }
  return []
}

/** Asked once per child, so remembered per node. */
const forChildren = new WeakMap<TreeNode, readonly RoledMention[]>()

function unitsForChildren(node: TreeNode): readonly RoledMention[] {
  const known = forChildren.get(node)
  if (known) return known
  const heading = node.heading && !node.runIn ? [node.heading] : []
  const spoken = statementsOf([...heading, ...node.paragraphs]).find((s) => s.assigned)
  const isName = !spoken && node.heading !== null && isUnitRun(node.heading.text)
  const named = isName && node.heading ? readUnitList(node.heading, { role: 'responsible' }).units : []
  const units = (spoken?.units ?? named).map(asInherited)
  forChildren.set(node, units)
  return units
}

/** Said elsewhere for this item too. */
export const asInherited = (said: RoledMention): RoledMention => ({
  ...said,
  unit: { ...said.unit, certainty: 'inherited' },
})
