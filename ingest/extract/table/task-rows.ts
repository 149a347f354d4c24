import type { UnitRole } from '../../../src/domain/task.ts'
import { concat, type Mapped, slice, sourceOf } from '../../../src/text/mapped.ts'
import { markOf, numeralValue } from '../../structure/marks.ts'
import type { Draft } from '../task.ts'
import { findUnitClauses } from '../unit-clause.ts'
import { type RoledMention, readUnitList } from '../unit-list.ts'
import { type Column, type ColumnKind, columnsOf } from './column.ts'
import type { TableGrid } from './grid.ts'

interface Row {
  readonly cells: readonly Mapped[]
  readonly columns: readonly Column[]
}

interface State {
  readonly drafts: Draft[]
  section: string | null
  last: Row | null
  readonly grid: TableGrid
}

const NOTHING: Mapped = { text: '', starts: new Int32Array(0), ends: new Int32Array(0) }

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

/** One number over several rows: its rows are its parts. */
function withParts(drafts: readonly Draft[]): Draft[] {
  const count = (no: number) => drafts.filter((d) => d.no === no).length
  const seen = new Map<number, number>()
  return drafts.map((draft) => {
    if (draft.no === null || count(draft.no) < 2) return draft
    const part = (seen.get(draft.no) ?? 0) + 1
    seen.set(draft.no, part)
    return { ...draft, part }
  })
}

/** True when the table has a head of its own, and so is no other's next page. */
export const hasTaskHead = (grid: TableGrid): boolean => findHead(grid) !== null

/** The head may take two rows: 责任单位 over 牵头 and 配合. Lines across the table may stand above it. */
function findHead(grid: TableGrid): { columns: readonly Column[]; next: number } | null {
  for (let i = 0; i < Math.min(grid.rows.length, 6); i++) {
    const cells = grid.rows[i]!.map((c) => c.text)
    const below = grid.rows[i + 1]?.map((c, k) => (c.text === cells[k] ? c.text : `${c.text}`)) ?? []
    const single = columnsOf(cells)
    const both =
      below.length === cells.length ? columnsOf(below.map((b, k) => lower(cells[k] ?? '', b))) : null
    const isTwo = both !== null && isHeadBelow(cells, below)
    if (isTwo) return { columns: both, next: i + 2 }
    if (single) return { columns: single, next: i + 1 }
  }
  return null
}

/** 责任单位 over 牵头 reads 牵头单位. */
function lower(top: string, bottom: string): string {
  if (bottom === '' || bottom === top) return top
  return /^(?:牵头|主办|责任|配合|协办|参与|承办)$/.test(bottom) ? `${bottom}单位` : bottom
}

function isHeadBelow(top: readonly string[], bottom: readonly string[]): boolean {
  return (
    bottom.some((b, i) => b !== top[i] && b !== '') &&
    bottom.every((b, i) => b === '' || b === top[i] || b.length <= 8) &&
    !bottom.some((b) => /^\d+$/.test(b))
  )
}

function cell(row: Row, ...kinds: readonly ColumnKind[]): Mapped {
  const at = row.columns.findIndex((c, i) => kinds.includes(c.kind) && (row.cells[i]?.text ?? '') !== '')
  return row.cells[at] ?? NOTHING
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

/** One cell across the table, or a lone first cell: the section of the rows below. */
function acrossText(row: Row): string | null {
  const filled = row.cells.filter((c) => c.text !== '')
  const first = filled[0]
  if (!first || !filled.every((c) => c.text === first.text)) return null
  const isText =
    row.columns.some((c, i) => c.kind === 'text' && row.cells[i]?.text === first.text) && filled.length === 1
  return isText || /^\d+$/.test(first.text) ? null : first.text
}

/** The same merged words again: one task whose units fill several rows. */
function isSameTask(row: Row, last: Row): boolean {
  const at = (r: Row) => sourceOf(cell(r, 'text')).start
  return (
    cell(row, 'text').text !== '' &&
    cell(row, 'text').text === cell(last, 'text').text &&
    at(row) === at(last)
  )
}

/** A row torn by a page's end goes on in the middle of a sentence, without its number, title and time. */
function isTornRow(row: Row, last: Draft): boolean {
  const has = (kind: ColumnKind) => row.columns.some((c) => c.kind === kind)
  const mayGoOn = (kind: ColumnKind) => kind === 'text' || UNIT_KINDS.includes(kind)
  if (!has('no') || /[。；！？]$/.test(last.text.text)) return false
  return row.columns.every((c, i) => mayGoOn(c.kind) || (row.cells[i]?.text ?? '') === '')
}

function continueUnits(row: Row, state: State): void {
  const last = state.drafts.at(-1)!
  const more = unitsOf(row).filter(
    (u) => !last.units.some((k) => k.role === u.role && k.unit.name === u.unit.name),
  )
  state.drafts[state.drafts.length - 1] = { ...last, units: [...last.units, ...more] }
}

const MERGED_KINDS: readonly ColumnKind[] = ['section', 'title']
const UNIT_KINDS: readonly ColumnKind[] = ['lead', 'responsible', 'supporting']

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
  const text = withoutNumeral(words.text === '' ? (title.text === '' ? cell(row, 'goal') : title) : words)
  const no = numberOf(cell(row, 'no').text) ?? (hasNumbers(row) ? (state.drafts.at(-1)?.no ?? null) : null)
  const section =
    cell(row, 'section').text ||
    state.section ||
    (title.text !== words.text ? withoutStop(title.text) : '') ||
    state.grid.caption ||
    ''
  const time = cell(row, 'deadline')
  return {
    path: [String(no ?? state.drafts.length + 1)],
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

const hasNumbers = (row: Row): boolean => row.columns.some((c) => c.kind === 'no')

const withoutStop = (title: string): string => title.replace(/[。；：]$/, '')

function numberOf(text: string): number | null {
  const numeral = /^[（(]?(?<n>\d{1,4}|[一二三四五六七八九十百]{1,5})[)）.、]?$/.exec(text)?.groups?.n
  return numeral === undefined ? null : numeralValue(numeral) || null
}

/** 1.推进…: a numeral the number column says again is not of the task's words. */
function withoutNumeral(m: Mapped): Mapped {
  const mark = markOf(m.text)
  return mark &&
    ['arabic', 'arabicBracket', 'circled'].includes(mark.style) &&
    !/\d+[.、][\s\S]*\d+[.、]/.test(m.text)
    ? slice(m, mark.length)
    : m
}

/** Units by column; the column's role stands unless a verb or label in the cell says another. */
function unitsOf(row: Row, above: Row | null = null): RoledMention[] {
  return row.columns.flatMap((column, i) => {
    const words = row.cells[i]
    if (!words || words.text === '' || !UNIT_KINDS.includes(column.kind)) return []
    const units = readCell(words, column.kind as UnitRole)
    const isInherited = above !== null && above.cells[i] === words
    return isInherited
      ? units.map((u) => ({ ...u, unit: { ...u.unit, certainty: 'inherited' as const } }))
      : units
  })
}

/** 牵头单位：A；配合单位：B within one cell, or a plain list. 按职责分工负责 in a column of leads makes no other role. */
function readCell(words: Mapped, role: UnitRole): RoledMention[] {
  const labelled = /(?:单位|部门|牵头|配合)[^，、；]{0,4}：/.test(words.text)
    ? findUnitClauses(words).flatMap((c) => c.units)
    : []
  if (labelled.length > 0) return [...labelled]
  return readUnitList(words, { role }).units.map((u) =>
    role !== 'responsible' && u.role === 'responsible' ? { ...u, role } : u,
  )
}
