import type { Report, ReportPart } from '../../domain/report.ts'
import { pageSize } from '../chart/size.ts'
import { type Layout, OFFICIAL, ONE_PAGE, PAPER, textWidth } from './measures.ts'

export interface Fitted {
  readonly layout: Layout
  readonly parts: readonly ReportPart[]
}

/**
 * How a report is set. One page is set as large as goes on a page; where even the smallest type is too much the chart gives
 * way (its figures are in the text). All else is an official document of as many pages as it takes.
 */
export function fitted(report: Report): Fitted {
  const { kind, parts } = report
  if (kind !== 'onePage') return { layout: OFFICIAL, parts }
  const bare = parts.filter((part) => part.kind !== 'chart')
  const ways = [
    ...ONE_PAGE.map((layout) => ({ layout, parts })),
    ...ONE_PAGE.map((layout) => ({ layout, parts: bare })),
  ]
  return ways.find((way) => heightOf(way) <= roomOf(way.layout)) ?? ways.at(-1)!
}

const roomOf = ({ margin }: Layout): number => PAPER.height - margin.top - margin.bottom

/** Title, subtitle, signature, date and remarks, in lines. */
const FRAME_LINES = 8

/** Estimated from counts of letters, a little on the high side. */
function heightOf({ layout, parts }: Fitted): number {
  const heights = parts.map((part) => partHeight(part, layout))
  return FRAME_LINES * layout.line + heights.reduce((a, b) => a + b, 0)
}

function partHeight(part: ReportPart, layout: Layout): number {
  switch (part.kind) {
    case 'heading':
      return layout.line
    case 'paragraph':
      return layout.line * Math.ceil((widthOf(part.runs.map((r) => r.text).join('')) + 2) / lettersOf(layout))
    case 'figures':
      return layout.line * 5 * Math.ceil(part.figures.length / 8)
    case 'table':
      return layout.line * (part.rows.length + 3)
    case 'chart': {
      const { width, height } = pageSize(part.spec, layout.chart)
      return (height / width) * textWidth(layout) + 2 * layout.line
    }
  }
}

/** Letters in a line; one less, for marks are not broken from their words. */
const lettersOf = (layout: Layout): number => Math.floor(textWidth(layout) / (layout.body * 10)) - 1

/** In letters: digits and Latin take half, and a little for the room beside them. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) < 0x80 ? 0.6 : 1), 0)
