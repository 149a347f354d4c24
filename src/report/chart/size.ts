import type { ChartSize, ChartSpec } from './render.ts'

/** As wide as the text of an A4 page (156 mm) at the size its words are read. */
const WIDTH = 620
const SCALE = 2.5
const PER_LINE = 22
const FRAME = 110
const HIGHEST = 760

/** The picture of a chart on a page: lying bars need a line each, all else stands 16:9. */
export function pageSize(spec: ChartSpec, highest = HIGHEST): ChartSize {
  const lying = spec.direction === 'horizontal'
  const height = lying ? FRAME + PER_LINE * Math.max(5, linesOf(spec)) : Math.round((WIDTH * 9) / 16)
  return { width: WIDTH, height: Math.min(Math.round(height), highest), scale: SCALE }
}

/** Bars lying under each other: places, times those beside each other in one place; a lone bar is a little thicker. */
function linesOf(spec: ChartSpec): number {
  const fields = [spec.yField].flat().filter((f) => typeof f === 'string')
  const counts = fields.map((f) => new Set(valuesOf(spec).map((v) => v[f])).size)
  return counts.length === 1 ? counts[0]! * 1.4 : counts.reduce((a, b) => a * b, 1)
}

function valuesOf(spec: ChartSpec): readonly Readonly<Record<string, unknown>>[] {
  const [data] = [spec.data].flat() as readonly ({ readonly values?: unknown } | undefined)[]
  return Array.isArray(data?.values) ? data.values : []
}
