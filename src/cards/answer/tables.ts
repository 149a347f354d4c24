import type { IndicatorRow } from '../../answer/ledger.ts'
import type { Block, Row } from '../../domain/message.ts'
import type { SourceBook } from './sources.ts'
import { say } from './wording.ts'

/** Cells of tables, a table of the document at a time: districts down and years across, or a line an indicator. */
export function indicatorBlocks(rows: readonly IndicatorRow[], book: SourceBook): Block[] {
  const tables = Map.groupBy(rows, (row) => `${row.document.id}|${row.table}`)
  return [...tables.values()].flatMap((table) => tableBlocks(table, book))
}

function tableBlocks(rows: readonly IndicatorRow[], book: SourceBook): Block[] {
  const parts = distinct(rows.map((row) => row.by ?? ''))
  const shape = parts.length > 1 ? [acrossParts(rows, parts)] : [lines(rows, book)]
  for (const row of rows) book.add(row, quoteOf(row))
  const remarks = distinct(
    rows.flatMap((row) => (row.note === null || row.note.length < 6 ? [] : [row.note])),
  )
  const doubt = rows.some((row) => !row.certain) ? [say.uncertainCell] : []
  return [
    ...(rows[0] === undefined ? [] : [note(captionOf(rows, parts))]),
    ...shape,
    ...[...remarks, ...doubt].map(note),
  ]
}

/** The name of the table, and of the one thing it breaks down. */
function captionOf(rows: readonly IndicatorRow[], parts: readonly string[]): string {
  const [first] = rows
  const base = parts.length > 1 ? commonName(rows.map((row) => row.name)) : ''
  return base === '' ? (first?.table ?? '') : `${first?.table ?? ''}：${base}`
}

const note = (text: string): Block => ({ kind: 'note', text })

/** A column for each year, or each sort of thing, that the table sets side by side. */
function acrossParts(rows: readonly IndicatorRow[], parts: readonly string[]): Block {
  const columns = distinct(rows.map(columnKey))
  const many = distinct(rows.map((row) => row.name)).length > 1
  const years = distinct(rows.map((row) => row.period ?? '')).length > 1
  const base = many ? commonName(rows.map((row) => row.name)) : (rows[0]?.name ?? '')
  const heads = columns.map((key) => {
    const row = rows.find((r) => columnKey(r) === key)
    const period = row?.period == null ? (many ? '' : '合计') : periodName(row.period)
    return [many ? sortName(row?.name ?? '', base) : '', years || !many ? period : '']
      .filter((part) => part !== '')
      .join(' ')
  })
  const cells = parts.map((part) => [
    part === '' ? '—' : part,
    ...columns.map((key) => {
      const row = rows.find((r) => (r.by ?? '') === part && columnKey(r) === key)
      return row === undefined ? '—' : cellText(row)
    }),
  ])
  return { kind: 'table', columns: ['地区', ...heads], rows: cells }
}

/** 候车亭（新建）, 候车亭（改建）, 候车亭: one thing in its sorts and as a whole. */
function commonName(names: readonly string[]): string {
  const base = names.reduce((a, b) => (b.length < a.length ? b : a))
  return names.every((name) => name === base || name.startsWith(`${base}（`)) ? base : ''
}

const sortName = (name: string, base: string): string =>
  base === '' ? name : name === base ? '合计' : name.slice(base.length + 1).replace(/）$/, '')

const columnKey = (row: IndicatorRow): string => `${row.name}|${row.period ?? ''}`

/** 新建智能工厂数　2025年 **8家** · 2026年 **12家** */
function lines(rows: readonly IndicatorRow[], book: SourceBook): Block {
  const list = [...Map.groupBy(rows, (row) => `${row.by ?? ''}|${row.name}`).values()].map((own): Row => {
    const [first] = own
    const values = own.map((row) =>
      [row.period === null ? (own.length > 1 ? '合计' : '') : periodName(row.period), `**${cellText(row)}**`]
        .filter((part) => part !== '')
        .join(' '),
    )
    return {
      lead: [first?.by ?? '', first?.name ?? ''].filter((part) => part !== '').join(' '),
      text: values.join(' · '),
      ...(first === undefined ? {} : { source: book.add(first, quoteOf(first)) }),
    }
  })
  return { kind: 'rows', rows: list, pageSize: 12 }
}

export const quoteOf = (row: IndicatorRow): string =>
  [row.name, row.by, row.period, cellText(row)].filter((part) => part !== null).join(' ')

/** 2026年, 2025—2027年 */
export const periodName = (period: string): string =>
  /^\d{4}(?:-\d{4})?$/.test(period)
    ? `${period.replace('-', '—')}年`
    : period.replace(/^(\d{4})-0?(\d{1,2})$/, '$1年$2月')

export function cellText(row: IndicatorRow): string {
  const value = row.target ?? (row.value === null ? '（空）' : String(row.value))
  if (row.unit === null || value.includes(row.unit)) return value
  const written = /^(?<n>\d[\d.,]*)(?<bound>以上|以下|以内|左右)?$/.exec(value)?.groups
  return written === undefined ? value : `${written.n}${row.unit}${written.bound ?? ''}`
}

const distinct = (words: readonly string[]): string[] => [...new Set(words)]
