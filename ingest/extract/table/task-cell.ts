import type { UnitRole } from '../../../src/domain/task.ts'
import { concat, type Mapped, slice } from '../../../src/text/mapped.ts'
import { markOf, numeralValue } from '../../structure/marks.ts'
import { findUnitClauses } from '../unit-clause.ts'
import { type RoledMention, readUnitList } from '../unit-list.ts'
import type { Column, ColumnKind } from './column.ts'

/** A row of a task table under its columns. */
export interface Row {
  readonly cells: readonly Mapped[]
  readonly columns: readonly Column[]
}

export const NOTHING: Mapped = { text: '', starts: new Int32Array(0), ends: new Int32Array(0) }

export const UNIT_KINDS: readonly ColumnKind[] = ['lead', 'responsible', 'supporting']

/** The first filled cell of these kinds, else nothing. */
export function cell(row: Row, ...kinds: readonly ColumnKind[]): Mapped {
  const at = row.columns.findIndex((c, i) => kinds.includes(c.kind) && (row.cells[i]?.text ?? '') !== '')
  return row.cells[at] ?? NOTHING
}

export const hasNumbers = (row: Row): boolean => row.columns.some((c) => c.kind === 'no')

export const withoutStop = (title: string): string => title.replace(/[。；：]$/, '')

export function numberOf(text: string): number | null {
  const numeral = /^[（(]?(?<n>\d{1,4}|[一二三四五六七八九十百]{1,5})[)）.、]?$/.exec(text)?.groups?.n
  return numeral === undefined ? null : numeralValue(numeral) || null
}

/** 1.推进…: a numeral the number column says again is not of the task's words. */
export function withoutNumeral(m: Mapped): Mapped {
  const mark = markOf(m.text)
  return mark &&
    ['arabic', 'arabicBracket', 'circled'].includes(mark.style) &&
    !/\d+[.、][\s\S]*\d+[.、]/.test(m.text)
    ? slice(m, mark.length)
    : m
}

/** The task's words; what a column of targets adds to them follows as a sentence of its own. */
export function wordsOf(row: Row): Mapped {
  const [text, title, goal] = [cell(row, 'text'), cell(row, 'title'), cell(row, 'goal')]
  const words = withoutNumeral(text.text === '' ? title : text)
  if (words.text === '') return goal
  if (goal.text === '' || words.text.includes(goal.text)) return words
  const at = Int32Array.of(goal.starts[0] ?? 0)
  const stop: Mapped = { text: /[。；！]$/.test(words.text) ? '' : '。', starts: at, ends: at }
  return concat(stop.text === '' ? [words, goal] : [words, stop, goal])
}

/** Units by column; the column's role stands unless a verb or label in the cell says another. */
export function unitsOf(row: Row, above: Row | null = null): RoledMention[] {
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
