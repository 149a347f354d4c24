import { cleanFile } from '../../ingest/clean.ts'
import { buildParts, extractDocument } from '../../ingest/extract.ts'
import { readFileSafely } from '../../ingest/read/safely.ts'
import { splitDocuments } from '../../ingest/split.ts'
import type { CleanFile, RawFile, ReadFile, TreeNode } from '../../ingest/types.ts'
import type { PlanDocument } from '../domain/document.ts'

/** Each stage of the pipeline as a person can read it, to see which one went wrong. */
const VIEWS = {
  text: (file: ReadFile) => file.text,
  lines: (_file: ReadFile, clean: CleanFile) =>
    clean.lines.map((l) => ' '.repeat(l.indent) + l.text.text).join('\n'),
  documents: (_file: ReadFile, clean: CleanFile) =>
    documentsOf(clean)
      .map((d) => `${d.number ?? '—'}\t${d.title}\t${d.source.start}–${d.source.end}`)
      .join('\n'),
  tree: (_file: ReadFile, clean: CleanFile) =>
    splitDocuments(clean)
      .map((d) => treesOf(buildParts(d)))
      .join('\n\n'),
  tasks: (_file: ReadFile, clean: CleanFile) => documentsOf(clean).map(tasksOf).join('\n\n'),
  chunks: (_file: ReadFile, clean: CleanFile) =>
    documentsOf(clean)
      .flatMap((d) => d.chunks.map((c) => `${c.heading}\n  ${c.text}`))
      .join('\n'),
} as const

export type StageName = keyof typeof VIEWS
export const STAGES = Object.keys(VIEWS) as StageName[]

export async function showStage(raw: RawFile, stage: StageName): Promise<string> {
  const file = await readFileSafely(raw)
  return VIEWS[stage](file, cleanFile(file))
}

const documentsOf = (clean: CleanFile): PlanDocument[] => splitDocuments(clean).map(extractDocument)

function treesOf(parts: ReturnType<typeof buildParts>): string {
  const trees = [parts.letter, parts.body, ...parts.annexes]
  return trees.flatMap((tree) => (tree ? [treeOf(tree, 0)] : [])).join('\n')
}

function treeOf(node: TreeNode, depth: number): string {
  const pad = '  '.repeat(depth)
  const head = `${pad}${node.label ?? '·'} ${node.heading?.text ?? ''}`
  const words = node.paragraphs.map((p) => `${pad}    ${p.text}`)
  return [head, ...words, ...node.children.map((child) => treeOf(child, depth + 1))].join('\n')
}

function tasksOf(document: PlanDocument): string {
  const rows = document.tasks.map((t) => {
    const units = [
      ['牵头', t.effectiveLead],
      ['责任', t.responsible],
      ['配合', t.supporting],
    ] as const
    const who = units.flatMap(([role, list]) =>
      list.length ? [`${role}：${list.map((u) => u.name).join('、')}`] : [],
    )
    const place = `${t.path.join('')}${t.part ? `/${t.part}` : ''}${t.no ? ` 第${t.no}项` : ''}`
    return `${place}\t${t.text}\n\t${[...who, t.deadline?.day ?? ''].join('；')}`
  })
  return [`《${document.title}》 ${document.tasks.length} 项`, ...rows].join('\n')
}
