import type { Metric } from '../../src/domain/task.ts'
import { concat, type Mapped, sourceOf } from '../../src/text/mapped.ts'
import type { TreeNode } from '../types.ts'
import { findMetrics } from './metric.ts'
import { walk } from './sentence.ts'

const GOALS = /目标(?:任务|要求|指标)?$|目标和|^目标(?:任务|要求)?$/
const WITH_GOALS = /总体要求|总体思路|总体安排/
/** Above the first heading, where no part is named for them: 主要预期目标是：…. */
const OPENING = /(?:预期|主要|发展|总体)目标(?:是|为)?：|主要预期目标(?:是|为)/
/** From here on a table is flattened into lines: its figures are indicators, read elsewhere. */
const TABLE = /(?:指标|目标)[^，。]{0,4}表(?:$|[^，。]{0,4}指标)|指标名?称?单位|^序号/

/** The targets a plan sets for itself as a whole: those under 工作目标, 发展目标, 总体要求. */
export function readGoals(body: TreeNode): Metric[] {
  const nodes = goalNodes(body)
  const opening = nodes.length > 0 ? [] : body.paragraphs.filter((p) => OPENING.test(p.text))
  const named = nodes.flatMap((node) => [...walk(node)].flatMap((n) => joined(prose(n.paragraphs))))
  return [...opening, ...named].flatMap(metricsIn)
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
  if (table < 0) return paragraphs
  return paragraphs.slice(0, paragraphs[table]?.text.includes('。') ? table + 1 : table)
}

/** A paragraph that breaks off at a comma goes on in the next: 到2027年，| 网络零售额突破5000亿元. */
function joined(paragraphs: readonly Mapped[]): Mapped[] {
  const whole: Mapped[] = []
  for (const paragraph of paragraphs) {
    const last = whole.at(-1)
    if (last && /[，、]$/.test(last.text)) whole[whole.length - 1] = concat([last, paragraph])
    else whole.push(paragraph)
  }
  return whole
}

export function metricsIn(paragraph: Mapped): Metric[] {
  return findMetrics(paragraph.text).map((f) => ({ ...f.value, source: sourceOf(paragraph, f.start, f.end) }))
}
