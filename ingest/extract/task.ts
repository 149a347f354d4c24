import type { Span } from '../../src/domain/span.ts'
import { concat, type Mapped, sourceOf } from '../../src/text/mapped.ts'
import { numbered } from '../chunk.ts'
import { TITLE_END } from '../structure/parts.ts'
import type { TreeNode } from '../types.ts'
import { isIncentive } from './incentive.ts'
import { asInherited, inheritedUnits } from './inherited.ts'
import { type Statement, statementsOf } from './statements.ts'
import type { RoledMention } from './unit-list.ts'

/** A task as the tree gives it, before metrics, deadlines and rules about leads are added. */
export interface Draft {
  readonly path: readonly string[]
  readonly no: number | null
  readonly part: number | null
  readonly section: string
  readonly title: string | null
  readonly text: Mapped
  readonly units: readonly RoledMention[]
  readonly time: Mapped | null
  /** Headings above it, outermost first: a year or a stage may stand there. */
  readonly headings: readonly string[]
  readonly source: Span
}

/** A node as the search for tasks sees it. */
interface Item {
  readonly node: TreeNode
  readonly above: readonly TreeNode[]
  readonly statements: readonly Statement[]
}

/** Chapters whose items are tasks where the document names no units. */
const TASK_CHAPTER = /(?:任务|举措|措施|工程|行动|内容|重点|项目|事项)/
const OTHER_CHAPTER =
  /目标|要求|保障(?:措施|机制)?$|安排|步骤|原则|思想|总体|(?:发展|工作|现实)基础|形势|背景|意义|附则|组织(?:领导|保障|实施|机构)|范围|定义|说明|总则|进度|奖惩|考核|督查|罚则|名单|(?:工作|完成|进展|开展|基本)情况|回顾|成效|存在.{0,4}(?:问题|不足)/
const PLAN_TITLE = /方案|计划|要点|措施|分工|分解|清单|规划|行动|意见|任务|举措|安排|工作/

/** Stage 5: every clause of the plan that somebody can be held to. */
export function findTasks(body: TreeNode, title: string): Draft[] {
  const items = flatten(body, [])
  const assigned = items.filter((i) => i.statements.some((s) => s.assigned))
  if (isIncentive(assigned.map((i) => i.node))) return []
  const chosen = assigned.length > 0 ? withSiblings(items) : unassigned(items, title)
  return plainTitles(chosen.flatMap((item) => draftsOf(item, title)))
}

/** Tasks an annex shares out in words (任务分工); one that names no units is a form, a list or an explanation. */
export function findAnnexTasks(annex: TreeNode, title: string): Draft[] {
  const items = flatten(annex, [])
  return items.some((i) => i.statements.some((s) => s.assigned)) ? findTasks(annex, title) : []
}

/** A statement no longer than this over numbered items is their heading. */
const HEADING_WORDS = 25

/** Share of items with a run-in title above which titles with a comma in them are titles too. */
const TITLED = 0.7

/** A first sentence is a title where it is short and whole; with a comma only where nearly every item has one. */
function plainTitles(drafts: readonly Draft[]): Draft[] {
  const titled = drafts.filter((d) => d.title !== null).length >= drafts.length * TITLED
  return drafts.map((d) => (titled || !d.title?.includes('，') ? d : { ...d, title: null }))
}

function flatten(node: TreeNode, above: readonly TreeNode[]): Item[] {
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

/** Items with units, and leaves without any among siblings that mostly have some. */
function withSiblings(items: readonly Item[]): Item[] {
  const speaks = new Set(items.filter((i) => i.statements.some((s) => s.assigned)).map((i) => i.node))
  const helped = new Map<TreeNode, { all: number; with: number }>()
  for (const { node, above } of items) {
    const parent = above.at(-1)
    if (parent === undefined || node.children.length > 0) continue
    const tally = helped.get(parent) ?? { all: 0, with: 0 }
    helped.set(parent, { all: tally.all + 1, with: tally.with + (speaks.has(node) ? 1 : 0) })
  }
  return items.filter(({ node, above }) => {
    if (speaks.has(node)) return !onlySpeaksForChildren(node, speaks)
    const parent = above.at(-1)
    const tally = parent && helped.get(parent)
    if (!parent || !tally || node.children.length > 0 || node.paragraphs.length === 0) return false
    if (speaks.has(parent) || inheritedUnits(above).length > 0) return true
    return (
      tally.with * 2 > tally.all && !OTHER_CHAPTER.test(above[1]?.heading?.text ?? node.heading?.text ?? '')
    )
  })
}

/** 一、夯实基础（牵头单位：…） over items without units: those inherit them and the heading itself is no task. */
function onlySpeaksForChildren(node: TreeNode, speaks: ReadonlySet<TreeNode>): boolean {
  if (node.children.length === 0 || node.children.every((c) => speaks.has(c))) return false
  const words = statementsOf(node.paragraphs).reduce((sum, s) => sum + s.text.text.length, 0)
  return words <= HEADING_WORDS
}

/** A document that names no units: the leaves of its task chapters. Articles of a regulation are none. */
function unassigned(items: readonly Item[], title: string): Item[] {
  if (!PLAN_TITLE.test(title)) return []
  const leaves = items.filter(
    ({ node, above }) => isLeafItem(node) && above.length >= 2 && !/^第.+[条章]$/.test(node.path.join('')),
  )
  const chapterOf = (i: Item) => i.above[1]?.heading?.text ?? ''
  const plain = leaves.filter((i) => !OTHER_CHAPTER.test(chapterOf(i)))
  const named = leaves.filter((i) => TASK_CHAPTER.test(chapterOf(i)) && !/保障|组织/.test(chapterOf(i)))
  const chosen = named.length > 0 ? named : plain
  return chosen.length >= 3 ? chosen : []
}

const isLeafItem = (node: TreeNode): boolean =>
  node.label !== null && node.children.length === 0 && (node.paragraphs.length > 0 || node.heading !== null)

function draftsOf({ node, above, statements }: Item, title: string): Draft[] {
  const assigned = statements.filter((s) => s.assigned)
  const own = assigned.length > 0 ? assigned : statements.slice(0, 1)
  const parent = inheritedUnits(above)
  const headings = [...above.filter((a) => a.heading !== null).map(numbered)]
  const inHeading = node.heading !== null && !node.runIn ? node.heading : null
  return own.map((s, i) => {
    const text = i === 0 && inHeading && s.text.text === '' ? inHeading : s.text
    return {
      path: node.path,
      no: null,
      part: own.length > 1 ? i + 1 : null,
      section: sectionOf(above, title),
      title: titleOf(node, s),
      text,
      units: s.assigned ? s.units : parent,
      time: s.time,
      headings,
      source: sourceOf(text),
    }
  })
}

/** A heading that is all the task says is its text, not its title. */
function titleOf(node: TreeNode, statement: Statement): string | null {
  const heading = node.heading?.text ?? null
  return heading === statement.text.text.replace(/[。；]$/, '') || statement.text.text === '' ? null : heading
}

/** The nearest numbered heading above: （一）夯实数字新基建. */
function sectionOf(above: readonly TreeNode[], title: string): string {
  const nearest = above.findLast((n) => n.label !== null && n.heading !== null)
  return nearest ? numbered(nearest) : title
}
