import type { FormPlace, FormTask, UnreadCell } from '../../src/domain/form.ts'
import type { FormField } from '../../src/domain/form-columns.ts'
import type { FormCell, FormGrid } from '../../src/domain/form-grid.ts'
import { wordsOf } from './cells.ts'
import { ownTexts, type Recognised } from './recognise.ts'
import { readTask } from './task.ts'

/** A line under the heads, its cells by field. */
export interface Line {
  readonly place: FormPlace
  readonly cell: (field: FormField) => FormCell | undefined
  /** Words the file has in that line itself: a merged cell's belong to the first. */
  readonly own: (field: FormField) => string
  readonly words: (field: FormField) => string
}

/** Lines of one task. */
export interface Entry {
  readonly task: FormTask
  readonly lines: readonly [Line, ...Line[]]
}

/** Lines that say something: no blanks, no notes across the table, no heads repeated on a new page, no sums. */
export function linesOf(grid: FormGrid, form: Recognised): readonly Line[] {
  return grid.rows.flatMap((row, r) =>
    r < form.body || isFurniture(row, form) ? [] : [lineOf(grid, form, r)],
  )
}

function lineOf(grid: FormGrid, { columns }: Recognised, r: number): Line {
  const cell = (field: FormField) => {
    const at = columns.get(field)
    return at === undefined ? undefined : grid.rows[r]![at]
  }
  const words = (field: FormField) => wordsOf(cell(field))
  const isAbove = (field: FormField) => (cell(field)?.from?.[0] ?? r) < r
  return {
    place: { sheet: grid.name, row: grid.firstRow + r },
    cell,
    words,
    own: (field) => (isAbove(field) ? '' : words(field)),
  }
}

function isFurniture(row: readonly FormCell[], { heads, columns }: Recognised): boolean {
  const texts = row.filter((cell) => cell.text !== '')
  if (texts.length === 0) return true
  const [first] = ownTexts(row)
  const isBanner = columns.size > 2 && texts.length > 2 && texts.every((cell) => cell.text === texts[0]!.text)
  const isLone = texts.length === 1 && /^(?:注|填表说明|说明|备注|填报人|审核|审签|联系)/.test(first ?? '')
  const isHead = [...columns.values()].every((c) => (row[c]?.text ?? '').replace(/\s/g, '') === heads[c])
  return isBanner || isLone || isHead || /^(?:合计|总计|小计)$/.test(first ?? '')
}

/** Lines by task: one that names none goes on with the task above, as in a merged cell or an added line. */
export function entriesOf(lines: readonly Line[]): {
  readonly entries: readonly Entry[]
  readonly unread: readonly UnreadCell[]
} {
  const entries: { task: FormTask; lines: [Line, ...Line[]] }[] = []
  const unread: UnreadCell[] = []
  for (const line of lines) {
    const last = entries.at(-1)
    if (last !== undefined && goesOn(line, last.lines[0])) last.lines.push(line)
    else if (!NAMING.some((field) => line.words(field) !== '')) unread.push(homeless(line))
    else {
      const { task, contradicts } = readTask(taskCells(line))
      entries.push({ task, lines: [line] })
      if (contradicts) unread.push(changed(line))
    }
  }
  return { entries, unread }
}

const NAMING: readonly FormField[] = ['key', 'no', 'task']

const taskCells = (line: Line) => ({
  key: line.words('key'),
  label: line.words('no'),
  document: line.words('document'),
  text: line.words('task'),
})

/** Nothing of its own names a task, or all it names is what the first line of the task above names. */
function goesOn(line: Line, first: Line): boolean {
  const said = NAMING.filter((field) => line.own(field) !== '')
  if (said.length === 0) return true
  return (
    said.every((field) => line.own(field) === first.words(field)) && said.some((field) => field !== 'key')
  )
}

const homeless = (line: Line): UnreadCell => ({
  place: line.place,
  column: '',
  text: [line.words('work'), line.words('measures'), line.words('metric'), line.words('text')]
    .filter(Boolean)
    .join('；'),
  reason: '这一行没有序号和任务，不知道是哪一项',
})

const changed = (line: Line): UnreadCell => ({
  place: line.place,
  column: '序号',
  text: line.words('no'),
  reason: '这一行像是复制来的，序号和原表对不上，已按现在的序号认，请核对',
})
