import { AlignmentType, type FileChild, ImageRun, LineRuleType, Paragraph, TextRun } from 'docx'
import type { ReportPart, Run } from '../../domain/report.ts'
import { isAppError } from '../../errors.ts'
import { legible } from '../../text/legible.ts'
import type { ChartSize, ChartSpec } from '../chart/render.ts'
import { pageSize } from '../chart/size.ts'
import { mm } from './measures.ts'
import type { headingNumberer } from './numbering.ts'
import { textRuns } from './runs.ts'
import { type ReportTable, reportTable } from './table.ts'

export interface DocxDeps {
  /** PNG of a chart. A chart that cannot be drawn (AppError `bad-request`) is printed in its words. */
  readonly draw: (spec: ChartSpec, size: ChartSize) => Promise<Uint8Array>
}

/** What is counted through the whole document. */
export interface Counters {
  readonly heading: ReturnType<typeof headingNumberer>
  table: number
  figure: number
}

export interface Place {
  readonly counters: Counters
  readonly width: number
  /** Highest picture, in the pixels charts are drawn with. */
  readonly chart: number
  /** The signature follows: some of the text must stand on its page. */
  readonly isLast: boolean
  readonly deps: DocxDeps
}

export async function partChildren(part: ReportPart, place: Place): Promise<FileChild[]> {
  switch (part.kind) {
    case 'heading':
      return [styled(`Heading${part.level}`, [{ text: place.counters.heading(part) + part.text }])]
    case 'paragraph':
      return [styled('DocBody', part.runs, place.isLast)]
    case 'figures':
      return figures(part.figures, place.width)
    case 'table':
      return table(part, place)
    case 'chart':
      return chart(part, place)
  }
}

const styled = (style: string, runs: readonly Run[], keepNext = false) =>
  new Paragraph({ style, children: textRuns(runs), ...(keepNext ? { keepNext } : {}) })

function table(part: ReportTable, place: Place): FileChild[] {
  if (part.columns.length === 0) return []
  const caption = part.caption === null ? [] : [{ text: `表${++place.counters.table}　${part.caption}` }]
  return [
    caption.length === 0 ? styled('Gap', []) : styled('TableCaption', caption),
    reportTable(part, { width: place.width, isDense: part.columns.length > DENSE_FROM }),
    part.note === null
      ? styled('Note', [])
      : styled('Note', [{ text: `注：${part.note.replace(/^注[:：]/, '')}` }]),
  ]
}

/** More columns than this are set in smaller type. */
const DENSE_FROM = 6
/** On the narrow margins of one page all classes stand in one row. */
const mostFigures = (width: number): number => (width > mm(165) ? 8 : 6)
const LONG_LABEL = 5

/** Key figures as a table of two lines, names over numbers. */
function figures(all: Extract<ReportPart, { kind: 'figures' }>['figures'], width: number): FileChild[] {
  const count = Math.ceil(all.length / mostFigures(width))
  const each = Math.ceil(all.length / Math.max(1, count))
  const lines = Array.from({ length: count }, (_, i) => all.slice(i * each, (i + 1) * each))
  return lines.flatMap((line) => [
    styled('Gap', []),
    reportTable(
      {
        kind: 'table',
        caption: null,
        columns: line.map((f) => ({ name: f.label, width: 1, align: 'center' })),
        rows: [line.map((f) => ({ ...f.value, strong: true }))],
        note: null,
      },
      { width, isDense: line.some((f) => f.label.length > LONG_LABEL) },
    ),
    styled('Note', []),
  ])
}

async function chart(
  part: Extract<ReportPart, { kind: 'chart' }>,
  { counters, width, chart: highest, isLast, deps }: Place,
): Promise<FileChild[]> {
  const size = pageSize(part.spec, highest)
  const png = await deps.draw(part.spec, size).catch((error: unknown) => {
    if (isAppError(error, 'bad-request')) return null
    throw error
  })
  if (png === null) return [styled('DocBody', [{ text: `${part.caption}：${part.data}` }])]
  const scale = width / 15 / size.width
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      keepNext: true,
      spacing: { line: 240, lineRule: LineRuleType.AUTO },
      children: [
        new ImageRun({
          type: 'png',
          data: png,
          transformation: { width: size.width * scale, height: size.height * scale },
          altText: {
            name: legible(part.caption),
            title: legible(part.caption),
            description: legible(part.data),
          },
        }),
      ],
    }),
    new Paragraph({
      style: 'FigureCaption',
      keepNext: isLast,
      children: [new TextRun(`图${++counters.figure}　${legible(part.caption)}`)],
    }),
  ]
}
