import { concat, type Mapped, slice, sourceOf, trim } from '../../../src/text/mapped.ts'
import { tighten } from '../../../src/text/normalise.ts'
import { markOf } from '../../structure/marks.ts'
import type { Line } from '../../types.ts'
import { columnKind, columnsOf } from './column.ts'
import type { TableGrid } from './grid.ts'
import { NOTHING } from './task-cell.ts'

/** 任务名称：更新老旧电梯: a column's head and its cell on one line. */
interface Field {
  readonly head: string
  readonly label: Mapped
  readonly cell: Mapped
}

/** One task: its fields, or a heading that stands over the next ones. */
type Entry = { readonly fields: Field[] } | { readonly section: Mapped }

const FIELD = /^(?:\d{1,3}[.、]|（\d{1,3}）)?(?<head>[^：，。；]{2,12})：(?<cell>.+)$/
const FEWEST = 2
/** A line without a colon so near its beginning opens no record, and need not be tightened to tell. */
const HEAD_REACH = 40

/**
 * Tasks printed as records (任务名称：… / 牵头单位：… / 完成时限：…, a field a line), each opening with the same field,
 * as the table they were made from.
 */
export function recordGrids(lines: readonly Line[]): TableGrid[] {
  const grids: TableGrid[] = []
  for (let i = 0; i < lines.length; i++) {
    const head = openingHead(lines[i])
    if (head === null) continue
    const { entries, next } = readRecords(lines, i, head)
    const grid = gridOf(entries)
    if (grid) grids.push(grid)
    i = Math.max(i, next - 1)
  }
  return grids
}

/** A record opens with what the task is called or says, never with who does it. */
function openingHead(line: Line | undefined): string | null {
  if (!line?.text.text.slice(0, HEAD_REACH).includes('：')) return null
  const field = fieldOf(tighten(line.text))
  const kind = field ? columnKind(field.head) : null
  return field && (kind === 'title' || kind === 'text') ? field.head : null
}

function fieldOf(line: Mapped): Field | null {
  const match = FIELD.exec(line.text)?.groups
  if (!match?.head || !match.cell || columnKind(match.head) === null) return null
  const to = line.text.length - match.cell.length
  const label = slice(line, to - 1 - match.head.length, to - 1)
  return { head: match.head, label, cell: trim(slice(line, to)) }
}

interface Records {
  readonly entries: readonly Entry[]
  readonly next: number
}

function readRecords(lines: readonly Line[], from: number, opening: string): Records {
  const entries: Entry[] = []
  let i = from
  for (; i < lines.length; i++) {
    const line = tighten(lines[i]!.text)
    const field = fieldOf(line)
    const last = entries.at(-1)
    const fields = last && 'fields' in last ? last.fields : null
    if (field?.head === opening) entries.push({ fields: [field] })
    else if (field && fields) fields.push(field)
    else if (openingHead(lines[i + 1]) === opening && markOf(line.text)) entries.push({ section: line })
    else if (fields && isWrapped(fields, line)) lengthen(fields, line)
    else break
  }
  return { entries, next: i }
}

/** The words of a task may take several lines; nothing else does. */
function isWrapped(fields: readonly Field[], line: Mapped): boolean {
  const last = fields.at(-1)
  return (
    last !== undefined &&
    columnKind(last.head) === 'text' &&
    markOf(line.text) === null &&
    !/：/.test(line.text)
  )
}

function lengthen(fields: Field[], line: Mapped): void {
  const last = fields.pop()
  if (last) fields.push({ ...last, cell: concat([last.cell, line]) })
}

/** The records as rows under all the heads they use; null for too few, or where the heads are no task table's. */
function gridOf(entries: readonly Entry[]): TableGrid | null {
  const records = entries.flatMap((e) => ('fields' in e ? [e.fields] : []))
  const fields = records.flat()
  const heads = [...new Map(fields.toReversed().map((f) => [f.head, f.label])).entries()].toReversed()
  const [first, last] = [fields[0], fields.at(-1)]
  if (records.length < FEWEST || !first || !last || columnsOf(heads.map(([head]) => head)) === null)
    return null
  const cellOf = (entry: Entry, head: string): Mapped =>
    'fields' in entry ? (entry.fields.find((f) => f.head === head)?.cell ?? NOTHING) : entry.section
  const rows = entries.map((entry) => heads.map(([head]) => cellOf(entry, head)))
  const source = { start: sourceOf(first.label).start, end: sourceOf(last.cell).end }
  return { rows: [heads.map(([, label]) => label), ...rows], source, marked: true, caption: null }
}
