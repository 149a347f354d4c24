import { periodName } from '../../domain/period.ts'
import type { TrendPoint } from '../../domain/report-wish.ts'
import { CLASS_NAMES } from '../classes.ts'
import { type Chart, COLOURS, inOrder, LEGEND } from './chart.ts'

const LINES = ['done', 'onPace', 'slow', 'late'] as const

/** Trend by period: one line for each class. null: fewer than two periods are known. */
export function trendChart(points: readonly TrendPoint[]): Chart | null {
  if (points.length < 2) return null
  const values = points.flatMap((point) =>
    LINES.map((c) => ({ period: shortPeriod(point.period), sort: CLASS_NAMES[c], count: point[c] })),
  )
  return {
    kind: 'chart',
    caption: '各期任务进度变化',
    spec: {
      type: 'line',
      data: [{ id: 'trend', values, fields: inOrder(LINES.map((c) => CLASS_NAMES[c])) }],
      xField: 'period',
      yField: 'count',
      seriesField: 'sort',
      color: {
        type: 'ordinal',
        domain: LINES.map((c) => CLASS_NAMES[c]),
        range: LINES.map((c) => COLOURS[c]),
      },
      legends: LEGEND,
      point: { visible: true },
    },
    data: points
      .map((p) => `${periodName(p.period)}末${LINES.map((c) => `${CLASS_NAMES[c]}${p[c]}项`).join('、')}`)
      .join('；'),
  }
}

/** 2026年第三季度 → 三季度; the year alone where it is one. */
const shortPeriod = (period: string): string => periodName(period).replace(/^(\d{4})年第?(?=.)/, '')
