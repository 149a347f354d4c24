import type { Report, ReportPart, Run } from '../domain/report.ts'

/** The whole report as plain text: for the command line, for golden files, and for the check of a model's words. */
export function reportText(report: Report): string {
  const head = [report.number, report.title, report.subtitle === null ? null : `（${report.subtitle}）`]
  const chapters = numbered(report.parts)
  return [...head.filter((line) => line !== null), '', ...chapters.flatMap(partText)].join('\n')
}

const NUMERALS = '一二三四五六七八九十'

interface Numbered {
  readonly part: ReportPart
  /** Of headings of the first rank: 一 is 1. */
  readonly place: number
}

function numbered(parts: readonly ReportPart[]): readonly Numbered[] {
  let place = 0
  return parts.map((part) => ({ part, place: part.kind === 'heading' && part.level === 1 ? ++place : place }))
}

function partText({ part, place }: Numbered): readonly string[] {
  switch (part.kind) {
    case 'heading':
      return [part.level === 1 ? `${NUMERALS[place - 1] ?? place}、${part.text}` : part.text]
    case 'paragraph':
      return [runsText(part.runs)]
    case 'figures':
      return [part.figures.map((f) => `${f.label} ${f.value.text}`).join('｜')]
    case 'table':
      return tableText(part)
    case 'chart':
      return [`［图］${part.caption}：${part.data}`]
  }
}

export const runsText = (runs: readonly Run[]): string => runs.map((run) => run.text).join('')

function tableText({
  caption,
  columns,
  rows,
  note,
}: Extract<ReportPart, { kind: 'table' }>): readonly string[] {
  const line = (cells: readonly string[]): string => cells.join(' | ')
  return [
    ...(caption === null ? [] : [`［表］${caption}`]),
    line(columns.map((column) => column.name)),
    ...rows.map((row) => line(row.map((cell) => cell.text))),
    ...(note === null ? [] : [`注：${note}`]),
  ]
}
