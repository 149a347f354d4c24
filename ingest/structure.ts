import type { SectionNode } from '../src/domain/document.ts'
import type { Span } from '../src/domain/span.ts'
import { type Mapped, slice, sourceOf } from '../src/text/mapped.ts'
import type { Mark } from './structure/marks.ts'
import { type Block, joinLines } from './structure/paragraphs.ts'
import type { Line, TreeNode } from './types.ts'

/** Longest heading that has a line of its own, and longest first sentence that counts as a run-in heading. */
const OWN_LINE_HEADING = 60
const RUN_IN_HEADING = 45

interface Open {
  readonly mark: Mark | null
  readonly path: readonly string[]
  readonly blocks: Block[]
  readonly children: Open[]
}

/** Stage 4 of reading: lines of one part → tree by its own numbering, whatever styles it uses and in what order. */
export function buildTree(lines: readonly Line[]): TreeNode {
  const root: Open = { mark: null, path: [], blocks: [], children: [] }
  const stack: Open[] = [root]
  for (const block of joinLines(lines)) {
    if (block.mark === null || !opensNode(block)) (stack.at(-1) ?? root).blocks.push(block)
    else openNode(stack, block, block.mark)
  }
  return close(root, lines)
}

/** A dash opens a node only as a short heading of its own (——做强消费主引擎); longer ones are list paragraphs. */
function opensNode(block: Block): boolean {
  return block.mark?.style !== 'dash' || (block.text.text.length <= 30 && !/[。；，]/.test(block.text.text))
}

function openNode(stack: Open[], block: Block, mark: Mark): void {
  const at = stack.findIndex((open) => open.mark?.style === mark.style)
  if (at > 0) stack.length = at
  const parent = stack.at(-1)
  if (parent === undefined) return
  const path = mark.label === null ? parent.path : [...parent.path, mark.label]
  const open: Open = { mark, path, blocks: [block], children: [] }
  parent.children.push(open)
  stack.push(open)
}

function close(open: Open, lines: readonly Line[]): TreeNode {
  const children = open.children.map((child) => close(child, []))
  const own = open.blocks.flatMap((b) => b.lines)
  const label = open.mark?.label ?? null
  const source = spanOf(open.mark === null ? lines : own, children)
  const paragraphs = open.blocks.map((b, i) =>
    i === 0 && open.mark ? slice(b.text, open.mark.length) : b.text,
  )
  const base = { label, path: open.path, lines: own, children, source }
  if (open.mark === null) return { ...base, heading: null, runIn: false, paragraphs }
  return { ...base, ...headed(paragraphs, children.length > 0) }
}

/** 一、夯实基础（牵头单位：…） */
const HEADING_WITH_UNITS =
  /^([^（。；]{2,40})[。]?[（〔【](?=[^（）]{0,6}(?:单位|部门)[：:]|[^（）]{2,80}(?:牵头|负责|配合))[^。]*[）〕】]。?$/

/** Tells a heading with a line of its own from the first sentence of a paragraph, and both from plain text. */
function headed(
  paragraphs: readonly Mapped[],
  hasChildren: boolean,
): Pick<TreeNode, 'heading' | 'runIn' | 'paragraphs'> {
  const first = paragraphs[0]
  if (first === undefined) return { heading: null, runIn: false, paragraphs }
  const clause = hasChildren ? HEADING_WITH_UNITS.exec(first.text) : null
  if (clause) {
    const at = clause[1]?.length ?? 0
    return {
      heading: slice(first, 0, at),
      runIn: false,
      paragraphs: [slice(first, at), ...paragraphs.slice(1)],
    }
  }
  const stop = first.text.search(/[。：；]/)
  const alone = paragraphs.length > 1 || hasChildren
  if (
    alone &&
    first.text.length <= OWN_LINE_HEADING &&
    (stop < 0 || (stop === first.text.length - 1 && hasChildren))
  ) {
    return {
      heading: slice(first, 0, stop < 0 ? first.text.length : stop),
      runIn: false,
      paragraphs: paragraphs.slice(1),
    }
  }
  const more = first.text[stop] === '。' && /^[^（〔【(]/.test(first.text.slice(stop + 1))
  if (more && stop <= RUN_IN_HEADING) return { heading: slice(first, 0, stop), runIn: true, paragraphs }
  return { heading: null, runIn: false, paragraphs }
}

function spanOf(lines: readonly Line[], children: readonly TreeNode[]): Span {
  const spans = [...lines.map((l) => sourceOf(l.text)), ...children.map((c) => c.source)]
  const start = spans.reduce((min, s) => Math.min(min, s.start), Number.MAX_SAFE_INTEGER)
  const end = spans.reduce((max, s) => Math.max(max, s.end), 0)
  return spans.length === 0 ? { start: 0, end: 0 } : { start, end }
}

/** The tree without its offsets, as it is stored and shown. */
export function toSection(node: TreeNode): SectionNode {
  return {
    label: node.label,
    path: node.path,
    heading: node.heading?.text ?? null,
    paragraphs: node.paragraphs.map((p) => ({ text: p.text, source: sourceOf(p) })),
    children: node.children.map(toSection),
    source: node.source,
  }
}
