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
import { fontTable } from './font-table.ts'
import { pageFooters, remarks, signature } from './foot.ts'
import { head } from './head.ts'
import { ACROSS, LETTER_SPACE, LINE, PAGE, TEXT_WIDTH } from './measures.ts'
import { headingNumberer } from './numbering.ts'
import { type Counters, type DocxDeps, partChildren } from './parts.ts'
import { stylesXml } from './styles.ts'

export interface DocxLook extends DocxDeps {
  /** 发文机关标志 (云川市人民政府督查室文件): prints the red head, and room for a seal at the end. null: plain. */
  readonly redHead: string | null
}

/** A report as .docx in the layout of GB/T 9704-2012. Throws what `draw` throws for other reasons than the chart itself. */
export async function printDocx(report: Report, look: DocxLook): Promise<Uint8Array> {
  const counters: Counters = { heading: headingNumberer(), table: 0, figure: 0 }
  const stretches = stretchesOf(report.parts)
  const bodies: FileChild[][] = []
  for (const stretch of stretches) {
    const width = stretch.across ? ACROSS.textWidth : TEXT_WIDTH
    const children: FileChild[] = []
    for (const part of stretch.parts)
      children.push(...(await partChildren(part, { counters, width, deps: look })))
    bodies.push(children)
  }
  const sections = stretches.map(({ across }, i) => section(across, bodies[i]!))
  return Packer.toBuffer(documentOf(report, framed(report, look, sections)), undefined, [
    { path: 'word/fontTable.xml', data: fontTable() },
  ])
}

interface Stretch {
  readonly across: boolean
  readonly parts: readonly ReportPart[]
}

const MOST_UPRIGHT_COLUMNS = 7

/** Parts in stretches of upright pages and pages laid across, which tables of many columns need. */
function stretchesOf(parts: readonly ReportPart[]): readonly Stretch[] {
  const isWide = (p: ReportPart) => p.kind === 'table' && p.columns.length > MOST_UPRIGHT_COLUMNS
  const stretches: { across: boolean; parts: ReportPart[] }[] = [{ across: false, parts: [] }]
  for (const part of parts) {
    const last = stretches.at(-1)!
    if (isWide(part) !== last.across) stretches.push({ across: isWide(part), parts: headsOf(last.parts) })
    stretches.at(-1)!.parts.push(part)
  }
  const all = stretches.filter((s, i) => i === 0 || s.parts.length > 0)
  return all.at(-1)!.across ? [...all, { across: false, parts: [] }] : all
}

/** Takes the headings off the end: they go over to the page of what they head. */
function headsOf(parts: ReportPart[]): ReportPart[] {
  return parts.splice(parts.findLastIndex((p) => p.kind !== 'heading') + 1)
}

interface Section {
  readonly across: boolean
  readonly children: readonly FileChild[]
}

const section = (across: boolean, children: readonly FileChild[]): Section => ({ across, children })

function framed(report: Report, look: DocxLook, sections: readonly Section[]): readonly Section[] {
  const isSealed = look.redHead !== null
  return sections.map((s, i) => ({
    ...s,
    children: [
      ...(i === 0 ? head(report, look.redHead) : []),
      ...s.children,
      ...(i === sections.length - 1 ? [...signature(report, isSealed), ...remarks(report)] : []),
    ],
  }))
}

function documentOf(report: Report, sections: readonly Section[]): Document {
  return new Document({
    title: report.title,
    creator: report.issuer,
    lastModifiedBy: report.issuer,
    evenAndOddHeaderAndFooters: true,
    externalStyles: stylesXml(),
    sections: sections.map(sectionOptions),
  })
}

/** The grid holds lines alone: one of letters too would space out every table in LibreOffice. */
function sectionOptions({ across, children }: Section): ISectionOptions {
  const size = { width: PAGE.width, height: PAGE.height }
  const page = across
    ? { size: { ...size, orientation: PageOrientation.LANDSCAPE }, margin: { ...ACROSS.margin, gutter: 0 } }
    : { size, margin: { ...PAGE.margin, gutter: 0 } }
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page,
      grid: { type: DocumentGridType.LINES, linePitch: LINE, charSpace: LETTER_SPACE.grid },
    },
    footers: pageFooters(),
    children: [...children],
  }
}
