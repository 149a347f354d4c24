import type { Indicator } from '../../../src/domain/document.ts'
import { sourceOf } from '../../../src/text/mapped.ts'
import { readDistrictGrid } from './district-grid.ts'
import type { TableGrid } from './grid.ts'
import { indicatorOf, splitUnit, type ValueColumn } from './indicator-cell.ts'
import { type IndicatorColumn, indicatorColumns } from './indicator-head.ts'

/** Rows of an indicator table with real cells → one indicator per value cell; [] when it is another kind of table. */
export function readIndicatorGrid(grid: TableGrid, year: string | null): Indicator[] {
  const at = grid.rows
    .slice(0, 4)
    .findIndex((row) => indicatorColumns(headsOf(row.map((c) => c.text))) !== null)
  const columns = at < 0 ? null : indicatorColumns(headsOf(grid.rows[at]!.map((c) => c.text)))
  if (!columns) return readDistrictGrid(grid)
  const found: Indicator[] = []
  let group: string | null = null
  for (const cells of grid.rows.slice(at + 1)) {
    const text = (kind: IndicatorColumn['kind']) =>
      cells[columns.findIndex((c) => c.kind === kind)]?.text ?? ''
    const filled = cells.filter((c) => c.text !== '')
    if (filled.length > 0 && filled.every((c) => c.text === filled[0]!.text)) {
      group = filled[0]!.text
      continue
    }
    group = text('group') || group
    if (text('name') === '') continue
    found.push(...readRow({ cells, columns, group, text, caption: grid.caption ?? '', year }))
  }
  return found
}

/** A head merged over two columns (指标 over group and name) names the group first. */
function headsOf(heads: readonly string[]): string[] {
  return heads.map((head, i) => (/指标|目标名称/.test(head) && heads[i + 1] === head ? '类别' : head))
}

interface RowContext {
  readonly cells: TableGrid['rows'][number]
  readonly columns: readonly IndicatorColumn[]
  readonly group: string | null
  readonly text: (kind: IndicatorColumn['kind']) => string
  readonly caption: string
  readonly year: string | null
}

function readRow({ cells, columns, group, text, caption, year }: RowContext): Indicator[] {
  const named = splitUnit(text('name'))
  const unit = text('unit') || named.unit
  return columns.flatMap((column, i) => {
    const cell = cells[i]
    if (column.kind !== 'value' || !cell || cell.text === '') return []
    const note = [text('attribute'), labelOf(column)].filter((n) => n !== '').join('，') || null
    const context = { table: caption, group, name: named.name, unit, by: null, note, certain: true }
    return [indicatorOf(context, { text: cell.text, period: periodOf(column, year), source: sourceOf(cell) })]
  })
}

/** 完成情况, 现状: what a column's head says of its figures when they are no targets. */
export const labelOf = (column: ValueColumn): string =>
  /完成|现状|基期|基准|实际|实绩|年均|累计|增/.test(column.label) ? column.label : ''

/** A bare 目标值 is for the plan's last year; 现状值 and 年均增速 are for no year. */
export const periodOf = (column: ValueColumn, year: string | null): string | null =>
  column.period ?? (/目标|预期|指标值/.test(column.label) ? year : null)
