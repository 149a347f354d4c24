import { FORM_KINDS, type FormKind } from '../../src/domain/form.ts'
import { FORM_COLUMNS, type FormField } from '../../src/domain/form-columns.ts'
import type { FormCell, FormGrid } from '../../src/domain/form-grid.ts'

/** A table known as a form. */
export interface Recognised {
  readonly kind: FormKind
  /** Column of the grid for each field that was found. */
  readonly columns: ReadonlyMap<FormField, number>
  /** Names of the columns as the file has them. */
  readonly heads: readonly string[]
  /** First row under the heads. */
  readonly body: number
}

/** Heads stand within the first rows: title, unit, period, instructions come before them. */
const MOST_ROWS_ABOVE = 15

/** By its heads, in whatever order they stand; what the title calls the table weighs when heads leave a doubt. null: no form of ours. */
export function recognise(grid: FormGrid): Recognised | null {
  const candidates = grid.rows.slice(0, MOST_ROWS_ABOVE).flatMap((_, r) =>
    [1, 2].flatMap((depth) => {
      const heads = headsAt(grid, r, depth)
      return heads === null
        ? []
        : FORM_KINDS.flatMap((kind) => scored(grid, { kind, heads, body: r + depth }))
    }),
  )
  const best = candidates.reduce<Scored | null>((a, b) => (a !== null && a.score >= b.score ? a : b), null)
  return best?.form ?? null
}

interface Scored {
  readonly form: Recognised
  readonly score: number
}

function scored(grid: FormGrid, at: Omit<Recognised, 'columns'>): readonly Scored[] {
  const columns = matched(at.kind, at.heads)
  if (!NEEDED[at.kind](columns)) return []
  const title = titleOf(grid, at.body)
  const isTitled = TITLES[at.kind].test(title)
  if (!isTitled && (LEDGER.test(title) || !namesTasks(at, columns))) return []
  return [{ form: { ...at, columns }, score: columns.size + (isTitled ? 3 : 0) }]
}

/** A ledger that was exported and comes back says what we know already. */
const LEDGER = /台账/

/** A list of anything has numbers and says how far it is (序号, 项目名称, 进展情况): ours speaks of tasks. */
function namesTasks({ kind, heads }: Omit<Recognised, 'columns'>, columns: Columns): boolean {
  const no = columns.get('no')
  return (
    kind === 'contacts' ||
    columns.has('key') ||
    columns.has('task') ||
    (no !== undefined && /任务/.test(heads[no]!))
  )
}

const TITLES: Readonly<Record<FormKind, RegExp>> = {
  handlingPlan: /附[表件]1(?!\d)|办理方案|实施方案/,
  contacts: /附[表件]2(?!\d)|名单|通讯录/,
  completion: /附[表件]3(?!\d)|完成情况|进展情况|落实情况/,
}

type Columns = Recognised['columns']
const isTask = (c: Columns) => c.has('task') || c.has('no') || c.has('key')

const NEEDED: Readonly<Record<FormKind, (columns: Columns) => boolean>> = {
  handlingPlan: (c) =>
    isTask(c) &&
    (c.has('measures') || c.has('work')) &&
    (c.has('finish') || c.has('chief') || c.has('handler')),
  contacts: (c) => c.has('name') && (c.has('officePhone') || c.has('mobile')),
  completion: (c) => isTask(c) && (c.has('text') || c.has('value')),
}

/** Exact names first, then patterns in the order of the form; a column is of one field, a field of one column. */
function matched(kind: FormKind, heads: readonly string[]): Columns {
  const found = new Map<FormField, number>()
  const isFree = (i: number) => ![...found.values()].includes(i)
  for (const test of [
    (head: string, c: (typeof FORM_COLUMNS)[FormKind][number]) => head === c.name,
    (head: string, c: (typeof FORM_COLUMNS)[FormKind][number]) => head !== '' && c.known.test(head),
  ])
    for (const column of FORM_COLUMNS[kind]) {
      const at = heads.findIndex((head, i) => isFree(i) && test(head, column))
      if (at >= 0 && !found.has(column.field)) found.set(column.field, at)
    }
  return found
}

/**
 * Heads of one row, or of two where the upper is split below (联系方式 over 办公电话 and 手机): the lower names count,
 * the upper where they reach down. null: a second row that is none of the head.
 */
function headsAt(grid: FormGrid, r: number, depth: number): readonly string[] | null {
  const upper = grid.rows[r]!
  if (depth === 1)
    return upper.map((cell, c) => (cell.from !== null && cell.from[1] < c ? '' : bare(cell.text)))
  const lower = grid.rows[r + 1]
  if (lower === undefined || !lower.some((cell) => cell.from?.[0] === r && cell.text !== '')) return null
  return lower.map((cell) => bare(cell.text))
}

/** 完成 时限（精确到月） → 完成时限 */
const bare = (text: string): string => text.replace(/[（(][^）)]*[）)]/g, '').replace(/[\s　:：*＊]/g, '')

/** A title or a line under it stands alone in its row; heads and cells do not. */
const titleOf = (grid: FormGrid, body: number): string => {
  const rows = grid.rows.slice(0, Math.max(0, body - 1)).map(ownTexts)
  return [grid.name, ...grid.above, ...rows.filter((texts) => texts.length <= 2).flat()].join('\n')
}

export const ownTexts = (row: readonly FormCell[]): readonly string[] =>
  row.filter((cell) => cell.from === null && cell.text !== '').map((cell) => cell.text)
