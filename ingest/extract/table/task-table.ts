import type { Span } from '../../../src/domain/span.ts'
import { sourceOf } from '../../../src/text/mapped.ts'
import type { DocumentLines } from '../../types.ts'
import type { Draft } from '../task.ts'
import { freeLines, markedGrids, type TableGrid } from './grid.ts'
import { recordGrids } from './records.ts'
import { separatedGrids } from './separated.ts'
import { stackedGrids } from './stacked.ts'
import { hasTaskHead } from './task-head.ts'
import { readTaskRows } from './task-rows.ts'

export interface TaskTables {
  readonly drafts: readonly Draft[]
  /** Ranges of the file the tables take up: no prose is read from them. */
  readonly used: readonly Span[]
}

/**
 * Task tables of a document (序号 任务 牵头单位 配合单位 完成时限, in any order and wording): those the format marks,
 * those printed with tabs, bars or wide gaps, those with one cell a line, and records with one field a line.
 */
export function readTaskTables(doc: DocumentLines): TaskTables {
  const marked = continued(markedGrids(doc), doc)
  const free = freeLines(
    doc,
    doc.file.tables.map((t) => t.source),
  )
  const separated = separatedGrids(doc.file, free)
  const rest = freeLines(
    { ...doc, lines: free },
    separated.map((g) => g.source),
  )
  const read = [...marked, ...separated, ...recordGrids(rest), ...stackedGrids(rest)]
    .map((grid) => ({ drafts: readTaskRows(grid), source: grid.source }))
    .filter((t) => t.drafts.length > 0)
  return {
    drafts: read.flatMap((t) => t.drafts).toSorted((a, b) => a.source.start - b.source.start),
    used: read.map((t) => t.source),
  }
}

/** A table without a head that follows at once, with as many columns, is the next page of the one before. */
function continued(grids: readonly TableGrid[], doc: DocumentLines): TableGrid[] {
  const joined: TableGrid[] = []
  for (const grid of grids) {
    const before = joined.at(-1)
    const isNext =
      before !== undefined &&
      before.rows[0]?.length === grid.rows[0]?.length &&
      !hasTaskHead(grid) &&
      !hasWordsBetween(doc, before.source.end, grid.source.start)
    if (!isNext) joined.push(grid)
    else
      joined[joined.length - 1] = {
        ...before,
        rows: [...before.rows, ...grid.rows],
        source: { start: before.source.start, end: grid.source.end },
      }
  }
  return joined
}

function hasWordsBetween(doc: DocumentLines, from: number, to: number): boolean {
  return doc.lines.some((l) => {
    const { start, end } = sourceOf(l.text)
    return start >= from && end <= to
  })
}
