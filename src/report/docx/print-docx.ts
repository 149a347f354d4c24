import {
  Document,
  DocumentGridType,
  type FileChild,
  type ISectionOptions,
  Packer,
  PageOrientation,
  SectionType,
} from 'docx'
import type { Report, ReportPart } from '../../domain/report.ts'
import { fitted } from './fit.ts'
import { fontTable } from './font-table.ts'
import { imprint, pageFooters, remarks, signature } from './foot.ts'
import { head } from './head.ts'
import { ACROSS, type Layout, PAPER, textWidth } from './measures.ts'
import { headingNumberer } from './numbering.ts'
import { type Counters, type DocxDeps, partChildren } from './parts.ts'
import { type Stretch, stretchesOf } from './stretches.ts'
import { stylesXml } from './styles.ts'

export interface DocxLook extends DocxDeps {
  /** 发文机关标志 (云川市人民政府督查室文件): prints the red head, and room for a seal at the end. null: plain. */
  readonly redHead: string | null
}

/** A report as .docx in the layout of GB/T 9704-2012. Throws what `draw` throws for other reasons than the chart itself. */
export async function printDocx(report: Report, look: DocxLook): Promise<Uint8Array> {
  const { layout, parts } = fitted(report)
  const printing: Printing = {
    report,
    look,
    layout,
    counters: { heading: headingNumberer(), table: 0, figure: 0 },
    last: parts.at(-1),
  }
  const stretches = stretchesOf(parts)
  const sections: ISectionOptions[] = []
  for (const [i, stretch] of stretches.entries()) {
    const body = await bodyOf(stretch, printing)
    sections.push(
      sectionOptions(stretch.across, layout, [
        ...(i === 0 ? head(report, look.redHead, layout) : []),
        ...body,
        ...(i === stretches.length - 1 ? tail(printing, widthOf(stretch, layout)) : []),
      ]),
    )
  }
  return Packer.toBuffer(documentOf(report, layout, sections), undefined, [
    { path: 'word/fontTable.xml', data: fontTable() },
  ])
}

function tail({ report, look, layout }: Printing, width: number): FileChild[] {
  const isSealed = look.redHead !== null
  return [
    ...signature(report, isSealed, layout),
    ...remarks(report),
    ...(isSealed ? imprint(report, layout, width) : []),
  ]
}

const widthOf = ({ across }: Stretch, layout: Layout) => (across ? ACROSS.textWidth : textWidth(layout))

interface Printing {
  readonly report: Report
  readonly look: DocxLook
  readonly layout: Layout
  readonly counters: Counters
  readonly last: ReportPart | undefined
}

async function bodyOf(stretch: Stretch, { look, layout, counters, last }: Printing): Promise<FileChild[]> {
  const width = widthOf(stretch, layout)
  const children: FileChild[] = []
  for (const part of stretch.parts) {
    const place = { counters, width, chart: layout.chart, isLast: part === last, deps: look }
    children.push(...(await partChildren(part, place)))
  }
  return children
}

function documentOf(report: Report, layout: Layout, sections: readonly ISectionOptions[]): Document {
  return new Document({
    title: report.title,
    creator: report.issuer,
    lastModifiedBy: report.issuer,
    evenAndOddHeaderAndFooters: true,
    externalStyles: stylesXml(layout),
    sections: [...sections],
  })
}

function sectionOptions(across: boolean, layout: Layout, children: readonly FileChild[]): ISectionOptions {
  const page = across
    ? { size: { ...PAPER, orientation: PageOrientation.LANDSCAPE }, margin: { ...ACROSS.margin, gutter: 0 } }
    : { size: PAPER, margin: { ...layout.margin, gutter: 0 } }
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page,
      ...gridOf(layout),
    },
    footers: pageFooters(),
    children: [...children],
  }
}

/** Of lines alone: a grid of letters too would space out every table in LibreOffice. */
const gridOf = ({ line, letterSpace }: Layout) =>
  letterSpace === null
    ? {}
    : { grid: { type: DocumentGridType.LINES, linePitch: line, charSpace: letterSpace.grid } }
