import type { Span } from '../../../src/domain/span.ts'
import type { DocumentLines } from '../../types.ts'
import type { Draft } from '../task.ts'
import type { Column } from './column.ts'
import { freeLines, markedGrids } from './grid.ts'
import { separatedGrids } from './separated.ts'
import { stackedGrids } from './stacked.ts'
import { readTaskRows } from './task-rows.ts'

export interface TaskTables {
  readonly drafts: readonly Draft[]
  /** Ranges of the file the tables take up: no prose is read from them. */
  readonly used: readonly Span[]
}

/**
 * Task tables of a document (序号 任务 牵头单位 配合单位 完成时限, in any order and wording): those the format marks,
 * those printed with tabs, bars or wide gaps, and those with one cell a line.
 */
export function readTaskTables(doc: DocumentLines): TaskTables {
  const drafts: Draft[] = []
  const used: Span[] = []
  let columns: readonly Column[] | null = null
  for (const grid of markedGrids(doc)) {
    const read = readTaskRows(grid, columns)
    columns = read.columns ?? columns
    if (read.drafts.length === 0) continue
    drafts.push(...read.drafts)
    used.push(grid.source)
  }
  const free = freeLines(
    doc,
    doc.file.tables.map((t) => t.source),
  )
  const separated = separatedGrids(doc.file, free)
  const rest = freeLines(
    { ...doc, lines: free },
    separated.map((g) => g.source),
  )
  for (const grid of [...separated, ...stackedGrids(rest)]) {
    const read = readTaskRows(grid, null)
    if (read.drafts.length === 0) continue
    drafts.push(...read.drafts)
    used.push(grid.source)
  }
  return { drafts: drafts.toSorted((a, b) => a.source.start - b.source.start), used }
}
