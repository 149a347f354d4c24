import { concat, sourceOf } from '../../../src/text/mapped.ts'
import { markOf } from '../../structure/marks.ts'
import type { Draft } from '../task.ts'
import { type ColumnKind, columnsOf } from './column.ts'
import type { TableGrid } from './grid.ts'
import { acrossText, isSameTask, isTornRow, withParts } from './same-task.ts'
import {
  cell,
  hasNumbers,
  NOTHING,
  numberOf,
  type Row,
  UNIT_KINDS,
  unitsOf,
  withoutStop,
  wordsOf,
} from './task-cell.ts'
import { findHead } from './task-head.ts'

interface State {
  readonly drafts: Draft[]
  section: string | null
  last: Row | null
  readonly grid: TableGrid
}

/** Rows of a task table → drafts; [] when it is another kind of table. */
export function readTaskRows(grid: TableGrid): Draft[] {
  const head = findHead(grid)
  if (!head) return []
  const state: State = { drafts: [], section: null, last: null, grid }
  for (const cells of grid.rows.slice(head.next)) {
    if (columnsOf(cells.map((c) => c.text)) === null) readRow({ cells, columns: head.columns }, state)
  }
  return withParts(state.drafts)
}

function readRow(row: Row, state: State): void {
  const across = acrossText(row)
  if (across !== null) {
    state.section = across
    return
  }
  const text = cell(row, 'text')
  const last = state.drafts.at(-1)
  if (text.text === '' && cell(row, 'title', 'goal').text === '') {
    if (last && state.last) continueUnits(row, state)
    return
  }
  if (last && state.last && isSameTask(row, state.last)) {
    continueUnits(row, state)
    return
  }
  if (last && state.last && isTornRow(row, last)) {
    state.drafts[state.drafts.length - 1] = {
      ...last,
      text: concat([last.text, text]),
      units: [...last.units, ...unitsOf(row)],
    }
    return
  }
  const filled = withInherited(row, state)
  state.drafts.push(draftOf(filled, state))
  state.last = filled
}

function continueUnits(row: Row, state: State): void {
  const last = state.drafts.at(-1)!
  const more = unitsOf(row).filter(
    (u) => !last.units.some((k) => k.role === u.role && k.unit.name === u.unit.name),
  )
  state.drafts[state.drafts.length - 1] = { ...last, units: [...last.units, ...more] }
}

const MERGED_KINDS: readonly ColumnKind[] = ['section', 'title']
/** Where a format does not mark merged cells, an empty section, or a row without any unit, goes on from above. */
function withInherited(row: Row, state: State): Row {
  const { last } = state
  if (state.grid.marked || !last) return row
  const noUnits = UNIT_KINDS.every((k) => cell(row, k).text === '')
  const takes = (kind: ColumnKind) =>
    MERGED_KINDS.includes(kind) ||
    (noUnits && (UNIT_KINDS.includes(kind) || (kind === 'deadline' && cell(row, 'deadline').text === '')))
  return {
    ...row,
    cells: row.columns.map((c, i) =>
      takes(c.kind) && row.cells[i]?.text === '' ? last.cells[i]! : (row.cells[i] ?? NOTHING),
    ),
  }
}

function draftOf(row: Row, state: State): Draft {
  const words = cell(row, 'text')
  const title = cell(row, 'title')
  const text = wordsOf(row)
  const no = numberOf(cell(row, 'no').text) ?? (hasNumbers(row) ? (state.drafts.at(-1)?.no ?? null) : null)
  const section =
    cell(row, 'section').text ||
    state.section ||
    (title.text !== words.text ? withoutStop(title.text) : '') ||
    state.grid.caption ||
    ''
  const time = cell(row, 'deadline')
  return {
    path: [...sectionPath(state.section), String(no ?? state.drafts.length + 1)],
    no,
    part: null,
    section,
    title: title.text === '' || title.text === words.text ? null : withoutStop(title.text),
    text,
    units: unitsOf(row, state.last),
    time: time.text === '' ? null : time,
    headings: [state.grid.caption ?? '', state.section ?? ''].filter((h) => h !== ''),
    source: sourceOf(text),
  }
}

/** 一、产业发展 across the table: its numeral opens the path, since rows may count anew below it. */
function sectionPath(section: string | null): string[] {
  const label = section === null ? null : (markOf(section)?.label ?? null)
  return label === null ? [] : [label]
}
