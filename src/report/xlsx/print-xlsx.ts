import type { Report, ReportPart, Run } from '../../domain/report.ts'
import { dayName } from '../../text/calendar.ts'
import type { CellValue, Sheet, SheetColumn } from './sheet.ts'
import { bookBytes } from './write-book.ts'

type Table = Extract<ReportPart, { readonly kind: 'table' }>

/** A report as a workbook: 概况 (its figures and words), then a sheet for each table. */
export function printXlsx(report: Report): Promise<Uint8Array> {
  const tables = report.parts.flatMap((part, i) =>
    part.kind === 'table' ? [tableSheet(part, headingOf(report.parts, i))] : [],
  )
  return bookBytes([overview(report), ...tables])
}

function overview(report: Report): Sheet {
  return {
    name: '概况',
    title: report.title,
    lines: [
      `${report.issuer}　数据截至${dayName(report.asOf)}`,
      ...(report.number === null ? [] : [report.number]),
    ],
    columns: [
      { name: '项目', width: 30, kind: 'text' },
      { name: '内容', width: 90, kind: 'text' },
    ],
    rows: overviewRows(report),
    notes: report.machineWorded ? ['导语由大模型根据文中数据拟写，数字已逐一核对。'] : [],
    hasFilter: false,
    frozen: 0,
  }
}

/** Figures first, then the text under its headings; charts in words. */
function* overviewRows({ parts }: Report): Generator<{ readonly cells: readonly CellValue[] }> {
  for (const part of parts)
    if (part.kind === 'figures') for (const f of part.figures) yield { cells: [f.label, figureOf(f.value)] }
  let heading: string | null = null
  for (const part of parts) {
    if (part.kind === 'heading') heading = part.text
    if (part.kind === 'paragraph') yield { cells: [heading, part.runs.map((r) => r.text).join('')] }
    if (part.kind === 'chart') yield { cells: [part.caption, part.data] }
    if (part.kind !== 'heading') heading = null
  }
}

function tableSheet(table: Table, heading: string | null): Sheet {
  const name = table.caption ?? heading ?? '明细'
  return {
    name,
    title: name,
    lines: [],
    columns: table.columns.map((c, i) => columnOf(c, table, i)),
    rows: table.rows.map((cells) => ({ cells: cells.map(figureOf) })),
    notes: table.note === null ? [] : [`注：${table.note.replace(/^注[:：]/, '')}`],
    hasFilter: table.rows.length > 1,
    frozen: 0,
  }
}

const SHEET_WIDTH = 130

/** A column is of figures where any cell is one; then its numbers can be added up. */
function columnOf(column: Table['columns'][number], table: Table, i: number): SheetColumn {
  const sum = table.columns.reduce((s, c) => s + c.width, 0)
  const width = Math.round((SHEET_WIDTH * column.width) / (sum > 0 ? sum : 1))
  const values = table.rows.map((row) => row[i]).filter((run) => run !== undefined)
  const isPercent = values.some((run) => typeof figureOf(run) === 'number' && run.text.trim().endsWith('%'))
  return {
    name: column.name,
    width: Math.min(70, Math.max(width, 2 * column.name.length + 4)),
    kind: isPercent ? 'percent' : values.some((run) => typeof figureOf(run) === 'number') ? 'number' : 'text',
    align: column.align,
  }
}

const NUMBER = /^-?\d{1,3}(?:,?\d{3})*(?:\.\d+)?$/

/** A figure that stands alone is a number, 82.5% its share; figures with words beside them (7项) stay words. */
function figureOf(run: Run): CellValue {
  const text = run.text.trim()
  if (text.endsWith('%') && NUMBER.test(text.slice(0, -1)))
    return Number(text.slice(0, -1).replaceAll(',', '')) / 100
  if (NUMBER.test(text) && !/^0\d/.test(text)) return Number(text.replaceAll(',', ''))
  return run.text
}

function headingOf(parts: readonly ReportPart[], before: number): string | null {
  const found = parts.slice(0, before).findLast((p) => p.kind === 'heading')
  return found?.kind === 'heading' ? found.text : null
}
