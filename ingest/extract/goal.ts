import type { Metric } from '../../src/domain/task.ts'
import { type Mapped, sourceOf } from '../../src/text/mapped.ts'
import type { TreeNode } from '../types.ts'
import { findMetrics } from './metric.ts'
import { walk } from './sentence.ts'

const GOALS = /目标(?:任务|要求|指标)?$|目标和|^目标/
const WITH_GOALS = /总体要求|总体思路|总体安排/
/** From here on a table is flattened into lines: its figures are indicators, read elsewhere. */
const TABLE = /(?:指标|目标)[^，。]{0,4}表(?:$|[^，。]{0,4}指标)|指标名?称?单位|^序号/

/** The targets a plan sets for itself as a whole: those under 工作目标, 发展目标, 总体要求. */
export function readGoals(body: TreeNode): Metric[] {
  return goalNodes(body).flatMap((node) =>
    [...walk(node)].flatMap((n) => prose(n.paragraphs).flatMap(metricsIn)),
  )
}

/** A part named goals is taken whole; one named 总体要求 only where none of its parts is. */
function goalNodes(node: TreeNode): TreeNode[] {
  const heading = node.heading?.text ?? ''
  if (GOALS.test(heading)) return [node]
  const below = node.children.flatMap(goalNodes)
  return below.length === 0 && WITH_GOALS.test(heading) ? [node] : below
}

function prose(paragraphs: readonly Mapped[]): readonly Mapped[] {
  const table = paragraphs.findIndex((p) => TABLE.test(p.text))
  return table < 0 ? paragraphs : paragraphs.slice(0, table)
}

export function metricsIn(paragraph: Mapped): Metric[] {
  return findMetrics(paragraph.text).map((f) => ({ ...f.value, source: sourceOf(paragraph, f.start, f.end) }))
}
