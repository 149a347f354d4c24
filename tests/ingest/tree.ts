import type { DocumentParts, Line, TreeNode } from '../../ingest/types.ts'
import { type Mapped, mapped } from '../../src/text/mapped.ts'

/** Trees by hand, so that a reading is tested without the cutting of the file. */
interface Made {
  readonly heading?: string
  readonly paragraphs?: readonly string[]
  readonly lines?: readonly string[]
  readonly children?: readonly TreeNode[]
}

let at = 0

/** Text at a place of its own in an imagined file. */
function placed(text: string): Mapped {
  at += 1000
  return mapped(text, at)
}

/** A heading that opens its first paragraph is run in: node({heading: 'A', paragraphs: ['A。B']}). */
export function node({ heading, paragraphs = [], lines = [], children = [] }: Made): TreeNode {
  const runIn = heading !== undefined && (paragraphs[0]?.startsWith(heading) ?? false)
  const texts = paragraphs.map(placed)
  return {
    label: null,
    path: [],
    heading: heading === undefined ? null : placed(heading),
    runIn,
    paragraphs: texts,
    lines: lines.map((text): Line => ({ text: placed(text), gap: 0, indent: 0 })),
    children,
    source: { start: texts[0]?.starts[0] ?? at, end: at + 999 },
  }
}

export const plan = (children: readonly TreeNode[], letter: TreeNode | null = null): DocumentParts => ({
  letter,
  body: node({ children }),
  annexes: [],
})
