import { utils, write } from '@e965/xlsx'
import type { RawFile } from '../../ingest/types.ts'
import { docx, line, table } from '../read/make-docx.ts'
import { raw } from '../read/raw.ts'

/** A task table; null goes on from the cell above. */
export interface PlanTable {
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly (string | null)[])[]
}

type Print = (plan: PlanTable) => RawFile | Promise<RawFile>

/** The table as each format and habit of printing holds it. */
export const TABLE_PRINTERS: Readonly<Record<string, Print>> = {
  'tabs, merged cells repeated': ({ title, head, rows }) =>
    text([title, ...[head, ...repeated(rows)].map((r) => r.join('\t'))]),
  'tabs, merged cells empty': ({ title, head, rows }) =>
    text([title, ...[head, ...empty(rows)].map((r) => r.join('\t'))]),
  'one cell a line': ({ title, head, rows }) => text([title, ...head, ...full(repeated(rows))]),
  'one cell a line, merged cells once': ({ title, head, rows }) =>
    text([title, ...head, ...full(empty(rows))]),
  'one cell a line, blank lines between': ({ title, head, rows }) =>
    text([title, ...head, ...full(empty(rows))].flatMap((l) => [l, ''])),
  'single spaces': ({ title, head, rows }) =>
    text([title, ...[head, ...repeated(rows)].map((r) => r.filter((c) => c !== '').join(' '))]),
  'wide gaps': ({ title, head, rows }) =>
    text([title, ...[head, ...repeated(rows)].map((r) => r.map((c) => c || '无').join('   '))]),
  Markdown: ({ title, head, rows }) =>
    raw(
      [`# ${title}`, '', bars(head), bars(head.map(() => '---')), ...empty(rows).map(bars)].join('\n'),
      '清单.md',
    ),
  HTML: (plan) => raw(html(plan), '清单.html'),
  Word: ({ title, head, rows }) => docx([line(title), table([head, ...rows])]),
  Excel: (plan) => raw(book(plan), '清单.xlsx'),
}

const text = (lines: readonly string[]): RawFile => raw(lines.join('\n'), '清单.txt')
const bars = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
const full = (rows: readonly (readonly string[])[]): string[] => rows.flat().filter((c) => c !== '')
const empty = (rows: PlanTable['rows']): string[][] => rows.map((r) => r.map((c) => c ?? ''))

function repeated(rows: PlanTable['rows']): string[][] {
  const above = (r: number, c: number): string => rows[r]?.[c] ?? (r > 0 ? above(r - 1, c) : '')
  return rows.map((row, r) => row.map((_, c) => above(r, c)))
}

/** How many rows a cell takes. */
const height = (rows: PlanTable['rows'], r: number, c: number): number =>
  rows[r + 1]?.[c] === null ? 1 + height(rows, r + 1, c) : 1

function html({ title, head, rows }: PlanTable): string {
  const cells = (row: readonly (string | null)[], r: number) =>
    row.map((c, i) => (c === null ? '' : `<td rowspan="${height(rows, r, i)}">${c}</td>`)).join('')
  const body = rows.map((row, r) => `<tr>${cells(row, r)}</tr>`).join('')
  return `<html><body><h1>${title}</h1><table><tr>${head.map((h) => `<th>${h}</th>`).join('')}</tr>${body}</table></body></html>`
}

function book({ title, head, rows }: PlanTable): Uint8Array {
  const sheet = utils.aoa_to_sheet([[title], [...head], ...empty(rows)])
  sheet['!merges'] = rows.flatMap((row, r) =>
    row.flatMap((cell, c) => {
      const more = cell === null ? 0 : height(rows, r, c) - 1
      return more > 0 ? [{ s: { r: r + 2, c }, e: { r: r + 2 + more, c } }] : []
    }),
  )
  const workbook = utils.book_new()
  utils.book_append_sheet(workbook, sheet, '清单')
  return new Uint8Array(write(workbook, { type: 'buffer', bookType: 'xlsx' }))
}
