import type { Span } from '../../src/domain/span.ts'
import { type Mapped, sourceOf } from '../../src/text/mapped.ts'
import { numbered } from '../chunk.ts'
import type { TreeNode } from '../types.ts'
import { isIncentive } from './incentive.ts'
import { inheritedUnits } from './inherited.ts'
import { flatten, type Item } from './item.ts'
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

/** 完成改造46个。12月底前完成。: behind the task, only by when. */
const ONLY_TIME =
  /(?<=。)(?:20\d{2}年)?(?:\d{1,2}月(?:\d{1,2}日|[底末])?|年底|[上下]半年|[一二三四]季度末?)?之?前?(?:全面|全部|基本)?(?:完成|建成|投入使用|投用|竣工|开工|动工|启动|落地|印发|出台)。?$/

/** A heading that is all the task says is its text, not its title. */
function titleOf(node: TreeNode, statement: Statement): string | null {
  const heading = node.heading?.text ?? null
  const words = statement.text.text.replace(ONLY_TIME, '').replace(/[。；]$/, '')
  return heading === words || words === '' ? null : heading
}

/** The nearest numbered heading above: （一）夯实数字新基建. */
function sectionOf(above: readonly TreeNode[], title: string): string {
  const nearest = above.findLast((n) => n.label !== null && n.heading !== null)
  return nearest ? numbered(nearest) : title
}
