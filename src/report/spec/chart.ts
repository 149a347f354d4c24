import type { ReportPart } from '../../domain/report.ts'
import { firstLetters } from '../../text/first-letters.ts'

export type Chart = Extract<ReportPart, { readonly kind: 'chart' }>

/** Colours of the four lights on card, page and paper. */
export const COLOURS = {
  done: '#1F7A4D',
  onPace: '#2BA471',
  slow: '#E8A317',
  late: '#D54941',
  blocked: '#8B5FBF',
  due: '#7FB2E5',
  unknown: '#A6A6A6',
  pace: '#9DB4D0',
  progress: '#2F6BB5',
} as const

/** Bars of a chart that a phone still shows well. */
export const MOST_BARS = 12
const LONGEST = 12

/** 人工智能与数字经济融合… : a name under a bar. */
export const barName = (name: string): string =>
  name.length <= LONGEST ? name : `${firstLetters(name, LONGEST - 1)}…`

/**
 * Room between the entries, or they run together on paper; three lines of them, or a phone (VChart 1.12) shows two and hides the
 * names of the other colours behind a pager.
 */
export const LEGEND = { visible: true, orient: 'bottom', maxRow: 3, item: { spaceCol: 18 } } as const

/** The order of the series, or it follows the first row met. */
export const inOrder = (names: readonly string[]) => ({ sort: { domain: names, sortIndex: 0 } })
