import {
  AlignmentType,
  BorderStyle,
  Footer,
  FrameAnchorType,
  HorizontalPositionAlign,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
  VerticalPositionAlign,
} from 'docx'
import type { Report } from '../../domain/report.ts'
import { dayName } from '../../text/calendar.ts'
import { legible } from '../../text/legible.ts'
import { em, FONT, type Layout, SIZE } from './measures.ts'

/** — 1 — at the outer side, one letter in: odd pages right, even pages left. */
export const pageFooters = () => ({
  default: pageFooter(AlignmentType.RIGHT),
  even: pageFooter(AlignmentType.LEFT),
})

function pageFooter(alignment: 'left' | 'right'): Footer {
  const run = { font: FONT.page, size: SIZE.small }
  const one = SIZE.small * 10
  const indent = alignment === AlignmentType.RIGHT ? { right: one } : { left: one }
  const children = [new TextRun({ ...run, children: ['— ', PageNumber.CURRENT, ' —'] })]
  return new Footer({ children: [new Paragraph({ alignment, indent, children })] })
}

/** Issuer and date. With a red head room is left for the seal; without, the date begins two letters in from the issuer. */
export function signature(report: Report, isSealed: boolean, layout: Layout): Paragraph[] {
  const issuer = legible(report.issuer)
  const date = dayName(report.issuedOn)
  const at = isSealed
    ? sealed(lettersOf(issuer), lettersOf(date))
    : unsealed(lettersOf(issuer), lettersOf(date))
  return [
    ...Array.from({ length: layout.gap }, () => new Paragraph({ keepNext: true, children: [] })),
    signed(issuer, at.issuer, layout),
    signed(date, at.date, layout),
  ]
}

/** Kept with what follows: the remarks under the date must not stand alone on a page. */
const signed = (text: string, right: number, layout: Layout) =>
  new Paragraph({
    alignment: AlignmentType.RIGHT,
    keepNext: true,
    indent: { right: Math.round(Math.max(0, right) * em(layout)) },
    children: [new TextRun(text)],
  })

interface Rights {
  readonly issuer: number
  readonly date: number
}

/** Letters free on the right: the issuer two, the date begins two after it; a date that is longer has the two. */
function unsealed(issuer: number, date: number): Rights {
  return issuer - date >= 2 ? { issuer: 2, date: issuer - date } : { issuer: date + 4 - issuer, date: 2 }
}

/** The date four letters in, the issuer centred over it; a long name keeps two letters and the date is centred under it. */
function sealed(issuer: number, date: number): Rights {
  const over = 4 + (date - issuer) / 2
  return over >= 2 ? { issuer: over, date: 4 } : { issuer: 2, date: 2 + (issuer - date) / 2 }
}

/** Width in letters: digits and Latin take half. */
const lettersOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) < 0x80 ? 0.5 : 1), 0)

/** 附注: what the figures rest on, in brackets under the date. */
export function remarks(report: Report): Paragraph[] {
  const documents = [...new Set(report.sources.map((s) => s.document))]
  const said = [
    `数据截至${dayName(report.asOf)}`,
    ...(documents.length === 0 ? [] : [`任务依据${documents.join('、')}`]),
    ...(report.machineWorded ? ['导语由大模型根据文中数据拟写，数字已逐一核对'] : []),
  ]
  return [new Paragraph({ style: 'DocBody', children: [new TextRun(legible(`（${said.join('；')}）`))] })]
}

/** 版记 of a document with a red head: who printed it and when, between two lines at the foot of the last page. */
export function imprint(report: Report, layout: Layout, width: number): Paragraph[] {
  const one = SIZE.small * 10
  const rule = { style: BorderStyle.SINGLE, size: 8, color: '000000', space: 4 }
  const run = (text: string) => new TextRun({ text, size: SIZE.small })
  return [
    new Paragraph({
      frame: {
        type: 'alignment',
        width,
        height: layout.line,
        anchor: { horizontal: FrameAnchorType.MARGIN, vertical: FrameAnchorType.MARGIN },
        alignment: { x: HorizontalPositionAlign.CENTER, y: VerticalPositionAlign.BOTTOM },
      },
      border: { top: rule, bottom: rule },
      indent: { left: one, right: one },
      tabStops: [{ type: TabStopType.RIGHT, position: width - one }],
      children: [run(legible(report.issuer)), run(`\t${dayName(report.issuedOn)}印发`)],
    }),
  ]
}
