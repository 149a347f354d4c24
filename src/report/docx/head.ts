import { AlignmentType, BorderStyle, LineRuleType, Paragraph, TextRun } from 'docx'
import type { Report } from '../../domain/report.ts'
import { legible } from '../../text/legible.ts'
import { titleLines } from '../../text/title-lines.ts'
import { FONT, type Layout, mm, RED } from './measures.ts'

const blank = () => new Paragraph({ children: [] })
const line = (style: string, text: string) => new Paragraph({ style, children: [new TextRun(legible(text))] })

/** Everything above the text: red head if one is given, title, number, addressees. */
export function head(report: Report, redHead: string | null, layout: Layout): Paragraph[] {
  return [
    ...(redHead === null ? [] : redHeadOf(redHead, report.number, layout)),
    ...(layout.gap > 0 ? [blank()] : []),
    ...(redHead === null ? [] : [blank()]),
    ...titleLines(legible(report.title), layout.titleLetters).map((text) => line('DocTitle', text)),
    ...(report.subtitle === null ? [] : [line('DocSubtitle', bracketed(report.subtitle))]),
    ...(redHead === null && report.number !== null ? [line('DocSubtitle', report.number)] : []),
    blank(),
    ...addressees(report.addressees),
  ]
}

/** 发文机关标志 35 mm under the top of the text, 发文字号 two lines below it, a red line 4 mm under that. */
function redHeadOf(mark: string, number: string | null, layout: Layout): Paragraph[] {
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: mm(25), after: 0, line: 1000, lineRule: LineRuleType.AT_LEAST },
      children: [
        new TextRun({
          text: legible(mark),
          font: FONT.title,
          size: markSize(mark, layout.title),
          color: RED,
        }),
      ],
    }),
    blank(),
    blank(),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { line: layout.line, lineRule: LineRuleType.EXACT },
      border: { bottom: { style: BorderStyle.SINGLE, size: 18, space: 11, color: RED } },
      children: [new TextRun(legible(number ?? ''))],
    }),
  ]
}

/** One line of the page, never larger than 小初's neighbour 62 pt of the highest offices: 40 pt for short names. */
function markSize(mark: string, least: number): number {
  const points = Math.min(40, Math.floor(430 / [...mark].length))
  return Math.max(least, points * 2)
}

/** Flush left, a full-width colon at the end. */
function addressees(names: readonly string[]): Paragraph[] {
  if (names.length === 0) return []
  return [
    new Paragraph({
      children: [
        new TextRun(
          `${names
            .map(legible)
            .join('、')
            .replace(/[:：]$/, '')}：`,
        ),
      ],
    }),
  ]
}

const bracketed = (text: string) => (/^[（(]/.test(text) ? text : `（${text}）`)
